import Kernel

/// What is wrong with a question, before it is known how its place is told: the text counts characters, JSON points.
struct Fault: Error {
  enum Code: String {
    case syntax = "filter_syntax"
    case limit = "filter_limit"
    case value = "filter_value"
    case unknownField = "unknown_field"
    case unknownTag = "unknown_tag"
    case unknownRelation = "unknown_relation"
    case unknownDataset = "unknown_dataset"
  }
  let code: Code
  let detail: String
  var suggestions: [String] = []
  /// Byte offset in the text, once known.
  var offset: Int?
  /// JSON pointer, once known.
  var pointer: String?

  init(_ code: Code, _ detail: String, suggestions: [String] = []) {
    (self.code, self.detail, self.suggestions) = (code, detail, suggestions)
  }

  func at(_ offset: Int) -> Fault {
    var fault = self
    fault.offset = fault.offset ?? offset
    return fault
  }

  func at(pointer: String) -> Fault {
    var fault = self
    fault.pointer = fault.pointer ?? pointer
    return fault
  }

  func problem(_ place: Problem.Note.Place) -> Problem {
    Problem(.invalid, code.rawValue, detail, notes: [Problem.Note(place, detail, suggestions: suggestions)])
  }
}

extension String {
  /// As much of somebody's word as a message repeats.
  var brief: String { utf8.count > 120 ? prefix(40) + "…" : self }
}

/// Runs a step that cannot know where it is, and says where it was if it fails.
func located<T>(_ offset: Int, _ step: () throws(Fault) -> T) throws(Fault) -> T {
  do { return try step() } catch { throw error.at(offset) }
}

func located<T>(pointer: String, _ step: () throws(Fault) -> T) throws(Fault) -> T {
  do { return try step() } catch { throw error.at(pointer: pointer) }
}

import Kernel

/// What is wrong with a question, before it is known how its place is told: the text counts characters, JSON points.
package struct Fault: Error {
  package enum Code: String {
    case syntax = "filter_syntax"
    case limit = "filter_limit"
    case value = "filter_value"
    case unknownField = "unknown_field"
    case unknownTag = "unknown_tag"
    case unknownRelation = "unknown_relation"
    case unknownDataset = "unknown_dataset"
  }
  package let code: Code
  package let detail: String
  package var suggestions: [String] = []
  /// Byte offset in the text, once known.
  package var offset: Int?
  /// JSON pointer, once known.
  package var pointer: String?

  package init(_ code: Code, _ detail: String, suggestions: [String] = []) {
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

  package func problem(_ place: Problem.Note.Place) -> Problem {
    Problem(.invalid, code.rawValue, detail, notes: [Problem.Note(place, detail, suggestions: suggestions)])
  }
}

extension String {
  /// As much of somebody's word as a message repeats.
  package var brief: String { utf8.count > 120 ? prefix(40) + "…" : self }
}

/// Runs a step that cannot know where it is, and says where it was if it fails.
package func located<T>(_ offset: Int, _ step: () throws(Fault) -> T) throws(Fault) -> T {
  do { return try step() } catch { throw error.at(offset) }
}

package func located<T>(pointer: String, _ step: () throws(Fault) -> T) throws(Fault) -> T {
  do { return try step() } catch { throw error.at(pointer: pointer) }
}

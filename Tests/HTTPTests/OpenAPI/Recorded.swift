import Foundation
import Kernel
import Synchronization

/// With `MENPAI_RECORD=1`: what `Sources/Assembly/operations.json` does not say yet of an operation, written down as tests meet
/// it: an example of its body and answer, and the codes of its refusals. What is there stays; take out what is to be made anew.
enum Recorded {
  static let isOn = ProcessInfo.processInfo.environment["MENPAI_RECORD"] == "1"
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Assembly/operations.json")

  private struct Notes {
    var codes: [String: [String]] = [:]
    var request: JSONValue?
    var answer: JSONValue?
  }

  private static let notes = Mutex<[String: Notes]>(read())

  static func code(_ code: String, _ status: Int, of operation: String) {
    guard isOn else { return }
    change(operation) { notes in
      let known = notes.codes[String(status)] ?? []
      notes.codes[String(status)] = Set(known + [code]).sorted()
    }
  }

  static func example(_ request: JSONValue?, _ answer: JSONValue?, of operation: String) {
    guard isOn else { return }
    change(operation) { notes in
      if notes.request == nil { notes.request = request.map(shown) }
      if notes.answer == nil { notes.answer = answer.map(shown) }
    }
  }

  private static func change(_ operation: String, _ change: (inout Notes) -> Void) {
    notes.withLock { all in
      change(&all[operation, default: Notes()])
      try? Data((text(all) + "\n").utf8).write(to: file)
    }
  }

  private static func text(_ all: [String: Notes]) -> String {
    let operations = all.sorted { $0.key < $1.key }.map { name, notes -> String in
      let codes = notes.codes.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key, .array($0.value.map { .string($0) }))
      }
      var members: [JSONValue.Member] = codes.isEmpty ? [] : [.init("codes", .object(codes))]
      if let request = notes.request { members.append(.init("request", request)) }
      if let answer = notes.answer { members.append(.init("answer", answer)) }
      return "\(JSONValue.string(name).text):\(JSONValue.object(members).text)"
    }
    return "{\n" + operations.joined(separator: ",\n") + "\n}"
  }

  private static func read() -> [String: Notes] {
    guard let data = try? Data(contentsOf: file), let value = try? JSONReader.read(Array(data)) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: value.members.map { operation in
        let said = operation.value
        let codes = (said["codes"]?.members ?? []).map { ($0.name, $0.value.values.compactMap(\.string)) }
        return (
          operation.name,
          Notes(
            codes: Dictionary(uniqueKeysWithValues: codes), request: said["request"], answer: said["answer"])
        )
      })
  }

  private static let secrets: Set = ["token", "password", "old", "secret", "device"]

  /// Short, and without secrets or numbers that could be somebody's.
  private static func shown(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.map { .init($0.name, secrets.contains($0.name) && $0.value.string != nil ? "…" : shown($0.value)) })
    case .array(let values): .array(values.prefix(2).map(shown))
    case .string(let text):
      .string(
        text.replacing(/1[3-9][0-9]{9}/, with: "16400000001").replacing(/[0-9]{17}[0-9X]/, with: "310101195001010000"))
    default: value
    }
  }
}

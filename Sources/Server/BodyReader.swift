import Identity
import Kernel

/// Reads a JSON object field by field; what nobody asked for is an error at the end, so that nothing is ever ignored.
package final class BodyReader {
  private let members: [JSONValue.Member]
  private let pointer: String
  private var asked: Set<String> = []
  /// Unknown fields that an answer names.
  private static let shownAtMost = 10

  package init(_ value: JSONValue, at pointer: String = "") throws(Problem) {
    guard case .object(let members) = value else {
      throw Self.bad(pointer, "这里应为 JSON 对象。")
    }
    self.members = members
    self.pointer = pointer
  }

  /// The value under a name; nil when absent.
  package func value(_ name: String) -> JSONValue? {
    asked.insert(name)
    return members.first { $0.name == name }?.value
  }

  package func has(_ name: String) -> Bool { members.contains { $0.name == name } }

  /// The members that are there and were asked for, in their order.
  package var read: [String] { members.map(\.name).filter(asked.contains) }

  /// All members but these, for an object whose names are not the API's own; they count as read.
  package func rest(but known: Set<String>) -> [JSONValue.Member] {
    let rest = members.filter { !known.contains($0.name) }
    asked.formUnion(rest.map(\.name))
    return rest
  }

  /// Refuses fields that were not read.
  package func finish() throws(Problem) {
    let unknown = members.filter { !asked.contains($0.name) }
    guard !unknown.isEmpty else { return }
    // A body may hold thousands of them, and an answer many times longer than the question helps nobody.
    let shown = unknown.prefix(Self.shownAtMost).map { String($0.name.prefix(64)) }
    let rest = unknown.count > shown.count ? "等 \(unknown.count) 个" : ""
    throw Problem(
      .invalid, "unknown_field", "正文含有不认识的字段：\(shown.joined(separator: "、"))\(rest)。",
      notes: shown.map {
        .init(.pointer(pointer + JSONValue.step($0)), "没有「\($0)」这个字段。", suggestions: asked.sorted())
      })
  }

  /// Where a member is in the whole body (RFC 6901).
  func place(of name: String) -> String { pointer + JSONValue.step(name) }

  package func bad(_ name: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Self.bad(place(of: name), detail, suggestions: suggestions)
  }

  private static func bad(_ pointer: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail, suggestions: suggestions)])
  }
}

extension BodyReader {
  package func text(_ name: String, limit: Int = 2000) throws(Problem) -> String {
    guard let text = try optionalText(name, limit: limit) else { throw bad(name, "缺少「\(name)」。") }
    return text
  }

  /// A text that is not empty and has no control characters; null counts as absent.
  package func optionalText(_ name: String, limit: Int = 2000) throws(Problem) -> String? {
    switch value(name) {
    case nil, .null?: return nil
    case .string(let text)?:
      guard !text.isEmpty, text.utf8.count <= limit * 4, text.unicodeScalars.count <= limit,
        !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" })
      else { throw bad(name, "「\(name)」应为 1 到 \(limit) 个字符的文字，且不含控制字符。") }
      return text
    default: throw bad(name, "「\(name)」应为文字。")
    }
  }

  /// A text that everybody sees wherever the thing is named: without anybody's number.
  package func thing(_ name: String, limit: Int = 2000) throws(Problem) -> String {
    guard let text = try optionalThing(name, limit: limit) else { throw bad(name, "缺少「\(name)」。") }
    return text
  }

  package func optionalThing(_ name: String, limit: Int = 2000) throws(Problem) -> String? {
    guard let text = try optionalText(name, limit: limit) else { return nil }
    try ThingName.check(text, at: .pointer(place(of: name)))
    return text
  }

  /// What another register numbers its thing by.
  package func optionalCode(_ name: String, limit: Int) throws(Problem) -> String? {
    guard let text = try optionalText(name, limit: limit) else { return nil }
    try ThingName.check(code: text, at: .pointer(place(of: name)))
    return text
  }

  package func optionalThings(_ name: String) throws(Problem) -> [String]? {
    guard let words = try optionalWords(name) else { return nil }
    for (index, word) in words.enumerated() {
      try ThingName.check(word, at: .pointer(place(of: name) + "/\(index)"))
    }
    return words
  }

  package func optionalDay(_ name: String) throws(Problem) -> Day? {
    guard let text = try optionalText(name) else { return nil }
    guard let day = Day(text) else { throw bad(name, "「\(name)」应为日期，例如 2026-11-21。") }
    return day
  }

  package func optionalNumber(_ name: String) throws(Problem) -> Double? {
    switch value(name) {
    case nil, .null?: return nil
    case .number(let number)?: return number
    default: throw bad(name, "「\(name)」应为数字。")
    }
  }

  package func optionalInteger(_ name: String) throws(Problem) -> Int64? {
    guard let number = try optionalNumber(name) else { return nil }
    guard let integer = Int64(exactly: number) else { throw bad(name, "「\(name)」应为整数。") }
    return integer
  }

  package func integer(_ name: String) throws(Problem) -> Int64 {
    guard let number = try optionalInteger(name) else { throw bad(name, "缺少「\(name)」。") }
    return number
  }

  package func optionalFlag(_ name: String) throws(Problem) -> Bool? {
    switch value(name) {
    case nil, .null?: return nil
    case .bool(let flag)?: return flag
    default: throw bad(name, "「\(name)」应为 true 或 false。")
    }
  }

  package func optionalWords(_ name: String) throws(Problem) -> [String]? {
    switch value(name) {
    case nil, .null?: return nil
    case .array(let values)?:
      var words: [String] = []
      for value in values {
        guard case .string(let word) = value, !word.isEmpty else { throw bad(name, "「\(name)」应为文字的数组。") }
        words.append(word)
      }
      return words
    default: throw bad(name, "「\(name)」应为数组。")
    }
  }

  /// One of a closed list of words.
  package func optionalChoice(_ name: String, _ choices: [String]) throws(Problem) -> String? {
    guard let word = try optionalText(name) else { return nil }
    guard choices.contains(word) else {
      throw bad(name, "「\(name)」没有「\(word)」这个取值。", suggestions: choices)
    }
    return word
  }

  /// For a patch: absent keeps, null empties, anything else sets.
  package func change<Value: Sendable & Equatable>(
    _ name: String, _ read: (String) throws(Problem) -> Value?
  ) throws(Problem) -> FieldChange<Value> {
    guard has(name) else {
      _ = value(name)
      return .keep
    }
    return .set(try read(name))
  }
}

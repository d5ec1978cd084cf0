import FilterLanguage
import Kernel

/// What must hold of a record's data: only fields that the dataset has, values of their types.
enum RecordRules {
  /// The data of a new record, in the order of the dataset's fields; null counts as absent.
  static func checked(_ data: JSONValue, _ dataset: Vocabulary.Dataset) throws(Problem) -> String {
    try merged(data, into: .object([]), dataset)
  }

  /// The data of a record after a patch: null takes a field away, what is not named stays.
  static func merged(_ patch: JSONValue, into held: JSONValue, _ dataset: Vocabulary.Dataset) throws(Problem) -> String
  {
    guard case .object(let members) = patch else { throw bad("/data", "「data」应为 JSON 对象。") }
    for member in members {
      guard let attribute = dataset.attributes.first(where: { $0.name == member.name }) else {
        let names = dataset.attributes.map(\.name)
        let detail = "专题库「\(dataset.name)」没有「\(member.name)」这个字段。"
        throw Problem(
          .invalid, "unknown_field", detail,
          notes: [
            .init(.pointer("/data" + JSONValue.step(member.name)), detail, suggestions: names)
          ])
      }
      guard fits(member.value, attribute.type) else {
        throw bad("/data" + JSONValue.step(member.name), "「\(attribute.title)」应为\(word(attribute.type))。")
      }
    }
    let fields = dataset.attributes.compactMap { attribute -> JSONValue.Member? in
      let value = patch[attribute.name] ?? held[attribute.name] ?? .null
      return value == .null ? nil : JSONValue.Member(attribute.name, value)
    }
    guard !fields.isEmpty else { throw bad("/data", "记录至少要有一个字段。") }
    return JSONValue.object(fields).text
  }

  private static func fits(_ value: JSONValue, _ type: Vocabulary.Dataset.Attribute.Kind) -> Bool {
    switch (type, value) {
    case (_, .null), (.flag, .bool), (.number, .number): true
    case (.text, .string(let text)):
      !text.isEmpty && text.unicodeScalars.count <= 2000 && !text.unicodeScalars.contains("\0")
    case (.date, .string(let text)): Day(text) != nil
    default: false
    }
  }

  private static func word(_ type: Vocabulary.Dataset.Attribute.Kind) -> String {
    switch type {
    case .text: "1 到 2000 个字的文字"
    case .number: "数字"
    case .date: "日期，例如 2026-11-21"
    case .flag: " true 或 false"
    }
  }

  private static func bad(_ pointer: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail)])
  }
}

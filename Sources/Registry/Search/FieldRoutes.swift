import FilterLanguage
import Kernel
import Server

/// What can be asked of each subject: the one table of fields, for pages and clients that build questions.
package enum FieldRoutes {
  package static let routes: [Route] = [
    .get("/v1/fields", doc) { _, _ in .json(["items": .array(Subject.searchable.map(subject))]) }
  ]

  private static func subject(_ subject: Subject) -> JSONValue {
    [
      "subject": .string(subject.word), "title": .string(subject.title),
      "fields": .array(Field.entries(of: subject).map { field($0, subject) }),
      "columns": .texts(RowColumns.of(subject).map(\.name)),
    ]
  }

  private static func field(_ entry: FieldEntry, _ subject: Subject) -> JSONValue {
    var words: [JSONValue] = []
    if case .word(let codes) = entry.type {
      words = codes.map { code in
        ["code": .string(code), "title": .string(FieldWords.chinese(code, entry.field, subject))]
      }
    }
    return [
      "name": .string(entry.name), "title": .string(entry.title), "type": .string(entry.type.word),
      "operators": .texts(entry.type.operators.map(\.rawValue)), "words": .array(words),
    ]
  }

  private static let doc = RouteDoc(
    tag: "system", id: "list_fields", summary: "The fields of every subject: names, titles, types, operators, words.",
    answer: Schemas.object([("items", Schemas.array(Schemas.ref("SubjectFields")))], required: ["items"]))

  package static let schemas: [String: JSONValue] = [
    "SubjectFields": Schemas.object(
      [
        ("subject", Schemas.words(Subject.searchable.map(\.word))), ("title", Schemas.text),
        ("fields", Schemas.array(Schemas.ref("FieldEntry"))), ("columns", Schemas.array(Schemas.text)),
      ], required: ["subject", "title", "fields", "columns"]),
    "FieldEntry": Schemas.object(
      [
        ("name", Schemas.text), ("title", Schemas.text), ("type", Schemas.words(FieldType.words)),
        ("operators", Schemas.array(Schemas.text)),
        (
          "words",
          Schemas.array(
            Schemas.object([("code", Schemas.text), ("title", Schemas.text)], required: ["code", "title"]))
        ),
      ], required: ["name", "title", "type", "operators", "words"]),
  ]
}

extension FieldType {
  fileprivate static let words = ["text", "word", "sealed", "address", "area", "number", "day", "time", "flag"]

  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .word: "word"
    case .sealed: "sealed"
    case .address: "address"
    case .area: "area"
    case .number: "number"
    case .day: "day"
    case .time: "time"
    case .flag: "flag"
    }
  }
}

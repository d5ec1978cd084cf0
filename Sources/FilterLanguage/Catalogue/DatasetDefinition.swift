import Kernel

/// A dataset (专题库) as the catalogue defines it: a row of `schema/reference/datasets.csv`, and later of `datasets`.
package struct DatasetDefinition: Hashable, Sendable {
  package var code: String
  package var name: String
  package var subject: TagSubject
  package var fields: [Vocabulary.Dataset.Attribute]
  package var about: String

  /// As the vocabulary knows it.
  package var entry: Vocabulary.Dataset {
    Vocabulary.Dataset(code: code, name: name, subject: subject, attributes: fields, about: about)
  }

  package init(row: [String: String]) throws(Problem) {
    let code = row["code"] ?? ""
    let fields = try (row["fields"] ?? "").split(separator: ";").map { part throws(Problem) in
      try Self.field(part, of: code)
    }
    guard FilterWords.isName(code), let subject = TagSubject(rawValue: row["subject"] ?? ""),
      let name = row["name"], !name.isEmpty, !fields.isEmpty
    else { throw Problem(.invalid, "reference_table", "专题库“\(code)”这一行不完整") }
    (self.code, self.name, self.subject, self.fields) = (code, name, subject, fields)
    about = row["about"] ?? ""
  }

  /// `join_date:date:入党日期`.
  private static func field(
    _ part: Substring, of code: String
  ) throws(Problem) -> Vocabulary.Dataset.Attribute {
    let cells = part.split(separator: ":").map(String.init)
    guard cells.count == 3, FilterWords.isName(cells[0]),
      let type = Vocabulary.Dataset.Attribute.Kind(rawValue: cells[1])
    else { throw Problem(.invalid, "reference_table", "专题库“\(code)”的字段“\(part)”不对") }
    return Vocabulary.Dataset.Attribute(name: cells[0], title: cells[2], type: type)
  }
}

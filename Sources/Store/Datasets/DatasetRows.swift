import Domain
import Filter
import GRDB

extension Reader {
  /// The datasets in the order of their codes.
  package func datasetRows() throws -> [DatasetRow] {
    try Row.fetchAll(
      db, sql: "SELECT id, code, name, subject, fields, about, version FROM datasets ORDER BY code"
    ).map { row in
      DatasetRow(
        id: row[0],
        entry: Vocabulary.Dataset(
          code: row[1], name: row[2], subject: TagSubject(rawValue: row[3]) ?? .house,
          attributes: try DatasetFields.decode(row[4])), about: row[5], version: row[6])
    }
  }
}

extension Writer {
  /// Makes a dataset. Code and name must be free: the caller of this has looked.
  package func insertDataset(_ entry: Vocabulary.Dataset, about: String) throws -> Int64 {
    let id = try insert(
      "INSERT INTO datasets (code, name, subject, fields, about, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
      [
        entry.code, entry.name, entry.subject.rawValue, try DatasetFields.encode(entry.attributes), about,
        now.description,
      ])
    try touch(.datasets, id, .create)
    return id
  }

  /// Changes name, fields and what is said of it; records keep their data, and show what the fields still name.
  func updateDataset(_ id: Int64, _ entry: Vocabulary.Dataset, about: String) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "datasets", kind: .datasets, id: id)
    row.set("name", .set(entry.name))
    row.set("fields", .set(try DatasetFields.encode(entry.attributes)))
    row.set("about", .set(about))
    return try row.apply(self, version: nil)
  }
}

import FilterLanguage
import GRDB
import Kernel
import Storage

extension Reader {
  /// The datasets in the order of their codes.
  package func datasetRows() throws -> [DatasetRow] {
    try Row.fetchAll(
      db, sql: "SELECT id, code, name, subject, fields, about, version, owner_id FROM datasets ORDER BY code"
    ).map { row in
      let about: String = try row.value(5)
      return try DatasetRow(
        id: row.value(0),
        // What is said of it lists the values that questions may name.
        entry: Vocabulary.Dataset(
          code: row.value(1), name: row.value(2), subject: try row.word(3, in: "datasets") as TagSubject,
          attributes: try DatasetFields.decode(row.value(4)), about: about), about: about, version: row.value(6),
        owner: row.value(7))
    }
  }
}

extension Writer {
  /// Makes a dataset. Code and name must be free: the caller of this has looked.
  ///
  /// - Parameter owner: the area whose dataset it is; nil for the whole database's.
  package func insertDataset(_ entry: Vocabulary.Dataset, about: String, owner: Int64? = nil) throws -> Int64 {
    let id = try insert(
      "INSERT INTO datasets (code, name, subject, fields, about, owner_id, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        entry.code, entry.name, entry.subject.rawValue, try DatasetFields.encode(entry.attributes), about, owner,
        now.description,
      ])
    try recordChange(.datasets, id, .create)
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

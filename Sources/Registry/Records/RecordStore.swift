import FilterLanguage
import GRDB
import Identity
import Kernel
import Storage

extension Writer {
  /// Makes a record. `data` is a JSON object of the dataset's fields: the caller of this has checked it.
  package func insertRecord(dataset: Int64, target: TagTarget, data: String, source: String) throws -> Int64 {
    let value = try JSONReader.read(data)
    let id = try insert(
      """
      INSERT INTO records (dataset_id, \(target.column), data, source, updated_at) VALUES (?, ?, ?, ?, ?)
      """, [dataset, target.id, Masking.numbers(in: value).text, source, now.description])
    try reseal(value, of: .records, id)
    try recordChange(.records, id, .create)
    return id
  }

  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`.
  package func updateRecord(
    _ id: Int64, data: String, source: FieldChange<String>, version: Int64?
  ) throws -> [AuditEntry.Change] {
    let (value, held) = (try JSONReader.read(data), try read.record(id).map { try JSONReader.read($0.data) })
    var row = RowPatch(table: "records", kind: .records, id: id)
    row.set("data", .set(Masking.numbers(in: value).text))
    row.set("source", source)
    let changes = try row.apply(self, version: version)
    try reseal(value, of: .records, id, held: held ?? .object([]))
    return changes
  }

  /// Removes a record. What it hung on is touched too: that is what tells those who follow the changes of one area, for
  /// whom a row that is gone lies nowhere.
  ///
  /// - Throws: `not_found`, `version_conflict`.
  package func deleteRecord(_ id: Int64, version: Int64?) throws {
    guard let held = try read.record(id) else { throw Problem.noSuchRow }
    if let version, version != held.version {
      throw Problem.changedMeanwhile
    }
    try execute("DELETE FROM records WHERE id = ?", [id])
    try unseal(of: .records, id)
    try recordChange(.records, id, .delete)
    try recordChange(held.target.subject.kind, held.target.id, .update)
  }
}

extension Reader {
  package func record(_ id: Int64) throws -> RecordRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.recordColumns + " WHERE id = ?"), arguments: [id])
      .flatMap(Self.record)
  }

  /// The records of these ids, in the order of ids.
  package func records(ids: [Int64]) throws -> [RecordRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.recordColumns + " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"),
      arguments: [Self.list(ids)]
    ).compactMap(Self.record)
  }

  /// The records that hang on one subject, of whatever dataset, in the order of ids.
  package func recordTargets(of target: TagTarget) throws -> [(id: Int64, dataset: Int64)] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, dataset_id FROM records WHERE \(target.column) = ? ORDER BY id"),
      arguments: [target.id]
    ).map { try (id: $0.value(0), dataset: $0.value(1)) }
  }

  /// Which records a dataset has and what they hang on, in the order of ids; of one subject or of all.
  package func recordTargets(dataset: DatasetRow, subject: Int64?) throws -> [(id: Int64, subject: Int64)] {
    let column = TagTarget(dataset.entry.subject, 0).column
    let rows: RowCursor
    if let subject {
      rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT id, \(column) FROM records WHERE \(column) = ? AND dataset_id = ? ORDER BY id"),
        arguments: [subject, dataset.id])
    } else {
      rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT id, \(column) FROM records WHERE dataset_id = ? ORDER BY id"),
        arguments: [dataset.id])
    }
    var found: [(Int64, Int64)] = []
    while let row = try rows.next() { try found.append((row.value(0), row.value(1))) }
    return found
  }

  private static let recordColumns = """
    SELECT id, dataset_id, person_id, house_id, shop_id, building_id, data, source, version, updated_at FROM records
    """

  private static func record(_ row: Row) throws -> RecordRow? {
    for (index, subject) in [TagSubject.person, .house, .shop, .building].enumerated() {
      guard let target = try row.value(index + 2) as Int64? else { continue }
      return try RecordRow(
        id: row.value(0), dataset: row.value(1), target: TagTarget(subject, target), data: row.value(6),
        source: row.value(7),
        version: row.value(8), updatedAt: row.value(9))
    }
    return nil
  }
}

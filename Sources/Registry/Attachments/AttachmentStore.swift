import GRDB
import Kernel
import Storage

extension Writer {
  /// What the owner has of the same content; nil where the file is new and there is room for it.
  ///
  /// - Parameter full: what is said where there is none.
  /// - Throws: `too_many_attachments`.
  package func heldAttachment(of owner: AttachmentOwner, like file: KeptFile, full: String) throws -> AttachmentRow? {
    let held = try read.attachments(of: owner)
    if let same = held.first(where: { $0.hash == file.hash }) { return same }
    guard held.count < Attachments.countLimit else { throw Problem(.conflict, "too_many_attachments", full) }
    return nil
  }

  package func insertAttachment(
    of owner: AttachmentOwner, name: String, _ file: KeptFile, by caller: Caller
  ) throws -> AttachmentRow {
    let (order, visit): (Int64?, Int64?) =
      switch owner {
      case .order(let id): (id, nil)
      case .visit(let id): (nil, id)
      }
    let id = try insert(
      """
      INSERT INTO attachments (order_id, visit_id, name, type, size, hash, by_caller, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        order, visit, shown(file.type.fitting(name)), file.type.rawValue, file.size, file.hash, caller.name,
        now.description,
      ])
    guard let row = try read.attachment(id) else { throw Problem.noSuchRow }
    return row
  }

  /// With a visit that is taken back go its photos; the files go at the next start, when no row names them.
  func deleteAttachments(visit: Int64) throws {
    try execute("DELETE FROM attachments WHERE visit_id = ?", [visit])
  }
}

extension Reader {
  /// In the order in which they came.
  package func attachments(of owner: AttachmentOwner) throws -> [AttachmentRow] {
    let (column, id) =
      switch owner {
      case .order(let id): ("order_id", id)
      case .visit(let id): ("visit_id", id)
      }
    return try Row.fetchAll(
      db.cachedStatement(sql: Self.attachmentColumns + " WHERE \(column) = ? ORDER BY id"), arguments: [id]
    ).map(Self.attachment)
  }

  package func attachment(_ id: Int64) throws -> AttachmentRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.attachmentColumns + " WHERE id = ?"), arguments: [id])
      .map(Self.attachment)
  }

  /// The files that rows name.
  package func attachmentHashes() throws -> Set<String> {
    try String.fetchSet(db, sql: "SELECT hash FROM attachments")
  }

  /// The files that rows name, with their sizes.
  package func attachmentFiles() throws -> [(hash: String, size: Int)] {
    try Row.fetchAll(db, sql: "SELECT DISTINCT hash, size FROM attachments ORDER BY hash").map {
      try ($0.value(0), $0.value(1))
    }
  }

  private static let attachmentColumns =
    "SELECT id, order_id, visit_id, name, type, size, hash, by_caller, at FROM attachments"

  private static func attachment(_ row: Row) throws -> AttachmentRow {
    let visit = try row.value(2) as Int64?
    return try AttachmentRow(
      id: row.value(0), owner: visit.map(AttachmentOwner.visit) ?? .order(row.value(1)), name: row.value(3),
      type: row.value(4), size: row.value(5),
      hash: row.value(6), by: row.value(7), at: row.value(8))
  }
}

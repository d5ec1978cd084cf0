import GRDB
import Kernel
import Storage

extension Writer {
  package func insertAttachment(
    order: Int64, name: String, type: AttachmentType, size: Int, hash: String, by caller: Caller
  ) throws -> Int64 {
    try insert(
      "INSERT INTO attachments (order_id, name, type, size, hash, by_caller, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [order, shown(name), type.rawValue, size, hash, caller.name, now.description])
  }
}

extension Reader {
  package func attachments(order: Int64) throws -> [AttachmentRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.attachmentColumns + " WHERE order_id = ? ORDER BY id"), arguments: [order]
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
    try Row.fetchAll(db, sql: "SELECT DISTINCT hash, size FROM attachments ORDER BY hash").map { ($0[0], $0[1]) }
  }

  private static let attachmentColumns =
    "SELECT id, order_id, name, type, size, hash, by_caller, at FROM attachments"

  private static func attachment(_ row: Row) -> AttachmentRow {
    AttachmentRow(
      id: row[0], order: row[1], name: row[2], type: row[3], size: row[4], hash: row[5], by: row[6], at: row[7])
  }
}

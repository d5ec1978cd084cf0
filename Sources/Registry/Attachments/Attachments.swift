import Foundation
import Kernel
import Platform
import Storage

/// A file whose content lies sealed beside the database, and that no row names yet.
package struct KeptFile: Sendable {
  package let type: AttachmentType
  /// Bytes.
  package let size: Int
  package let hash: String

  /// - Throws: `key_changed` where the key was changed after the file had been written: nobody would seal it anew.
  package func requireCurrent(_ app: AppContext) throws(Problem) {
    guard app.store.files.isCurrent(hash) else {
      throw Problem(.conflict, "key_changed", "服务器正在更换密钥，请再传一次。")
    }
  }
}

/// Files of work orders and visits. Who: callers for whom the order or visit exists.
package enum Attachments {
  /// Of one file, in bytes.
  package static let sizeLimit = 10 << 20
  /// Of one order or visit.
  package static let countLimit = 20

  /// A file with its content.
  ///
  /// - Throws: `not_found`, `file_missing`.
  package static func get(
    _ id: Int64, caller: Caller, app: AppContext
  ) async throws -> (row: AttachmentRow, content: Data) {
    try caller.must(.read)
    guard let row = try await app.store.read({ try $0.attachment(id) }), try await app.sees(row.owner, caller)
    else { throw Problem.noSuchRow }
    return (row, try await app.store.files.get(row.hash))
  }

  package struct Added: Sendable, Equatable, Codable {
    package let row: AttachmentRow
    /// False where the order or visit had the same content already.
    package let isNew: Bool

    package init(row: AttachmentRow, isNew: Bool) { (self.row, self.isNew) = (row, isNew) }
  }

  /// Seals a content beside the database, before the row that names it.
  ///
  /// - Parameter types: what is taken, whatever the file is called; `words` says it.
  /// - Throws: `body_too_large`, `bad_media_type`.
  package static func keep(
    _ content: Data, types: (AttachmentType) -> Bool, words: String, app: AppContext
  ) async throws -> KeptFile {
    guard content.count <= sizeLimit else {
      throw Problem(.tooMuch, "body_too_large", "附件最大 10 MB。")
    }
    guard let type = AttachmentType(content: content), types(type) else {
      throw Problem(.invalid, "bad_media_type", "附件应为\(words)。")
    }
    let hash = app.store.files.name(of: content)
    try await app.store.files.put(content, as: hash)
    return KeptFile(type: type, size: content.count, hash: hash)
  }

  /// Removes files that no row names; at start, before anybody uploads.
  package static func sweep(app: AppContext) async throws {
    let names = try await app.store.read { try $0.attachmentHashes() }
    try await app.store.files.sweep(keeping: names)
  }
}

extension AppContext {
  fileprivate func sees(_ owner: AttachmentOwner, _ caller: Caller) async throws -> Bool {
    switch owner {
    case .order(let id): try await sees(.workOrders, id, caller)
    case .visit(let id): try await sees(.visits, id, caller)
    }
  }
}

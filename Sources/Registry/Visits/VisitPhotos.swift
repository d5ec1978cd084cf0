import Foundation
import Kernel
import Platform

/// Photos of visits. Who: callers for whom the visit exists; to add one also `write`.
package enum VisitPhotos {
  package static func list(visit: Int64, caller: Caller, app: AppContext) async throws -> [AttachmentRow] {
    try caller.must(.read)
    try await app.requireVisible(.visits, visit, caller)
    return try await app.store.read { try $0.attachments(of: .visit(visit)) }
  }

  /// Adds a photo; the same content again answers the one that is there.
  ///
  /// - Throws: `not_found`; `bad_media_type` for what is neither JPEG nor PNG, whatever its name; `body_too_large`;
  ///   `too_many_attachments`.
  package static func add(
    _ content: Data, name: String, visit: Int64, caller: Caller, app: AppContext
  ) async throws -> Attachments.Added {
    try caller.must(.write)
    try await app.requireVisible(.visits, visit, caller)
    let file = try await Attachments.keep(content, types: \.isPhoto, words: " JPEG 或 PNG 图片", app: app)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.visits, visit)
      try file.requireCurrent(app)
      let held = try writer.read.attachments(of: .visit(visit))
      if let first = held.first(where: { $0.hash == file.hash }) { return .init(row: first, isNew: false) }
      guard held.count < Attachments.countLimit else {
        throw Problem(.conflict, "too_many_attachments", "每次走访最多 \(Attachments.countLimit) 张照片。")
      }
      let id = try writer.insertAttachment(of: .visit(visit), name: name, file, by: caller)
      try writer.renewVisit(visit)
      try writer.audit(caller, AuditEntry("visits.attach", subject: .visits, id: visit))
      guard let added = try writer.read.attachment(id) else {
        throw Problem(.notFound, "not_found", "没有这条记录。")
      }
      return .init(row: added, isNew: true)
    }
  }
}

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
      if let first = try writer.heldAttachment(
        of: .visit(visit), like: file, full: "每次走访最多 \(Attachments.countLimit) 张照片。")
      {
        return .init(row: first, isNew: false)
      }
      let added = try writer.insertAttachment(of: .visit(visit), name: name, file, by: caller)
      try writer.renewVisit(visit)
      try writer.audit(caller, AuditEntry("visits.attach", subject: .visits, id: visit))
      return .init(row: added, isNew: true)
    }
  }
}

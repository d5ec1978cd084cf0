import Foundation
import Kernel
import Platform

/// Photos and papers of work orders. Who: callers for whom the order exists; to add one also `handle_orders`.
package enum Attachments {
  /// Of one file, in bytes.
  package static let sizeLimit = 10 << 20
  /// Of one order.
  static let countLimit = 20

  package static func list(order: Int64, caller: Caller, app: AppContext) async throws -> [AttachmentRow] {
    try caller.must(.read)
    try await app.requireVisible(.workOrders, order, caller)
    return try await app.store.read { try $0.attachments(order: order) }
  }

  /// A file with its content.
  ///
  /// - Throws: `not_found`, `file_missing`.
  package static func get(
    _ id: Int64, caller: Caller, app: AppContext
  ) async throws -> (row: AttachmentRow, content: Data) {
    try caller.must(.read)
    guard let row = try await app.store.read({ try $0.attachment(id) }),
      try await app.sees(.workOrders, row.order, caller)
    else { throw Problem(.notFound, "not_found", "没有这条记录。") }
    return (row, try await app.store.files.get(row.hash))
  }

  package struct Added: Sendable, Equatable, Codable {
    package let row: AttachmentRow
    /// False where the order had the same content already.
    package let isNew: Bool
  }

  /// Adds a file; the same content again answers the one that is there.
  ///
  /// - Throws: `not_found`; `not_your_action`, `impossible_action` for an order that has ended; `bad_media_type` for what is none of the types, whatever its name; `body_too_large`;
  ///   `too_many_attachments`.
  package static func add(
    _ content: Data, name: String, order: Int64, caller: Caller, app: AppContext
  ) async throws -> Added {
    try caller.must(.handleOrders)
    try await app.requireVisible(.workOrders, order, caller)
    let sight = try app.index.orderAccess(of: caller)
    guard content.count <= sizeLimit else {
      throw Problem(.tooMuch, "body_too_large", "附件最大 10 MB。")
    }
    guard let type = AttachmentType(content: content) else {
      throw Problem(.invalid, "bad_media_type", "附件应为 JPEG、PNG、WebP、HEIC 图片或 PDF。")
    }
    let hash = app.store.files.name(of: content)
    try await app.store.files.put(content, as: hash)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.workOrders, order)
      // The key was changed after the file had been written: nobody would seal it anew.
      guard app.store.files.isCurrent(hash) else {
        throw Problem(.conflict, "key_changed", "服务器正在更换密钥，请再传一次。")
      }
      let held = try writer.read.attachments(order: order)
      if let first = held.first(where: { $0.hash == hash }) { return Added(row: first, isNew: false) }
      guard held.count < countLimit else {
        throw Problem(.conflict, "too_many_attachments", "每张工单最多 \(countLimit) 个附件。")
      }
      guard let row = try writer.read.workOrder(order) else {
        throw Problem(.notFound, "not_found", "没有这条记录。")
      }
      guard !sight.parties(row.place).isDisjoint(with: WorkOrderParty.allCases) else {
        throw Problem(.forbidden, "not_your_action", "该工单既不由您推送，也不由您办理，不能加附件。")
      }
      guard !WorkOrderFlow.isEnded(row.standing.state) else {
        throw Problem(.conflict, "impossible_action", "工单「\(row.standing.state.title)」，不能再加附件；可以备注，或重开后再加。")
      }
      let id = try writer.insertAttachment(
        order: order, name: type.fitting(name), type: type, size: content.count, hash: hash, by: caller)
      let state = row.standing.state
      try writer.insertEvent(
        order: order, by: caller.name, "attached", from: state, to: state,
        detail: ["attachment": .number(Double(id)), "type": .string(type.rawValue)])
      try writer.renewWorkOrder(order)
      try writer.audit(caller, AuditEntry("work_orders.attach", subject: .workOrders, id: order))
      guard let added = try writer.read.attachment(id) else {
        throw Problem(.notFound, "not_found", "没有这条记录。")
      }
      return Added(row: added, isNew: true)
    }
  }

  /// Removes files that no row names; at start, before anybody uploads.
  package static func sweep(app: AppContext) async throws {
    let names = try await app.store.read { try $0.attachmentHashes() }
    try await app.store.files.sweep(keeping: names)
  }
}

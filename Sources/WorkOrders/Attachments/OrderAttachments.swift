import Foundation
import Kernel
import Platform
import Registry

/// Photos and papers of work orders. Who: callers for whom the order exists; to add one also `handle_orders`.
package enum OrderAttachments {
  package static func list(order: Int64, caller: Caller, app: AppContext) async throws -> [AttachmentRow] {
    try caller.must(.read)
    try await app.requireVisible(.workOrders, order, caller)
    return try await app.store.read { try $0.attachments(of: .order(order)) }
  }

  /// Adds a file; the same content again answers the one that is there.
  ///
  /// - Throws: `not_found`; `not_your_action`, `impossible_action` for an order that has ended; `bad_media_type` for
  ///   what is none of the types, whatever its name; `body_too_large`; `too_many_attachments`.
  package static func add(
    _ content: Data, name: String, order: Int64, caller: Caller, app: AppContext
  ) async throws -> Attachments.Added {
    try caller.must(.handleOrders)
    try await app.requireVisible(.workOrders, order, caller)
    let sight = try app.index.orderAccess(of: caller)
    let file = try await Attachments.keep(
      content, types: { _ in true }, words: " JPEG、PNG、WebP、HEIC 图片或 PDF", app: app)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.workOrders, order)
      try file.requireCurrent(app)
      if let first = try writer.heldAttachment(
        of: .order(order), like: file, full: "每张工单最多 \(Attachments.countLimit) 个附件。")
      {
        return .init(row: first, isNew: false)
      }
      guard let row = try writer.read.workOrder(order) else {
        throw Problem.noSuchRow
      }
      guard !sight.parties(row.place).isDisjoint(with: WorkOrderParty.allCases) else {
        throw Problem(.forbidden, "not_your_action", "该工单既不由您推送，也不由您办理，不能加附件。")
      }
      guard !WorkOrderFlow.isEnded(row.standing.state) else {
        throw Problem(.conflict, "impossible_action", "工单「\(row.standing.state.title)」，不能再加附件；可以备注，或重开后再加。")
      }
      let added = try writer.insertAttachment(of: .order(order), name: name, file, by: caller)
      let state = row.standing.state
      try writer.insertEvent(
        order: order, by: caller.name, "attached", from: state, to: state,
        detail: ["attachment": .number(Double(added.id)), "type": .string(file.type.rawValue)])
      try writer.renewWorkOrder(order)
      try writer.audit(caller, AuditEntry("work_orders.attach", subject: .workOrders, id: order))
      return .init(row: added, isNew: true)
    }
  }
}

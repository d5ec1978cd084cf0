import Kernel
import Platform
import TagIndex
import WorkOrders

/// Makes something of a hot spot: a work order (巡检), or a project note (专项). One call each.
package enum ActOnHotSpot {
  /// The work order that the hot spot becomes; asked again, the one that it became.
  ///
  /// Who: callers with `push_orders` for whom the hot spot exists.
  /// - Throws: `not_found`, and what pushing an order is refused for.
  package static func raise(
    _ key: String, _ request: FindHotSpots.Request, text: String?, caller: Caller, app: AppContext
  ) async throws -> PushWorkOrder.Answer {
    try caller.must(.pushOrders)
    let told = try await FindHotSpots.one(key, request, caller: caller, app: app)
    let prepared = try await PushWorkOrder.prepare(draft(told, text), caller: caller, app: app)
    guard case .new(let new) = prepared else {
      guard case .known(let order) = prepared else { throw Problem.noSuchRow }
      return PushWorkOrder.Answer(order: order, isNew: false)
    }
    let (sight, area) = (try app.index.orderAccess(of: caller), try area(told, app))
    let title = title(told)
    return try await app.store.write { writer in
      let answer = try PushWorkOrder.write(new, caller, sight, writer)
      if try !writer.hasHotSpotNote(key: key, workOrder: answer.order.id) {
        let id = try writer.insertHotSpotNote(
          key: key, title: title, text: text ?? "", orders: told.evidence.map(\.row.id), area: area,
          workOrder: answer.order.id, by: caller)
        try writer.audit(
          caller, AuditEntry("hotspots.raise", subject: .workOrders, id: answer.order.id, reason: "hotspot_note \(id)"))
      }
      return answer
    }
  }

  /// A project note about the hot spot.
  ///
  /// Who: callers that may write, for whom the hot spot exists.
  /// - Returns: the note's id.
  /// - Throws: `not_found`.
  package static func note(
    _ key: String, _ request: FindHotSpots.Request, title: String?, text: String, caller: Caller, app: AppContext
  ) async throws -> Int64 {
    try caller.must(.write)
    let told = try await FindHotSpots.one(key, request, caller: caller, app: app)
    let area = try area(told, app)
    let heading = title ?? Self.title(told)
    return try await app.store.write { writer in
      let id = try writer.insertHotSpotNote(
        key: key, title: heading, text: text, orders: told.evidence.map(\.row.id), area: area, workOrder: nil,
        by: caller)
      try writer.audit(caller, AuditEntry("hotspots.note", reason: "hotspot_note \(id)"))
      return id
    }
  }

  /// The notes that exist for a caller, the newest first. Who: any caller that may read. A note is about tickets, and exists
  /// for whoever all of these exist for.
  ///
  /// - Parameter before: the id of the last note of the page before.
  package static func notes(
    before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<HotSpotNote> {
    try caller.must(.read)
    let seen = try AccessPolicy(caller, app).everyone(.workOrders)
    let notes = try await app.store.read { try $0.hotSpotNotes() }.filter { $0.isAbout(only: seen) }
    let rest = notes.filter { note in before.map { note.id < $0 } ?? true }
    return Page(total: notes.count, items: Array(rest.prefix(limit + 1)), limit: limit, key: \.id)
  }

  private static func title(_ told: HotSpotView) -> String {
    let name = told.subject.name.isEmpty ? told.subject.address ?? "" : told.subject.name
    return "热点：\(name)，\(told.evidence.count) 件工单"
  }

  private static func draft(_ told: HotSpotView, _ text: String?) -> WorkOrderDraft {
    let list = told.evidence.map { "\($0.row.number)（\($0.category)）" }.joined(separator: "、")
    let body = [text, told.subject.why, "相关工单：\(list)。"].compactMap { $0 }.joined(separator: "\n")
    var draft = WorkOrderDraft(
      source: TicketBook.patrol, externalID: "hotspot:\(told.key)", kind: .report, title: title(told),
      text: String(body.prefix(4000)), category: told.categories.first?.category)
    switch told.subject.kind {
    case .shop: draft.shop = told.subject.id.map(Int64.init)
    case .house: draft.house = told.subject.id.map(Int64.init)
    default: draft.address = told.subject.address
    }
    return draft
  }

  /// The smallest area that holds all tickets of the hot spot.
  private static func area(_ told: HotSpotView, _ app: AppContext) throws -> UInt32 {
    let areas = try app.index.areas
    let paths = told.evidence.map { areas.path($0.row.area).map(\.id) }
    let shared = (paths.first ?? []).first { id in paths.allSatisfy { $0.contains(id) } }
    guard let shared else { throw Problem(.notFound, "not_found", "没有这个热点，它可能已经随工单变化。") }
    return shared
  }
}

extension HotSpotNote {
  /// Whether every ticket that it names, and the order that came of it, is one of these.
  func isAbout(only orders: Bitmap) -> Bool {
    guard case .array(let ids)? = try? JSONReader.read(self.orders) else { return false }
    return (ids + (workOrder.map { [.number(Double($0))] } ?? [])).allSatisfy { id in
      if case .number(let id) = id { UInt32(exactly: id).map(orders.contains) ?? false } else { false }
    }
  }
}

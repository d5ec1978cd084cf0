import Kernel
import Platform
import Storage

/// Enters what became of subjects in a round. Who: callers that may write, for whom the campaign exists, and where it names
/// collectors only those and whoever manages it; on subjects in their areas.
///
/// A subject has one delivery in a round. What somebody has entered is replaced only by whoever says which version they have
/// seen; others are told who entered what.
package enum EnterDeliveries {
  package struct Item: Sendable {
    package var subject: Int64
    package var delivery: Delivery
    package var expected: DeliveryRules.Expected
    /// Where it stands in the body.
    package var pointer: String

    package init(
      _ subject: Int64, _ delivery: Delivery, expected: DeliveryRules.Expected = .nothing, at pointer: String = ""
    ) {
      (self.subject, self.delivery, self.expected, self.pointer) = (subject, delivery, expected, pointer)
    }
  }

  package enum Outcome: Sendable, Codable {
    case entered(EntryRow)
    case failed(Problem)
  }

  /// The most items in one call.
  package static let limit = 1000

  /// - Parameter round: nil for the last.
  /// - Returns: an outcome for each item, in their order: one that fails takes nothing of the others with it.
  /// - Throws: `not_found`, `campaign_closed`, `not_collector`, `too_many_items`.
  package static func run(
    _ id: Int64, round: Int?, _ items: [Result<Item, Problem>], caller: Caller, app: AppContext
  ) async throws -> [Outcome] {
    try caller.must(.write)
    guard items.count <= limit else { throw Problem.tooManyItems(limit) }
    let sight = try CampaignAccessPolicy(caller, app)
    return try await app.write(as: caller) { writer, access in
      let view = try sight.find(id, writer.read)
      let round = try view.round(round)
      try view.requireOpen()
      try requireCollector(view, caller)
      let desk = Desk(view: view, round: round, places: sight.places, caller: caller)
      return try items.map { item in
        do {
          return .entered(try writer.inSavepoint { try desk.enter(item.get(), writer) })
        } catch let problem as Problem {
          return .failed(problem)
        }
      }
    }
  }

  private static func requireCollector(_ view: CampaignView, _ caller: Caller) throws(Problem) {
    let names = view.row.draft.collectors
    guard names.isEmpty || names.contains(caller.name) || caller.may(.manageCampaigns) else {
      throw Problem(.forbidden, "not_collector", "这次发放只由指定的登记人登记。")
    }
  }

  /// What all items of a call share.
  private struct Desk {
    let view: CampaignView
    let round: Int
    let places: [UInt32]?
    let caller: Caller

    func enter(_ item: Item, _ writer: Writer) throws -> EntryRow {
      let id = view.row.id
      guard (1...Int64(UInt32.max)).contains(item.subject),
        let held = try writer.read.entry(campaign: id, round: round, subject: item.subject, places: places)
      else { throw Problem(.notFound, "not_found", "这一轮发放里没有这一户。") }
      let delivery = try DeliveryRules.settled(
        item.delivery, expected: held.expected, view.row.draft, today: writer.today, at: item.pointer)
      guard try DeliveryRules.admits(shown(delivery, writer), over: held, item.expected, by: caller) else {
        return held
      }
      try writer.putDelivery(delivery, on: held, campaign: id, by: caller)
      try writer.audit(
        caller,
        AuditEntry(
          "campaigns.deliver", subject: .campaigns, id: id,
          changes: [
            AuditEntry.Change("subject_id", before: nil, after: String(item.subject)),
            AuditEntry.Change("round", before: nil, after: String(round)),
            AuditEntry.Change("state", before: held.delivery.state.rawValue, after: delivery.state.rawValue),
            AuditEntry.Change(
              "quantity", before: held.delivery.quantity.map { String($0) },
              after: delivery.quantity.map { String($0) }),
          ].filter { $0.before != $0.after }))
      guard let new = try writer.read.entry(campaign: id, round: round, subject: item.subject, places: places) else {
        throw Problem.noSuchRow
      }
      return new
    }

    private func shown(_ delivery: Delivery, _ writer: Writer) -> Delivery {
      var shown = delivery
      (shown.note, shown.collectedBy) = (delivery.note.map(writer.shown), delivery.collectedBy.map(writer.shown))
      return shown
    }
  }
}

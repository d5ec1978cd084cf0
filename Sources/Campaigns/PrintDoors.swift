import Kernel
import Ledgers
import Platform
import Sheets
import Storage

/// The doors of a staircase on paper: who is to get what, what is entered already, and room to sign. Names stay masked. Who: callers
/// that may read, for whom the campaign exists; entries in their areas. The audit log has who took it, under the mark that the sheet bears.
package enum PrintDoors {
  package struct Wish: Sendable {
    package var building: Int64
    /// Nil for the last.
    package var round: Int?

    package init(building: Int64, round: Int? = nil) { (self.building, self.round) = (building, round) }
  }

  /// The most doors on one sheet.
  package static let limit = 2_000

  /// - Returns: a page of HTML made for A4.
  /// - Throws: `not_found`, also where no door of the building exists for the caller; `too_many_rows`.
  package static func run(_ id: Int64, _ wish: Wish, caller: Caller, app: AppContext) async throws -> [UInt8] {
    try caller.must(.read)
    let sight = try CampaignAccessPolicy(caller, app)
    let found = try await app.store.write { writer -> Sheet in
      let view = try sight.find(id, writer.read)
      let round = try view.round(wish.round)
      let filter = EntryFilter(round: round, building: wish.building, places: sight.places)
      let entries = try writer.read.entries(campaign: id, filter, after: nil, limit: limit + 1)
      guard !entries.isEmpty else { throw Problem(.notFound, "not_found", "这一轮发放里没有这一幢。") }
      guard entries.count <= limit else {
        throw Problem(.invalid, "too_many_rows", "一张表最多 \(limit) 户。")
      }
      let stamp = ExportStamp(
        mark: try writer.nextExportMark(), caller: caller.name, at: writer.now, isRevealing: false, reason: nil,
        approval: nil)
      try writer.audit(
        caller,
        AuditEntry(
          "campaigns.print", subject: .campaigns, id: id,
          changes: [
            AuditEntry.Change("building_id", before: nil, after: String(wish.building)),
            AuditEntry.Change("rows", before: nil, after: String(entries.count)),
            AuditEntry.Change("mark", before: nil, after: stamp.mark),
          ]))
      try writer.keepExportMark(stamp.mark)
      let place = try writer.read.buildingAddresses([wish.building])[wish.building] ?? ""
      return Sheet(draft: view.row.draft, round: round, place: place, stamp: stamp, entries: entries)
    }
    return try found.page()
  }

  private struct Sheet: Sendable, Codable {
    let title: String
    let subtitle: String
    let mark: String
    let at: Instant
    let entries: [EntryRow]

    init(draft: CampaignDraft, round: Int, place: String, stamp: ExportStamp, entries: [EntryRow]) {
      title = "\(draft.name)（\(draft.item)）· \(place)"
      let parts = [
        round == 1 ? "" : "第 \(round) 轮", "\(draft.since) 至 \(draft.until)", "共 \(entries.count) 户", stamp.line,
      ]
      subtitle = parts.filter { !$0.isEmpty }.joined(separator: " · ")
      (mark, at, self.entries) = (stamp.mark, stamp.at, entries)
    }

    func page() throws -> [UInt8] {
      let hasNames = entries.contains { $0.name != nil }
      var layout = SheetLayout(
        columns: [.init("门牌", width: 26)] + (hasNames ? [.init("姓名", width: 10)] : []) + [
          .init("应发", width: 6, kind: .number), .init("已登记", width: 14), .init("数量", width: 8, kind: .note),
          .init("签收", width: 14, kind: .note), .init("备注", width: 14, kind: .note),
        ], title: title, subtitle: subtitle)
      (layout.mark, layout.madeAt) = (mark, at)
      var bytes: [UInt8] = []
      let writer = HTMLWriter(layout: layout) { bytes += $0 }
      for entry in entries {
        let names: [Cell] = hasNames ? [.text(entry.name ?? "")] : []
        let amount = entry.delivery.quantity.map { " \($0)" } ?? ""
        let entered: Cell =
          entry.delivery.state == .waiting ? .empty : .text(entry.delivery.state.title + amount)
        try writer.write([.text(entry.address ?? "")] + names + [.number(Double(entry.expected)), entered])
      }
      try writer.finish()
      return bytes
    }
  }
}

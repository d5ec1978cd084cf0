import FilterLanguage
import Kernel
import Ledgers
import Platform
import Storage

/// Makes a campaign: asks whom it is for, freezes the answer, and makes its first round. Who: callers that may manage campaigns,
/// within their areas.
package enum StartCampaign {
  package struct Wish: Sendable {
    package var draft: CampaignDraft
    /// Whom it is for.
    package var source: LedgerSource
    package var subject: Subject?
    /// Codes; nil for the caller's own.
    package var areas: [String]?

    package init(_ draft: CampaignDraft, source: LedgerSource, subject: Subject? = nil, areas: [String]? = nil) {
      (self.draft, self.source, self.subject, self.areas) = (draft, source, subject, areas)
    }
  }

  /// Days for which the frozen rows are there after the end; what was entered stays.
  static let keptDays = 400
  /// The most subjects of one campaign.
  package static let limit = 200_000

  /// - Throws: what `LedgerDraftBuilder.draft` and `CampaignRules` throw, `bad_subject`, `nobody_found`, `too_many_rows`.
  package static func run(
    _ wish: Wish, pace: RunPace = RunPace(), caller: Caller, app: AppContext
  ) async throws -> CampaignView {
    try caller.must(.manageCampaigns)
    try CampaignRules.check(wish.draft)
    let ledger = try question(wish, caller, app)
    let view = try LedgerAccessPolicy(caller, app).draft(ledger)
    try check(view.subject, wish.draft)
    let draft = wish.draft
    // Before all the work; what decides is the same in the transaction. A request that comes again has its own code taken already.
    if KeyedWork.current?.hasWritten != true {
      try await app.store.read { reader in try CampaignRules.check(draft, changing: nil, reader) }
    }
    let plan = try await RunPlan.make(view, asOf: app.clock.today, caller: caller, app: app)
    guard !plan.ids.isEmpty else {
      throw Problem(
        .invalid, "nobody_found", "没有符合条件的对象，不能发放。", notes: [.init(.pointer("/where"), "没有符合条件的对象。")])
    }
    guard plan.ids.count <= limit else {
      throw Problem(.invalid, "too_many_rows", "一次发放最多 \(limit) 个对象，请按区划分开。")
    }
    let entries = try await EntryPlan.whole(plan, draft, app)
    let run = try await MakeRun.whole(
      plan, pace: pace, app: app, ledger: { writer in try writer.insertLedger(ledger, by: caller) },
      finishing: { run, writer in try write(draft, run, entries, caller, writer) })
    guard let id = try await app.store.read({ try $0.campaignID(run: run) }) else { throw CampaignAccessPolicy.none }
    return try await GetCampaign.run(id, caller: caller, app: app)
  }

  private static func write(
    _ draft: CampaignDraft, _ run: Int64, _ entries: [EntryDraft], _ caller: Caller, _ writer: Writer
  ) throws {
    try CampaignRules.check(draft, changing: nil, writer.read)
    guard let ledger = try writer.read.run(run)?.draft.ledger else { throw CampaignAccessPolicy.none }
    let id = try writer.insertCampaign(draft, ledger: ledger, run: run, entries: entries, by: caller)
    try writer.audit(
      caller,
      AuditEntry(
        "campaigns.create", subject: .campaigns, id: id,
        changes: [
          AuditEntry.Change("code", before: nil, after: draft.code),
          AuditEntry.Change("name", before: nil, after: draft.name),
          AuditEntry.Change("entries", before: nil, after: String(entries.count)),
        ]))
  }

  private static func question(_ wish: Wish, _ caller: Caller, _ app: AppContext) throws(Problem) -> LedgerDraft {
    var input = LedgerInput()
    (input.name, input.source, input.subject) = (.set(wish.draft.name), wish.source, wish.subject)
    (input.seenBy, input.sort) = (.area, .set("address"))
    if let areas = wish.areas { input.areas = .set(areas) }
    var draft = try LedgerDraftBuilder(caller, app).draft(input, isNamed: false)
    (draft.kind, draft.notes, draft.groupBy) = (.once, [], [])
    draft.keptUntil = wish.draft.until.adding(days: keptDays)
    return draft
  }

  private static func check(_ subject: Subject, _ draft: CampaignDraft) throws(Problem) {
    guard EntryPlan.subjects.contains(subject) else {
      let detail = "发放对象应为房屋、人员或商铺。"
      throw Problem(
        .invalid, "bad_subject", detail,
        notes: [.init(.pointer("/subject"), detail, suggestions: EntryPlan.subjects.map(\.word))])
    }
    guard draft.rule == .each || subject == .houses else {
      throw LedgerColumns.bad("/rule", "只有以房屋为对象时才能按居住人数发放。")
    }
  }
}

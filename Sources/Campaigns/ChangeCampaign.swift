import Kernel
import Platform
import Storage

/// Names, days and collectors of a campaign, and its end: nobody enters anything in one that is closed. Who: callers that may
/// manage campaigns, in whose areas all of it lies.
package enum ChangeCampaign {
  package struct Change: Sendable {
    package var code: FieldChange<String> = .keep
    package var name: FieldChange<String> = .keep
    package var item: FieldChange<String> = .keep
    package var since: FieldChange<Day> = .keep
    package var until: FieldChange<Day> = .keep
    package var collectors: FieldChange<[String]> = .keep
    package var isClosed: FieldChange<Bool> = .keep

    package init() {}
  }

  /// - Parameter version: as the caller last saw it; nil for whatever is there.
  /// - Throws: `not_found`, `missing_right`, `not_owner`, `version_conflict`, what `CampaignRules` throws.
  package static func run(
    _ id: Int64, _ change: Change, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> CampaignView {
    try caller.must(.manageCampaigns)
    let sight = try CampaignAccessPolicy(caller, app)
    try await app.store.write { writer in
      let view = try sight.find(id, writer.read)
      try sight.requireOwn(view)
      guard version == nil || version == view.row.version else { throw Problem.changedMeanwhile }
      let draft = changed(view.row.draft, change)
      try CampaignRules.check(draft)
      try CampaignRules.check(draft, changing: id, writer.read)
      var closing: Bool?
      if case .set(let isClosed?) = change.isClosed { closing = isClosed }
      try writer.updateCampaign(id, draft, closing: closing, by: caller)
      try writer.audit(
        caller,
        AuditEntry("campaigns.update", subject: .campaigns, id: id, changes: changes(view.row, draft, closing)))
    }
    return try await GetCampaign.run(id, caller: caller, app: app)
  }

  private static func changed(_ held: CampaignDraft, _ change: Change) -> CampaignDraft {
    var draft = held
    if case .set(let code?) = change.code { draft.code = code }
    if case .set(let name?) = change.name { draft.name = name }
    if case .set(let item?) = change.item { draft.item = item }
    if case .set(let since?) = change.since { draft.since = since }
    if case .set(let until?) = change.until { draft.until = until }
    if case .set(let collectors) = change.collectors { draft.collectors = collectors ?? [] }
    return draft
  }

  private static func changes(_ row: CampaignRow, _ new: CampaignDraft, _ closing: Bool?) -> [AuditEntry.Change] {
    let old = row.draft
    var pairs: [(String, String, String)] = [
      ("code", old.code, new.code), ("name", old.name, new.name), ("item", old.item, new.item),
      ("since", old.since.description, new.since.description), ("until", old.until.description, new.until.description),
      ("collectors", old.collectors.joined(separator: "、"), new.collectors.joined(separator: "、")),
    ]
    if let closing { pairs.append(("closed", String(row.closedAt != nil), String(closing))) }
    return pairs.filter { $0.1 != $0.2 }.map { AuditEntry.Change($0.0, before: $0.1, after: $0.2) }
  }
}

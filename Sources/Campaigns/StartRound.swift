import Kernel
import Platform
import Storage

/// A follow-up round of what the last one has left: nobody entered, nobody home, not all given. Who: callers that may manage
/// campaigns, in whose areas all of it lies.
package enum StartRound {
  /// - Throws: `not_found`, `missing_right`, `not_owner`, `campaign_closed`, `nothing_missing`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> CampaignView {
    try caller.must(.manageCampaigns)
    let sight = try CampaignAccessPolicy(caller, app)
    try await app.store.write { writer in
      let view = try sight.find(id, writer.read)
      try sight.requireOwn(view)
      try view.requireOpen()
      guard try writer.read.isTouched(id, round: view.lastRound) else {
        throw Problem(.conflict, "nothing_missing", "第 \(view.lastRound) 轮还没有登记过，不需要再走一轮。")
      }
      let count = try writer.followUp(id, round: view.lastRound, by: caller)
      guard count > 0 else {
        throw Problem(.conflict, "nothing_missing", "第 \(view.lastRound) 轮没有遗漏，不需要再走一轮。")
      }
      try writer.audit(
        caller,
        AuditEntry(
          "campaigns.round", subject: .campaigns, id: id,
          changes: [
            AuditEntry.Change("round", before: String(view.lastRound), after: String(view.lastRound + 1)),
            AuditEntry.Change("entries", before: nil, after: String(count)),
          ]))
    }
    return try await GetCampaign.run(id, caller: caller, app: app)
  }
}

extension CampaignView {
  /// - Throws: `campaign_closed`.
  func requireOpen() throws(Problem) {
    guard row.closedAt == nil else { throw Problem(.conflict, "campaign_closed", "这次发放已经结束。") }
  }
}

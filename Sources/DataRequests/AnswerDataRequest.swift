import Kernel
import Ledgers
import Platform
import Storage
import TagIndex

/// What a committee says to a request for data: that it has seen it, its answer, or an objection. Who: callers that may answer
/// for data, for committees in their areas.
///
/// An answer is a run of the request's question, made with the rights of whoever answers and for that committee alone, and
/// frozen: nobody copies anything by hand, and the asker reads what the committee has let go.
package enum AnswerDataRequest {
  package enum Act: String, Sendable, CaseIterable { case see, answer, object }

  package struct Wish: Sendable {
    package var act: Act
    /// Must be given to object.
    package var reason: String?
    /// A code; nil for whoever answers for one alone.
    package var committee: String?

    package init(_ act: Act, reason: String? = nil, committee: String? = nil) {
      (self.act, self.reason, self.committee) = (act, reason, committee)
    }
  }

  /// - Parameter version: the request's as the caller last saw it; nil for whatever is there.
  /// - Throws: `not_found`, `committee_missing`, `reason_missing`, `request_closed`, `already_answered`, `version_conflict`.
  package static func run(
    _ id: Int64, _ wish: Wish, version: Int64?, pace: RunPace = RunPace(), caller: Caller, app: AppContext
  ) async throws -> DataRequestView {
    try caller.must(.answerData)
    let view = try await GetDataRequest.find(id, caller: caller, app: app)
    let held = try committee(wish.committee, view)
    let step = try Step(view, held, wish, version, caller)
    switch wish.act {
    case .see:
      guard held.answer.state == .asked else { break }
      try await app.store.write { writer in try step.write(writer) }
    case .object: try await app.store.write { writer in try step.write(writer) }
    case .answer:
      var draft = view.ledger.row.draft
      draft.areas = [held.answer.committee]
      let row = view.ledger.row.with(draft)
      guard let ledger = try LedgerAccessPolicy(caller, app).view(row) else {
        throw Problem(.notFound, "not_found", "没有这条要数。")
      }
      let plan = try await RunPlan.make(ledger, asOf: app.clock.today, caller: caller, app: app)
      _ = try await MakeRun.make(
        plan, pace: pace, app: app, begun: { run, writer in try step.write(writer, run: run) })
    }
    return try await GetDataRequest.run(id, caller: caller, app: app)
  }

  private static func committee(
    _ code: String?, _ view: DataRequestView
  ) throws(Problem) -> DataRequestView.Committee {
    if code == nil, view.committees.count == 1, let only = view.committees.first { return only }
    if let code, let found = view.committees.first(where: { $0.area.code == code }) { return found }
    let detail = code.map { "这条要数没有问到代码为「\($0)」的居委会。" } ?? "您负责多个居委会，请用 committee 指明是哪一个。"
    throw Problem(
      .invalid, "committee_missing", detail,
      notes: [.init(.pointer("/committee"), detail, suggestions: view.committees.map(\.area.code))])
  }

  /// What is written, checked before anything is made.
  private struct Step: Sendable {
    let view: DataRequestView
    package let committee: AreaFacts
    let answer: CommitteeAnswer
    let act: Act
    package let reason: String?
    package let version: Int64?
    package let caller: Caller

    init(
      _ view: DataRequestView, _ held: DataRequestView.Committee, _ wish: Wish, _ version: Int64?, _ caller: Caller
    ) throws(Problem) {
      guard view.isOpen else { throw Problem(.conflict, "request_closed", "这条要数已经结束。") }
      let reason = wish.reason.map { CallerRules.folded($0) }
      if wish.act == .object, !(4...500).contains(reason?.count ?? 0) {
        let detail = "请写明不能提供的理由，4 至 500 个字。"
        throw Problem(.invalid, "reason_missing", detail, notes: [.init(.pointer("/reason"), detail)])
      }
      // An answer whose making came to nothing is none.
      let isVoid = [.cancelled, .failed].contains(held.run?.state)
      if wish.act != .see, held.answer.state == .answered, !isVoid {
        throw Problem(.conflict, "already_answered", "「\(held.area.name)」已于 \(held.answer.decidedAt ?? "") 答复。")
      }
      (self.view, committee, answer, act) = (view, held.area, held.answer, wish.act)
      (self.reason, self.version, self.caller) = (reason, version, caller)
    }

    /// - Throws: `version_conflict`, `request_closed` where somebody else was faster.
    package func write(_ writer: Writer, run: Int64? = nil) throws {
      let id = view.row.id
      try view.check(version, writer.read)
      let now = try writer.read.dataRequest(id)?.answers.first { $0.committee == answer.committee }
      guard now == answer else { throw Problem.changedMeanwhile }
      var next = answer
      if next.seenAt == nil { (next.seenAt, next.seenBy) = (writer.now.description, caller.name) }
      if act == .see {
        next.state = .seen
      } else {
        next.state = act == .answer ? .answered : .objected
        (next.decidedAt, next.decidedBy) = (writer.now.description, caller.name)
        (next.reason, next.run) = (act == .object ? reason : nil, run)
      }
      try writer.putAnswer(next, request: id)
      try writer.audit(
        caller,
        AuditEntry(
          "data_requests.\(act.rawValue)", subject: .dataRequests, id: id, reason: act == .object ? reason : nil,
          changes: [AuditEntry.Change("committee", before: nil, after: committee.code)]
            + (run.map { [AuditEntry.Change("run", before: nil, after: String($0))] } ?? [])))
    }
  }
}

extension LedgerRow {
  fileprivate func with(_ draft: LedgerDraft) -> LedgerRow {
    LedgerRow(
      id: id, draft: draft, ownerID: ownerID, owner: owner, madeAt: madeAt, retiredAt: retiredAt, version: version,
      updatedAt: updatedAt)
  }
}

import FilterLanguage
import GRDB
import Kernel
import Storage

extension Writer {
  package func insertRevealApproval(_ draft: RevealApprovalDraft, by caller: Caller, id callerID: Int64) throws -> Int64
  {
    var (run, ledger): (Int64?, Int64?) = (nil, nil)
    var (about, question): (String?, String?) = (nil, nil)
    switch draft.subject {
    case .run(let id): run = id
    case .ledger(let id, let text): (ledger, question) = (id, text)
    case .question(let word, let text): (about, question) = (word, text)
    }
    return try insert(
      """
      INSERT INTO reveal_approvals (run_id, ledger_id, question_subject, question, fields, purpose, people, until,
        caller_id, caller, role, areas, made_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, ledger, about, question, try StoredJSON.text(draft.fields), shown(draft.purpose), draft.people,
        draft.until.description, callerID, caller.name, caller.role.rawValue,
        caller.role.seesAllAreas ? nil : Reader.areasText(caller.areas), now.description, now.description,
      ])
  }

  /// - Parameter version: what whoever decides has seen; nil for whichever there is.
  package func decideRevealApproval(
    _ id: Int64, _ state: RevealApprovalState, note: String?, by caller: Caller, id callerID: Int64
  ) throws {
    try execute(
      """
      UPDATE reveal_approvals SET state = ?, note = ?, decided_by_id = ?, decided_by = ?, decided_at = ?,
        version = version + 1, updated_at = ? WHERE id = ?
      """, [state.rawValue, note.map(shown), callerID, caller.name, now.description, now.description, id])
  }

  package func revokeRevealApproval(_ id: Int64, by caller: Caller) throws {
    try execute(
      """
      UPDATE reveal_approvals SET state = 'revoked', revoked_by = ?, revoked_at = ?, version = version + 1,
        updated_at = ? WHERE id = ?
      """, [caller.name, now.description, now.description, id])
  }
}

extension Reader {
  package func revealApproval(_ id: Int64) throws -> RevealApproval? {
    try Row.fetchOne(db.cachedStatement(sql: Self.approvalColumns + " WHERE a.id = ?"), arguments: [id])
      .flatMap(Self.approval)
  }

  /// All of them, the newest first: there are few.
  package func revealApprovals(state: RevealApprovalState?) throws -> [RevealApproval] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.approvalColumns + " WHERE (? IS NULL OR a.state = ?) ORDER BY a.id DESC"),
      arguments: [state?.rawValue, state?.rawValue]
    ).compactMap(Self.approval)
  }

  /// Those that a caller has been given and that have not been taken back, the newest first.
  package func approvedReveals(of callerID: Int64) throws -> [RevealApproval] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.approvalColumns + " WHERE a.caller_id = ? AND a.state = 'approved' ORDER BY a.id DESC"),
      arguments: [callerID]
    ).compactMap(Self.approval)
  }

  /// Whether `maker` made this account or changed it, or made whoever did: then both are one person's.
  package func account(_ id: Int64, isOwedTo maker: Int64) throws -> Bool {
    var seen: Set<Int64> = []
    var open = [id]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      let makers = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT caller_id FROM audit WHERE subject = 'callers' AND subject_id = ? AND caller_id IS NOT NULL
              AND caller_id <> subject_id AND action IN ('callers.create', 'callers.update', 'tokens.create')
            """), arguments: [next])
      if makers.contains(maker) { return true }
      open += makers
    }
    return false
  }

  private static let approvalColumns = """
    SELECT a.id, a.run_id, a.ledger_id, a.question_subject, a.question, a.fields, a.purpose, a.people, a.until,
      a.caller_id, a.caller, a.role, a.areas, a.made_at, a.state, a.decided_by_id, a.decided_by, a.decided_at, a.note,
      a.revoked_by, a.revoked_at, a.version,
      (SELECT coalesce(sum(r.people), 0) FROM approved_reveals r WHERE r.approval_id = a.id) FROM reveal_approvals a
    """

  private static func approval(_ row: Row) throws -> RevealApproval? {
    guard let role = try Role(rawValue: row.value(11)), let state = try RevealApprovalState(rawValue: row.value(14)),
      let until = try row.day(8)
    else { return nil }
    let subject: RevealApprovalDraft.Subject =
      if let run = try row.value(1) as Int64? {
        .run(run)
      } else if let ledger = try row.value(2) as Int64? {
        try .ledger(ledger, question: row.value(4) ?? "")
      } else {
        try .question(about: row.value(3) ?? "", row.value(4) ?? "")
      }
    let draft = try RevealApprovalDraft(
      subject: subject, fields: try StoredJSON.value([String].self, row.value(5)), purpose: row.value(6),
      people: row.value(7),
      until: until)
    return try RevealApproval(
      id: row.value(0), draft: draft, callerID: row.value(9), caller: row.value(10), role: role,
      areas: try (row.value(12) as String?).map { try StoredJSON.value([Int64].self, $0) }, madeAt: row.value(13),
      state: state,
      decidedByID: row.value(15), decidedBy: row.value(16), decidedAt: row.value(17), note: row.value(18),
      revokedBy: row.value(19),
      revokedAt: row.value(20), used: row.value(22), version: row.value(21))
  }
}

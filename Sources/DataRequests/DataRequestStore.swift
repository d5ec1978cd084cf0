import GRDB
import Kernel
import Ledgers
import Storage

/// Which requests for data a list is of.
package struct DataRequestFilter: Sendable {
  /// Committees of which one must have been asked; nil for any.
  package var committees: [UInt32]?
  /// Only those where one of these committees has not said anything yet.
  package var isWaiting = false
  package var isOpen: Bool?

  package init(committees: [UInt32]?, isWaiting: Bool = false, isOpen: Bool? = nil) {
    (self.committees, self.isWaiting, self.isOpen) = (committees, isWaiting, isOpen)
  }
}

extension Reader {
  package func dataRequest(_ id: Int64) throws -> DataRequestRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.dataRequestColumns + " WHERE q.id = ?"), arguments: [id])
      .flatMap(dataRequest)
  }

  /// The newest first.
  ///
  /// - Parameter before: the id below which to go on.
  package func dataRequests(_ filter: DataRequestFilter, before: Int64?, limit: Int) throws -> [DataRequestRow] {
    let (condition, arguments) = Self.condition(filter)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: Self.dataRequestColumns + " WHERE q.id < ? AND \(condition) ORDER BY q.id DESC LIMIT ?"),
      arguments: [before ?? Int64.max] + arguments + [limit]
    ).compactMap(dataRequest)
  }

  package func dataRequestCount(_ filter: DataRequestFilter) throws -> Int {
    let (condition, arguments) = Self.condition(filter)
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM data_requests q WHERE \(condition)"), arguments: arguments) ?? 0
  }

  /// The newest requests about a subject that were made since a day and before another request, of these committees.
  package func dataRequests(
    about subject: String, since day: Day, before: Int64?, committees: [UInt32]?, limit: Int
  ) throws -> [DataRequestRow] {
    let (condition, arguments) = Self.condition(DataRequestFilter(committees: committees))
    return try Row.fetchAll(
      db.cachedStatement(
        sql: Self.dataRequestColumns + """
           WHERE q.made_at >= ? AND q.id < ? AND \(condition)
            AND (SELECT subject FROM ledgers l WHERE l.id = q.ledger_id) = ?
          ORDER BY q.id DESC LIMIT ?
          """), arguments: [day.description, before ?? Int64.max] + arguments + [subject, limit]
    ).compactMap(dataRequest)
  }

  /// The committees that a request was put to.
  package func dataRequestAreas(_ id: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT area_id FROM data_request_committees WHERE request_id = ?"), arguments: [id])
  }

  /// Whether what these committees are shown of a request changed at a moment: itself, or what one of them did with it.
  package func dataRequestChanged(_ id: Int64, at moment: String, for committees: [Int64]) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM data_requests WHERE id = ?1 AND ?2 IN (made_at, closed_at))
            OR EXISTS (
              SELECT 1 FROM json_each(?3) j CROSS JOIN data_request_committees c
                ON c.request_id = ?1 AND c.area_id = j.value
              WHERE ?2 IN (c.seen_at, c.decided_at))
          """), arguments: [id, moment, Self.list(committees)]) ?? false
  }

  /// These runs in short, by id.
  package func runBriefs(_ ids: [Int64]) throws -> [Int64: RunBrief] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, state, rows_total, as_of, expired_at IS NOT NULL FROM runs
          WHERE id IN (SELECT value FROM json_each(?))
          """), arguments: [Self.list(ids)])
    var briefs: [Int64: RunBrief] = [:]
    while let row = try rows.next() {
      let state: RunState = try row.value(4) ? .expired : row.word(1, in: "runs")
      try briefs[row.value(0)] = RunBrief(
        id: row.value(0), state: state, total: row.value(2), asOf: try row.mustDay(3, in: "runs"))
    }
    return briefs
  }

  private static func condition(_ filter: DataRequestFilter) -> (String, StatementArguments) {
    var (terms, arguments): ([String], StatementArguments) = (["TRUE"], [])
    var asked: [String] = []
    if let committees = filter.committees {
      asked.append("c.area_id IN (SELECT value FROM json_each(?))")
      arguments += [list(committees)]
    }
    if filter.isWaiting { asked.append("c.state IN ('asked', 'seen')") }
    if !asked.isEmpty {
      let those = asked.joined(separator: " AND ")
      terms.append("q.id IN (SELECT c.request_id FROM data_request_committees c WHERE \(those))")
    }
    if let isOpen = filter.isOpen { terms.append("q.closed_at IS \(isOpen ? "" : "NOT ")NULL") }
    return (terms.joined(separator: " AND "), arguments)
  }

  private static let dataRequestColumns = """
    SELECT q.id, q.ledger_id, q.purpose, q.basis, q.unit, q.due, q.despite, q.caller_id, q.caller, q.made_at,
      q.closed_at, q.closed_by, q.version FROM data_requests q
    """

  private func dataRequest(_ row: Row) throws -> DataRequestRow? {
    let id: Int64 = try row.value(0)
    guard let ledger = try ledger(row.value(1)) else { return nil }
    let answers = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT area_id, state, seen_at, seen_by, decided_at, decided_by, reason, run_id, version
          FROM data_request_committees
          WHERE request_id = ? ORDER BY area_id
          """), arguments: [id]
    ).map { row in
      var answer = try CommitteeAnswer(committee: row.value(0))
      answer.state = try row.word(1, in: "data_requests") as CommitteeState
      (answer.seenAt, answer.seenBy) = try (row.value(2), row.value(3))
      (answer.decidedAt, answer.decidedBy, answer.reason, answer.run) = try (
        row.value(4), row.value(5), row.value(6), row.value(7)
      )
      answer.version = try row.value(8)
      return answer
    }
    return try DataRequestRow(
      id: id, ledger: ledger,
      draft: DataRequestDraft(
        purpose: row.value(2), basis: row.value(3), unit: row.value(4), due: try row.mustDay(5, in: "data_requests"),
        despite: row.value(6)),
      callerID: row.value(7), caller: row.value(8), madeAt: row.value(9), closedAt: row.value(10),
      closedBy: row.value(11), version: row.value(12),
      answers: answers)
  }
}

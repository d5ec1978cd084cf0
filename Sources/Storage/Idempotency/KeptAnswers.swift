import Foundation
import GRDB
import Kernel

/// What was answered to a request that carried a key of the caller's.
package struct StoredAnswer: Sendable, Equatable {
  /// The status of a request that has begun to write and was never answered.
  static let unanswered = 0

  /// Tells this request from others that bear the same key.
  package let requestHash: Data
  package let status: Int
  package let location: String?
  /// Whatever the layer above needs to answer again; nil where that may not be kept.
  package let content: Data?

  package var isAnswered: Bool { status != Self.unanswered }

  package init(requestHash: Data, status: Int, location: String?, content: Data?) {
    (self.requestHash, self.status, self.location, self.content) = (requestHash, status, location, content)
  }
}

extension Reader {
  /// What was answered since `moment`; what is older counts as forgotten.
  package func keptAnswer(callerID: Int64, key: String, since moment: Instant) throws -> StoredAnswer? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT request_hash, status, location, body FROM idempotency
          WHERE caller_id = ? AND key = ? AND made_at >= ?
          """), arguments: [callerID, key, moment.description]
    ).map { row in
      let body: String = try row.value(3)
      return try StoredAnswer(
        requestHash: row.value(0), status: row.value(1), location: row.value(2),
        content: body.isEmpty
          ? nil
          : try keys.open(
            Data(base64Encoded: body) ?? Data(), at: SealedPlace("idempotency", "body", key: "\(callerID)/\(key)")))
    }
  }
}

extension SealedPlace {
  fileprivate static func step(_ step: Int, _ key: String, of callerID: Int64) -> SealedPlace {
    SealedPlace("idempotency_steps", "result_sealed", key: "\(callerID)/\(key)/\(step)")
  }
}

extension Reader {
  /// What the transactions of an unanswered request returned, by their number; nil in it where that was not kept.
  package func keyedSteps(callerID: Int64, key: String) throws -> [Int: Data?] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT step, result_sealed FROM idempotency_steps WHERE caller_id = ? AND key = ?"),
      arguments: [callerID, key])
    var steps: [Int: Data?] = [:]
    for row in rows {
      let (step, sealed): (Int, Data?) = try (row.value(0), row.value(1))
      steps.updateValue(try sealed.map { try keys.open($0, at: .step(step, key, of: callerID)) }, forKey: step)
    }
    return steps
  }
}

extension Writer {
  /// Keeps an answer, its content sealed. What its transactions returned is not needed any more.
  package func keep(_ answer: StoredAnswer, callerID: Int64, key: String) throws {
    try execute("DELETE FROM idempotency_steps WHERE caller_id = ? AND key = ?", [callerID, key])
    try execute(
      """
      INSERT OR REPLACE INTO idempotency (caller_id, key, request_hash, status, location, body, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        callerID, key, answer.requestHash, answer.status, answer.location,
        try answer.content.map {
          try keys.seal($0, at: SealedPlace("idempotency", "body", key: "\(callerID)/\(key)")).base64EncodedString()
        } ?? "", now.description,
      ])
  }

  /// Keeps what one transaction of a request returns, in that transaction.
  package func keep(_ result: Data?, step: Int, of work: KeyedWork) throws {
    try reserve(work)
    try execute(
      "INSERT INTO idempotency_steps (caller_id, key, step, result_sealed) VALUES (?, ?, ?, ?)",
      [
        work.callerID, work.key, step,
        try result.map { try keys.seal($0, at: .step(step, work.key, of: work.callerID)) },
      ])
  }

  /// The key is taken from the first transaction on.
  ///
  /// - Throws: `idempotency_key_reused` where another process has taken it meanwhile.
  private func reserve(_ work: KeyedWork) throws {
    try execute(
      "DELETE FROM idempotency WHERE caller_id = ? AND key = ? AND made_at < ?",
      [work.callerID, work.key, work.forgottenBefore.description])
    let held = try read.keptAnswer(callerID: work.callerID, key: work.key, since: work.forgottenBefore)
    if let held {
      guard held.requestHash == work.requestHash, !held.isAnswered else {
        throw Problem(.conflict, "idempotency_key_reused", "这个 Idempotency-Key 已用于另一个请求，请换一个。")
      }
      return
    }
    try keep(
      StoredAnswer(requestHash: work.requestHash, status: StoredAnswer.unanswered, location: nil, content: nil),
      callerID: work.callerID, key: work.key)
  }

  /// Forgets answers that were given before `moment`.
  package func forgetAnswers(before moment: Instant) throws {
    try execute("DELETE FROM idempotency WHERE made_at < ?", [moment.description])
  }
}

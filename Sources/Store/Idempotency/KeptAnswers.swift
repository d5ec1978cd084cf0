import Domain
import Foundation
import GRDB

/// What was answered to a request that carried a key of the caller's.
package struct KeptAnswer: Sendable, Equatable {
  /// Tells this request from others that bear the same key.
  package let requestHash: Data
  package let status: Int
  package let location: String?
  /// Whatever the layer above needs to answer again; nil where that may not be kept.
  package let content: Data?

  package init(requestHash: Data, status: Int, location: String?, content: Data?) {
    (self.requestHash, self.status, self.location, self.content) = (requestHash, status, location, content)
  }
}

extension Reader {
  /// What was answered since `moment`; what is older counts as forgotten.
  package func keptAnswer(callerID: Int64, key: String, since moment: Instant) throws -> KeptAnswer? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT request_hash, status, location, body FROM idempotency
          WHERE caller_id = ? AND key = ? AND made_at >= ?
          """), arguments: [callerID, key, moment.description]
    ).map { row in
      let body: String = row[3]
      return KeptAnswer(
        requestHash: row[0], status: row[1], location: row[2],
        content: body.isEmpty
          ? nil
          : try keys.open(
            Data(base64Encoded: body) ?? Data(), at: SealedPlace("idempotency", "body", key: "\(callerID)/\(key)")))
    }
  }
}

extension Writer {
  /// Keeps an answer, its content sealed.
  package func keep(_ answer: KeptAnswer, callerID: Int64, key: String) throws {
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

  /// Forgets answers that were given before `moment`.
  package func forgetAnswers(before moment: Instant) throws {
    try execute("DELETE FROM idempotency WHERE made_at < ?", [moment.description])
  }
}

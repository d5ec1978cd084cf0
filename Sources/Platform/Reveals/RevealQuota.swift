import Kernel
import Storage

/// How many people one caller may be shown in full within an hour: the one gate that every door with a name or number
/// behind it asks, in the transaction in which the audit log is told, before anything is shown.
///
/// People count, not requests: a file of three hundred is three hundred, and somebody who was shown within the hour does
/// not count again. It is all or nothing. The number is `SecuritySettings.revealsPerHour`; more needs an approval.
package enum RevealQuota {
  /// The stretch in which people are counted.
  package static let seconds = 3600

  /// - Throws: `too_many_reveals` with the seconds to wait where there will be room within the hour,
  ///   `reveal_approval_needed` where there never will.
  package static func charge(
    _ subjects: [RevealedSubject], caller: Caller, app: AppContext, _ writer: Writer
  ) throws {
    // Whoever runs the machine has the database and its key.
    guard let id = caller.id, !subjects.isEmpty else { return }
    let limit = app.security.settings.revealsPerHour
    switch try writer.countReveals(subjects, caller: id, limit: limit, seconds: seconds) {
    case .counted: return
    case .full(let asked, let left, let wait?):
      throw Problem(
        .tooMuch, "too_many_reveals",
        "一小时内最多查看 \(limit) 人的明文：这次 \(asked) 人，还剩 \(left) 人。请稍后再试，或申请批准（POST /v1/reveal_approvals）。",
        retryAfter: wait)
    case .full(let asked, _, nil): throw needsApproval(asked, limit)
    }
  }

  /// Refuses a caller who has been shown as many people as an hour has room for.
  ///
  /// - Throws: `too_many_reveals`.
  package static func mustHaveRoom(_ caller: Caller, _ app: AppContext) async throws {
    try await app.store.read { try mustHaveRoom(caller, app, $0) }
  }

  package static func mustHaveRoom(_ caller: Caller, _ app: AppContext, _ reader: Reader) throws {
    guard let id = caller.id else { return }
    let (now, limit) = (app.clock.now(), app.security.settings.revealsPerHour)
    let used = try reader.revealedPeople(of: id, since: now.adding(seconds: -seconds))
    guard used >= limit else { return }
    throw Problem(
      .tooMuch, "too_many_reveals", "一小时内最多查看 \(limit) 人的明文，名额已用完；这时也不能登记证件号码。请稍后再试。", retryAfter: 60)
  }

  /// Whether somebody was told that it would be too many.
  package static func isRefusal(_ problem: Problem) -> Bool {
    ["too_many_reveals", "reveal_approval_needed"].contains(problem.code)
  }

  package static func needsApproval(_ asked: Int, _ limit: Int) -> Problem {
    Problem(
      .forbidden, "reveal_approval_needed",
      "这次要查看 \(asked) 人的明文，超过每小时 \(limit) 人的上限。请缩小范围，或由另一人批准后再查看（POST /v1/reveal_approvals）。")
  }

  /// A reason as the audit log keeps it. - Throws: `reason_missing`.
  package static func reason(_ text: String, at place: Problem.Note.Place) throws(Problem) -> String {
    let reason = CallerRules.folded(text)
    guard (4...500).contains(reason.count) else {
      throw Problem(.invalid, "reason_missing", "请写明查看原因，4 至 500 个字。", notes: [.init(place, "4 至 500 个字。")])
    }
    return reason
  }
}

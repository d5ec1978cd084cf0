import GRDB
import Kernel
import Storage

extension Writer {
  /// Counts people that a caller is about to be shown, all of them or none: together with those of the last `seconds` they
  /// may not be more than `limit`. Somebody who was shown in that time does not count again.
  package func countReveals(
    _ subjects: [RevealedSubject], caller: Int64, limit: Int, seconds: Int
  ) throws -> RevealCount {
    let (moment, span) = (now.milliseconds, Int64(seconds) * 1000)
    try execute("DELETE FROM reveals WHERE caller_id = ? AND at <= ?", [caller, moment - span])
    // Moments a whole stretch ahead are from before the clock was set back.
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT subject, people, at FROM reveals WHERE caller_id = ? AND at <= ? ORDER BY at"),
      arguments: [caller, moment + span])
    let held = try rows.map { try (key: $0.value(0) as String, people: $0.value(1) as Int, at: $0.value(2) as Int64) }
    let known = Set(held.map(\.key))
    let asked = Dictionary(subjects.map { ($0.key, $0.people) }, uniquingKeysWith: max)
    let fresh = asked.filter { !known.contains($0.key) }.values.reduce(0, +)
    let used = held.reduce(0) { $0 + $1.people }
    guard used + fresh <= limit else {
      let wanted = asked.values.reduce(0, +)
      let left = max(0, limit - used)
      guard wanted <= limit else { return .full(asked: wanted, left: left, wait: nil) }
      var missing = used + fresh - limit
      for row in held where asked[row.key] == nil {
        missing -= row.people
        if missing <= 0 {
          return .full(asked: wanted, left: left, wait: max(1, Int((row.at + span - moment + 999) / 1000)))
        }
      }
      return .full(asked: wanted, left: left, wait: seconds)
    }
    for (key, people) in asked {
      try execute(
        """
        INSERT INTO reveals (caller_id, subject, people, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (caller_id, subject) DO UPDATE SET people = max(people, excluded.people), at = excluded.at
        """, [caller, key, people, moment])
    }
    return .counted
  }

  /// Counts people against an approval: all of them, or none where they would be more than it names.
  ///
  /// - Returns: whether they were counted.
  package func countApproved(_ subjects: [RevealedSubject], approval: RevealApproval) throws -> Bool {
    let held = try Set(
      String.fetchAll(
        db.cachedStatement(sql: "SELECT subject FROM approved_reveals WHERE approval_id = ?"),
        arguments: [approval.id]))
    let fresh = Dictionary(subjects.map { ($0.key, $0.people) }, uniquingKeysWith: max)
      .filter { !held.contains($0.key) }
    guard approval.used + fresh.values.reduce(0, +) <= approval.draft.people else { return false }
    for (key, people) in fresh {
      try execute(
        "INSERT INTO approved_reveals (approval_id, subject, people) VALUES (?, ?, ?)", [approval.id, key, people])
    }
    return true
  }
}

extension Reader {
  /// How many people a caller has been shown since a moment.
  package func revealedPeople(of caller: Int64, since moment: Instant) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(sum(people), 0) FROM reveals WHERE caller_id = ? AND at > ?"),
      arguments: [caller, moment.milliseconds]) ?? 0
  }

  /// The key under which a number counts that nobody in sight has: it tells nothing of the number.
  package func literal(_ field: String, _ value: String) -> RevealedSubject {
    let hash = keys.findingKey("literal.\(field)", value)
    return RevealedSubject(key: "literal:" + hash.map { String($0, radix: 16) }.joined(separator: "."))
  }

  /// How it counts that a caller has tried a value of a row that is shown masked. The first other value since the moment is a change,
  /// or a namesake, and counts as nobody; each further one is a guess. The right one tells nothing unless others were tried.
  ///
  /// - Parameter isRight: whether it is the value held.
  /// - Returns: nil where nothing is to be counted.
  package func trial(
    of value: String, _ field: String, _ kind: SubjectKind, _ id: Int64, isRight: Bool, by caller: Int64,
    since moment: Instant
  ) throws -> RevealedSubject? {
    let prefix = "other:\(kind.rawValue):\(field):\(id):"
    let others = try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT subject FROM reveals WHERE caller_id = ? AND subject >= ? AND subject < ? AND at > ?"),
      arguments: [caller, prefix, prefix + "~", moment.milliseconds])
    if isRight { return others.isEmpty ? nil : .row(kind, id) }
    let hash = keys.findingKey("literal.\(field)", value).map { String($0, radix: 16) }.joined(separator: ".")
    return RevealedSubject(key: prefix + hash, people: others.allSatisfy { $0 == prefix + hash } ? 0 : 1)
  }

  /// Of these people, those in whose name a character stands behind the first: the first one is shown to everybody.
  package func people(_ ids: [UInt32], hiding character: String) throws -> [UInt32] {
    try UInt32.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.id FROM json_each(?) j CROSS JOIN people p ON p.id = j.value WHERE instr(substr(p.name, 2), ?) > 0
          """), arguments: [Self.list(ids), character])
  }
}

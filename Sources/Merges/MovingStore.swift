import Foundation
import GRDB
import Kernel
import Platform
import Registry
import Storage

extension Writer {
  /// Hangs on `kept` whatever hangs on `gone`, and ends the row of `gone`.
  func move(from gone: Int64, to kept: Int64, _ state: inout MergeState) throws {
    try joinSpans(.occupancies, key: "house_id || ' ' || role", from: gone, to: kept, &state)
    try joinSpans(.taggings, key: "CAST(tag_id AS TEXT)", from: gone, to: kept, &state)
    for table in [HangingTable.records, .visits] {
      for id in try ids(table.rawValue, of: gone) { try hang(table, id, on: kept) }
    }
    try moveClaims(from: gone, to: kept, &state)
    try moveReminders(from: gone, to: kept, &state)
    try moveRosterRows(from: gone, to: kept, &state)
    try copyTicks(from: gone, to: kept, &state)
    try goThrough(kept, where: gone, &state)
    try execute("DELETE FROM people WHERE id = ?", [gone])
    try recordChange(.people, gone, .delete)
  }

  /// Links and tags: a person has one of a kind at a time.
  private func joinSpans(
    _ table: HangingTable, key: String, from gone: Int64, to kept: Int64, _ state: inout MergeState
  ) throws {
    let (own, others) = (try spans(table, key: key, of: kept), try spans(table, key: key, of: gone))
    let plan = MergeRules.join(kept: own, gone: others)
    for id in plan.removed { state.removed.append(try takeAway(table.rawValue, id)) }
    for span in plan.stretched {
      guard let before = (own + others).first(where: { $0.id == span.id }) else { continue }
      try setDays(table, span.id, since: span.since, until: span.until)
      state.stretched.append(
        .init(row: .init(table: table.rawValue, id: span.id), since: before.since, until: before.until))
    }
    for id in plan.moved { try hang(table, id, on: kept) }
  }

  private func spans(_ table: HangingTable, key: String, of person: Int64) throws -> [MergeRules.Span] {
    try Row.fetchAll(
      db,
      sql: "SELECT id, \(key) AS span_key, since, until FROM \(table.rawValue) WHERE person_id = ? ORDER BY id",
      arguments: [person]
    ).map { row in
      let row = StoredRow(table.rawValue, row)
      return MergeRules.Span(
        id: try row["id"], key: try row["span_key"], since: try row["since"], until: try row["until"])
    }
  }

  private func ids(_ table: String, of person: Int64) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM \(table) WHERE person_id = ? ORDER BY id", arguments: [person])
  }

  /// What a source has said of both is said once.
  private func moveClaims(from gone: Int64, to kept: Int64, _ state: inout MergeState) throws {
    let held = try read.heldClaims("person_id", kept)
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, field, value, source, value_sealed FROM claims WHERE person_id = ? ORDER BY id",
      arguments: [gone])
    for row in rows.map({ StoredRow("claims", $0) }) {
      let (id, sealed): (Int64, Data?) = (try row["id"], try row["value_sealed"])
      let whole = try sealed.map { try keys.openText($0, at: SealedPlace("claims", "value_sealed", row: id)) }
      if held.contains(ExistingClaim(try row["field"], try whole ?? row["value"], try row["source"])) {
        state.removed.append(try takeAway("claims", id, whole: whole))
      } else {
        try hang(.claims, id, on: kept)
      }
    }
  }

  /// Of one occasion a person is reminded of once.
  private func moveReminders(from gone: Int64, to kept: Int64, _ state: inout MergeState) throws {
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM reminders WHERE subject = 'people' AND subject_id = ? ORDER BY id", arguments: [gone])
    for id in ids {
      try execute("UPDATE OR IGNORE reminders SET subject_id = ? WHERE id = ?", [kept, id])
      guard db.changesCount == 0 else {
        state.reminders.append(id)
        try recordChange(.reminders, id, .update)
        continue
      }
      state.removed.append(try takeAway("reminders", id))
    }
  }

  /// Rows of rosters say whom they made or changed.
  private func moveRosterRows(from gone: Int64, to kept: Int64, _ state: inout MergeState) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.import_id, r.n FROM imports i CROSS JOIN import_rows r INDEXED BY import_rows_subject
          ON r.import_id = i.id AND r.subject_id = ?
        WHERE i.subject IN ('people', 'tenancies')
        """, arguments: [gone]
    ).map { StoredRow("import_rows", $0) }
    state.rosterRows = try rows.map { MergeState.RosterRow(roster: try $0["import_id"], n: try $0["n"]) }
    for row in state.rosterRows { try setRosterRow(row, to: kept) }
  }

  func setRosterRow(_ row: MergeState.RosterRow, to person: Int64) throws {
    try execute(
      "UPDATE import_rows SET subject_id = ? WHERE import_id = ? AND n = ?", [person, row.roster, row.n])
  }

  /// Schedules remind of rows that come up anew: whoever went through as the other is not new.
  private func goThrough(_ kept: Int64, where gone: Int64, _ state: inout MergeState) throws {
    let (own, other) = (UInt32(truncatingIfNeeded: kept), UInt32(truncatingIfNeeded: gone))
    for (ledger, subjects) in try goneThrough() where subjects.contains(other) && !subjects.contains(own) {
      try putGoneThrough(ledger, subjects.union([own]))
      state.goneThrough.append(ledger)
    }
  }

  func takeBackGoneThrough(_ kept: Int64, _ ledgers: [Int64]) throws {
    for (ledger, subjects) in try goneThrough() where ledgers.contains(ledger) {
      try putGoneThrough(ledger, subjects.subtracting([UInt32(truncatingIfNeeded: kept)]))
    }
  }

  private func goneThrough() throws -> [(ledger: Int64, subjects: Set<UInt32>)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT g.ledger_id, g.subjects FROM ledger_reminded g JOIN ledgers l ON l.id = g.ledger_id
        WHERE l.subject = 'people'
        """
    ).map { row in
      let row = StoredRow("ledger_reminded", row)
      return (try row["ledger_id"], Set(SubjectList.read(try row["subjects"])))
    }
  }

  private func putGoneThrough(_ ledger: Int64, _ subjects: Set<UInt32>) throws {
    try execute(
      "UPDATE ledger_reminded SET subjects = ? WHERE ledger_id = ?", [SubjectList.write(subjects.sorted()), ledger])
  }
}

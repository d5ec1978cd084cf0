import GRDB
import Kernel
import Platform
import Registry
import Storage

extension Writer {
  /// What somebody has built on a merge, in words; empty where it can be undone.
  ///
  /// - Parameter mayHear: whether the caller may know of a row; of others it is said that there are some, and nothing else.
  func builtUpon(
    _ state: MergeState, kept: Int64, mayHear: (_ table: HangingTable, _ about: Int64) throws -> Bool
  ) throws -> [String] {
    guard let held = try read.person(kept) else { return ["留下的人后来又并入了别人"] }
    var found = held.version == state.version ? [] : ["留下的人的信息后来改过"]
    for row in state.moved + state.stretched.map(\.row) {
      guard let table = HangingTable(rawValue: row.table) else { continue }
      let now = try hanging(table, row.id)
      if let now, now.person == kept, now.row.mark == row.mark { continue }
      let isKnown = try row.about.map { try mayHear(table, $0) } ?? true
      let said = isKnown ? Self.said(table, row.id) : "合并时转来的内容后来改过"
      if !found.contains(said) { found.append(said) }
    }
    return found
  }

  private static func said(_ table: HangingTable, _ id: Int64) -> String {
    let title =
      switch table {
      case .occupancies: "居住关系"
      case .taggings: "标签"
      case .records: "专题库记录"
      case .visits: "走访"
      case .claims: "其他来源的说法"
      }
    return "\(title)（编号 \(id)）后来改过或删去了"
  }

  /// Puts back both people and all that hung on the one that had ended. `builtUpon` has said that nothing stands against it.
  func takeApart(_ state: MergeState, kept: Int64, gone: Int64) throws {
    let old = state.gone
    try execute(
      """
      INSERT INTO people (id, name, sex, birth_date, death_date, hukou, ethnicity, education, source, version, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        gone, old.name, old.sex, old.birth, old.death, old.hukou, old.ethnicity, old.education, old.source,
        old.version + 1, now.description,
      ])
    try recordChange(.people, gone, .create)
    for id in state.claims { try execute("DELETE FROM claims WHERE id = ?", [id]) }
    for row in state.moved {
      if let table = HangingTable(rawValue: row.table) { try hang(table, row.id, on: gone) }
    }
    for one in state.stretched {
      guard let table = HangingTable(rawValue: one.row.table) else { continue }
      try setDays(table, one.row.id, since: one.since, until: one.until)
    }
    for row in state.removed { try putBack(row) }
    for id in state.reminders {
      try execute("UPDATE OR IGNORE reminders SET subject_id = ? WHERE id = ? AND subject_id = ?", [gone, id, kept])
      if db.changesCount > 0 { try recordChange(.reminders, id, .update) }
    }
    for row in state.rosterRows { try setRosterRow(row, to: gone) }
    try takeBackTicks(state.ticks, from: kept)
    try takeBackGoneThrough(kept, state.goneThrough)
    if let held = try read.person(kept) {
      _ = try updatePerson(kept, state.kept.patch(from: PersonState(held)))
    }
    var numbers = PersonPatch()
    (numbers.idKind, numbers.idNumber, numbers.phone) = (.set(old.idKind), .set(old.idNumber), .set(old.phone))
    _ = try updatePerson(gone, numbers)
  }

  /// Refuses what the person's days of birth and death contradict: the rule of every door. See `LifeRules`.
  func requireLife(of person: Int64) throws {
    guard let life = try read.life(person) else { return }
    try LifeRules.check(birth: life.birth, death: life.death, links: read.occupancies(ofPerson: person).map(\.period))
    try LifeRules.check(birth: life.birth, death: life.death, visits: read.visited(person))
  }

  /// Refuses to take apart what the kept person has got since and could not have without the other: links that the birth or
  /// death of before contradicts, visits where the person has never lived. What was there before comes back as it was.
  func requireSincePossible(_ state: MergeState, kept: Int64) throws {
    let links = try read.occupancies(ofPerson: kept).filter { $0.id > state.lastLink }
    if let life = try read.life(kept) {
      try LifeRules.check(birth: life.birth, death: life.death, links: links.map(\.period))
    }
    let outside =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM visits v WHERE v.person_id = ?1 AND v.id > ?2
            AND NOT EXISTS (SELECT 1 FROM occupancies o WHERE o.person_id = ?1 AND o.house_id = v.house_id))
          """, arguments: [kept, state.lastVisit]) ?? false
    guard outside else { return }
    throw Problem(.conflict, "contradiction", "合并之后新登记的走访与拆开后的两人对不上（没有住过那处房屋），不能撤销。请逐项更正。")
  }

  /// The last links and visits that there are of anybody.
  func noteWhatThereIs(in state: inout MergeState) throws {
    state.lastLink = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM occupancies") ?? 0
    state.lastVisit = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM visits") ?? 0
  }
}

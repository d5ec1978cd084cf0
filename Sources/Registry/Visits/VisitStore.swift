import GRDB
import Kernel
import Storage

extension Writer {
  /// - Throws: what `VisitRules` refuses.
  package func insertVisit(_ draft: VisitDraft, by caller: Caller) throws -> Int64 {
    let links = try draft.person.map { person in
      try read.occupancies(ofPerson: person).filter { $0.house == draft.house }.map(\.period)
    }
    let life = try draft.person.flatMap { try read.life($0) }
    try VisitRules.check(on: draft.on, links: links, life: life, today: today)
    let id = try insert(
      """
      INSERT INTO visits (house_id, person_id, visited_on, purpose, note, by_caller, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.house, draft.person, draft.on.description, shown(draft.purpose), shown(draft.note), caller.name,
        now.description,
      ])
    try seal(draft.purpose, "purpose", of: .visits, id)
    try seal(draft.note, "note", of: .visits, id)
    try recordChange(.visits, id, .create)
    return id
  }

  /// Something was added to a visit.
  func renewVisit(_ id: Int64) throws {
    try execute("UPDATE visits SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.visits, id, .update)
  }

  /// Takes back a visit that was never made. The house is touched too, for those who follow the changes of one area.
  package func deleteVisit(_ id: Int64, house: Int64) throws {
    try deleteAttachments(visit: id)
    try execute("DELETE FROM visits WHERE id = ?", [id])
    try unseal(of: .visits, id)
    try recordChange(.visits, id, .delete)
    try recordChange(.houses, house, .update)
  }
}

extension Reader {
  package func visit(_ id: Int64) throws -> VisitRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.visitColumns + " WHERE id = ?"), arguments: [id]).map(Self.visit)
  }

  /// The visits to a house, newest first, after the last one of the page before.
  package func visits(house: Int64, after last: (on: Day, id: Int64)? = nil, limit: Int) throws -> [VisitRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.visitColumns
          + " WHERE house_id = ? AND (visited_on, id) < (?, ?) ORDER BY visited_on DESC, id DESC LIMIT ?"),
      arguments: [house, last?.on.description ?? "9999-99-99", last?.id ?? 0, limit]
    ).map(Self.visit)
  }

  package func visitCount(house: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM visits WHERE house_id = ?"), arguments: [house]) ?? 0
  }

  private static let visitColumns =
    """
    SELECT id, house_id, person_id, visited_on, purpose, note, by_caller, version, updated_at,
      (SELECT count(*) FROM attachments WHERE visit_id = visits.id) FROM visits
    """

  private static func visit(_ row: Row) throws -> VisitRow {
    try VisitRow(
      id: row.value(0), house: row.value(1), person: row.value(2), on: try row.mustDay(3, in: "visits"),
      purpose: row.value(4), note: row.value(5),
      by: row.value(6), version: row.value(7), updatedAt: row.value(8), photos: row.value(9))
  }
}

import Foundation
import GRDB
import Kernel
import Storage

// The tables' own answers, in plain SQL without the index, for `check` to compare with.

extension Reader {
  /// What SQLite finds wrong with the file; empty when it is whole.
  package func integrityFaults() throws -> [String] {
    let file = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20)
    return try file + keys.map { try "foreign key: \($0.value(0) as String? ?? "?") row \($0.value(1) as Int64? ?? 0)" }
  }

  /// How many subjects each assigned tag holds for on a day, by the tag's id; the dead do not count.
  package func taggedCounts(on day: Day) throws -> [Int64: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT g.tag_id, count(DISTINCT coalesce(g.person_id, g.house_id, g.shop_id, g.building_id))
        FROM taggings g LEFT JOIN people p ON p.id = g.person_id
        WHERE g.since <= :day AND (g.until IS NULL OR g.until > :day)
          AND (p.death_date IS NULL OR p.death_date > :day) GROUP BY g.tag_id
        """, arguments: ["day": day.description])
    return try Dictionary(rows.map { try ($0.value(0), $0.value(1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Both of two assigned tags of people, on a day.
  package func taggedCount(both first: Int64, _ second: Int64, on day: Day) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM people p WHERE (p.death_date IS NULL OR p.death_date > :day)
          AND EXISTS (SELECT 1 FROM taggings g WHERE g.person_id = p.id AND g.tag_id = :first AND g.since <= :day
            AND (g.until IS NULL OR g.until > :day))
          AND EXISTS (SELECT 1 FROM taggings g WHERE g.person_id = p.id AND g.tag_id = :second AND g.since <= :day
            AND (g.until IS NULL OR g.until > :day))
        """, arguments: ["first": first, "second": second, "day": day.description]) ?? 0
  }

  /// People alive, houses, buildings, shops and assets.
  package func subjectCounts(on day: Day) throws -> [SubjectKind: Int] {
    var counts: [SubjectKind: Int] = [:]
    for kind in [SubjectKind.houses, .buildings, .shops, .assets] {
      counts[kind] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(kind.rawValue)") ?? 0
    }
    counts[.people] =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM people WHERE death_date IS NULL OR death_date > ?",
        arguments: [day.description]) ?? 0
    return counts
  }

  /// Alive on the day, of at least this age, and alone in a house that is held on the day.
  package func elderAloneCount(age: Int, on day: Day) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        WITH living AS (
          SELECT DISTINCT o.house_id, o.person_id FROM occupancies o JOIN people p ON p.id = o.person_id
          WHERE o.role <> 'operator' AND (o.since IS NULL OR o.since <= :day) AND (o.until IS NULL OR o.until > :day)
            AND (p.death_date IS NULL OR p.death_date > :day)),
        alone AS (SELECT house_id FROM living GROUP BY house_id HAVING count(*) = 1)
        SELECT count(DISTINCT l.person_id) FROM living l JOIN alone a ON a.house_id = l.house_id
        JOIN people p ON p.id = l.person_id WHERE p.birth_date <= :latest
        """, arguments: ["day": day.description, "latest": Self.latestBirth(age: age, on: day).description]) ?? 0
  }

  /// The last birth date with which somebody has completed that many years.
  private static func latestBirth(age: Int, on day: Day) -> Day {
    var birth = day.adding(years: -age)
    while (Age.years(born: birth.adding(days: 1), on: day) ?? -1) >= age { birth = birth.adding(days: 1) }
    while (Age.years(born: birth, on: day) ?? -1) < age { birth = birth.adding(days: -1) }
    return birth
  }
}

import GRDB
import Kernel
import Storage

/// What must hold among the rows, in plain SQL: the rules that the writing asks (`LifeRules`, `OccupancyRules`,
/// `TaggingRules`, `VisitRules`) said a second time, for a file that somebody has written past the program.
enum RuleChecks {
  /// `sql` finds the ids of rows that break the rule; `:day` is today.
  static let all: [(rule: String, table: String, sql: String)] =
    [
      ("died before birth", "people", "SELECT id FROM people WHERE death_date < birth_date"),
      ("born or died in the future", "people", "SELECT id FROM people WHERE birth_date > :day OR death_date > :day"),
      (
        "begins before the person's birth or after the death", "occupancies",
        """
        SELECT o.id FROM occupancies o JOIN people p ON p.id = o.person_id
        WHERE (o.until IS NULL OR o.since < o.until) AND (o.since < p.birth_date OR o.since > p.death_date)
        """
      ),
      ("twice at once", "occupancies", overlapping("person_id")),
      ("twice at once", "occupancies", overlapping("shop_id")),
      ("in the future", "visits", "SELECT id FROM visits WHERE visited_on > :day"),
      (
        "before the person's birth or after the death", "visits",
        """
        SELECT v.id FROM visits v JOIN people p ON p.id = v.person_id
        WHERE v.visited_on < p.birth_date OR v.visited_on > p.death_date
        """
      ),
      (
        "in a grid of another committee", "houses",
        "SELECT h.id FROM houses h JOIN areas g ON g.id = h.grid_id WHERE g.parent_id <> h.committee_id"
      ),
      (
        "lie elsewhere than their first house", "buildings",
        """
        SELECT b.id FROM buildings b JOIN houses h ON h.id = (
          SELECT f.id FROM houses f WHERE f.building_id = b.id ORDER BY f.id LIMIT 1)
        WHERE h.committee_id <> b.committee_id OR h.grid_id IS NOT b.grid_id
        """
      ),
      (
        "lie elsewhere than their house", "work_orders",
        """
        SELECT w.id FROM work_orders w JOIN houses h ON h.id = w.house_id
        WHERE w.committee_id IS NOT h.committee_id OR w.grid_id IS NOT h.grid_id
          OR w.area_id <> coalesce(h.grid_id, h.committee_id)
        """
      ),
      (
        "of a unit that is not on the list", "work_orders",
        """
        SELECT id FROM work_orders WHERE unit IS NOT NULL AND unit_area_id IS NULL
          AND unit NOT IN (SELECT name FROM units)
        """
      ),
      (
        "are counted wrongly", "campaigns",
        """
        SELECT c.id FROM campaigns c
        JOIN (SELECT campaign_id, count(*) AS n, coalesce(sum(quantity), 0) AS q FROM campaign_entries GROUP BY 1) e
          ON e.campaign_id = c.id
        LEFT JOIN (SELECT campaign_id, sum(entries) AS n, sum(quantity) AS q FROM campaign_counts GROUP BY 1) k
          ON k.campaign_id = c.id
        LEFT JOIN (SELECT campaign_id, sum(entries) AS n, sum(quantity) AS q FROM campaign_building_counts GROUP BY 1) b
          ON b.campaign_id = c.id
        WHERE e.n IS NOT k.n OR e.q IS NOT k.q OR e.n IS NOT b.n OR e.q IS NOT b.q
        """
      ),
      (
        "lie elsewhere than their house", "campaign_entries",
        """
        SELECT e.id FROM campaign_entries e JOIN houses h ON h.id = e.house_id
        WHERE e.committee_id IS NOT h.committee_id OR e.grid_id IS NOT h.grid_id
        """
      ),
      (
        "of somebody who never lived there", "visits",
        """
        SELECT v.id FROM visits v WHERE v.person_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM occupancies o WHERE o.person_id = v.person_id AND o.house_id = v.house_id)
        """
      ),
    ]
    + ["person_id", "house_id", "shop_id", "building_id"].map { column in
      (
        "twice at once", "taggings",
        """
        SELECT t.id FROM taggings t JOIN taggings u ON u.\(column) = t.\(column) AND u.tag_id = t.tag_id AND u.id > t.id
        WHERE t.\(column) IS NOT NULL AND (t.until IS NULL OR t.since < t.until) AND (u.until IS NULL OR u.since < u.until)
          AND (t.until IS NULL OR u.since < t.until) AND (u.until IS NULL OR t.since < u.until)
        """
      )
    }

  private static func overlapping(_ column: String) -> String {
    """
    SELECT o.id FROM occupancies o JOIN occupancies q ON q.\(column) = o.\(column) AND q.id > o.id
      AND q.house_id = o.house_id AND q.role = o.role
    WHERE o.\(column) IS NOT NULL AND (o.since IS NULL OR o.until IS NULL OR o.since < o.until)
      AND (q.since IS NULL OR q.until IS NULL OR q.since < q.until)
      AND (o.until IS NULL OR q.since IS NULL OR q.since < o.until)
      AND (q.until IS NULL OR o.since IS NULL OR o.since < q.until)
    """
  }
}

extension Reader {
  /// Rows that break a rule, a line a rule, with how many and the first few ids; empty when all is well.
  package func ruleFaults(on day: Day) throws -> [String] {
    try RuleChecks.all.compactMap { check in
      let dated: StatementArguments = check.sql.contains(":day") ? ["day": day.description] : []
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(check.sql))", arguments: dated) ?? 0
      guard count > 0 else { return nil }
      let ids = try Int64.fetchAll(db, sql: check.sql + " LIMIT 5", arguments: dated)
      let shown = ids.map { String($0) }.joined(separator: ", ")
      return "rules: \(check.table) \(check.rule): \(count) (\(shown)\(count > ids.count ? ", …" : ""))"
    }
  }

  /// Tables whose next id is one that has been given before, by what the feed and the rows remember.
  package func reusedIDs() throws -> [String] {
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%  id INTEGER PRIMARY KEY%'")
    return try tables.compactMap { table in
      let given = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) ?? 0
      let highest =
        try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM \(table.quotedDatabaseIdentifier)") ?? 0
      let told =
        try Int64.fetchOne(
          db, sql: "SELECT coalesce(max(subject_id), 0) FROM changes WHERE subject = ?", arguments: [table]) ?? 0
      return max(highest, given) < told ? "ids: \(table) would give \(highest + 1) again" : nil
    }
  }
}

import TagIndex

extension Projection {
  /// A column by its name, of those that are listed or that are worked out from them; nil for no such column. Tags are not
  /// the database's to tell: the index knows the computed ones.
  package func column(_ name: ColumnName) -> Column? {
    switch name {
    case .plain(let name): return columns.first { $0.name == name }
    case .turns(let years):
      guard table == "people" else { return nil }
      return .init(
        name: "turns(\(years))", sql: Self.turns(years), located: false, isDefault: false, kind: .day)
    case .daysUntil(let inner):
      guard let day = column(inner), day.kind == .day else { return nil }
      return .init(
        name: "days_until(\(day.name))", sql: "CAST(julianday(\(day.sql)) - julianday(:as_of) AS INTEGER)",
        located: day.located, isDefault: false, kind: .number)
    case .tags: return nil
    }
  }

  /// The day that completes so many years: SQLite makes 1 March of a 29 February that a year lacks, as `Age` does.
  private static func turns(_ years: Int) -> String {
    """
    CASE WHEN CAST(substr(t.birth_date, 1, 4) AS INTEGER) + \(years) <= 9999 THEN
      date(printf('%04d', CAST(substr(t.birth_date, 1, 4) AS INTEGER) + \(years)) || substr(t.birth_date, 5)) END
    """
  }
}

extension Projections {
  /// The last visit up to the day: one to the person, or to a house held on the day that names nobody. As the index has it.
  static let lastVisited = """
    nullif(max(
      coalesce((SELECT max(v.visited_on) FROM visits v JOIN houses h ON h.id = v.house_id
        WHERE v.person_id = t.id AND v.visited_on <= :as_of \(Projection.scopeMark)), ''),
      coalesce((SELECT max(v.visited_on) FROM occupancies o2 JOIN houses h ON h.id = o2.house_id
        JOIN visits v ON v.house_id = o2.house_id
        WHERE o2.person_id = t.id AND v.person_id IS NULL AND v.visited_on <= :as_of
          AND (o2.since IS NULL OR o2.since <= :as_of) AND (o2.until IS NULL OR o2.until > :as_of)
          \(Projection.scopeMark)), '')), '')
    """

  static let lastVisitOfHouse = """
    (SELECT max(v.visited_on) FROM visits v WHERE v.house_id = t.id AND v.visited_on <= :as_of)
    """

  /// Who else lives in the house that places the row, with their names as `name` has them.
  static func housemates(_ name: String) -> String {
    "(SELECT nullif(group_concat(name, '、'), '') FROM (\(housematesOf(name))))"
  }

  /// The plain names as an array.
  static let housemateNames = "json((SELECT json_group_array(name) FROM (\(housematesOf("p.name")))))"

  private static func housematesOf(_ name: String) -> String {
    """
    SELECT \(name) AS name FROM people p WHERE p.id IN (
      SELECT o2.person_id FROM occupancies o2 WHERE o2.house_id = o.house_id AND o2.role <> 'operator'
        AND (o2.since IS NULL OR o2.since <= :as_of) AND (o2.until IS NULL OR o2.until > :as_of))
      AND p.id <> t.id AND (p.death_date IS NULL OR p.death_date > :as_of) ORDER BY p.birth_date, p.id
    """
  }
}

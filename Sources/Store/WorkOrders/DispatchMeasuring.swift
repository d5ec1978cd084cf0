import Domain
import GRDB

/// Whose orders are counted: those of areas, those of a unit, or all where both are nil.
package struct OrderBounds: Sendable {
  package let areas: [UInt32]?
  package let unit: String?

  package init(areas: [UInt32]?, unit: String?) { (self.areas, self.unit) = (areas, unit) }

  var sql: String {
    (areas == nil ? "" : " AND area_id IN (SELECT value FROM json_each(:areas))")
      + (unit == nil ? "" : " AND (unit = :unit OR proposed_unit = :unit)")
  }

  var arguments: StatementArguments {
    var arguments = StatementArguments()
    if let areas { arguments += ["areas": Reader.list(areas)] }
    if let unit { arguments += ["unit": unit] }
    return arguments
  }
}

extension Reader {
  /// The figures of the orders that came from `from` up to and with `to`, month by month.
  package func dispatchFigures(from: Day, to: Day, _ bounds: OrderBounds) throws -> [DispatchFigures] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT substr(received_at, 1, 7) AS month, count(*), total(mode = 'auto'),
          total(mode = 'auto' AND NOT corrected), total(mode = 'queue' AND decided_at IS NOT NULL),
          total(mode = 'queue' AND decided_at IS NOT NULL AND unit IS proposed_unit)
        FROM work_orders WHERE received_at >= :from AND received_at < :to\(bounds.sql) GROUP BY month ORDER BY month
        """, arguments: ["from": from.description, "to": to.adding(days: 1).description] + bounds.arguments
    ).map { row in
      func count(_ index: Int) -> Int { Int(row[index] as Double) }
      return DispatchFigures(
        month: row[0], total: row[1], auto: count(2), right: count(3), decided: count(4), firstRight: count(5))
    }
  }

  /// Which units dispatch takes for which: the commonest corrections first.
  package func dispatchConfusion(
    from: Day, to: Day, _ bounds: OrderBounds
  ) throws -> [(proposed: String, unit: String?, count: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT proposed_unit, unit, count(*) FROM work_orders
        WHERE received_at >= :from AND received_at < :to AND mode = 'auto' AND corrected\(bounds.sql)
        GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 50
        """, arguments: ["from": from.description, "to": to.adding(days: 1).description] + bounds.arguments
    ).map { ($0[0], $0[1], $0[2]) }
  }
}

/// What a person decided about an order's duty: something to learn from.
package struct DispatchLesson: Sendable, Equatable {
  /// Title and text, masked.
  package let text: String
  package let category: String?
  package let duty: String?
  package let unit: String
  /// When it was decided.
  package let at: String
}

extension Reader {
  /// What people have decided since a moment, in that order: dispatched from the queue, reassigned, corrected.
  package func dispatchLessons(since moment: Instant, limit: Int) throws -> [DispatchLesson] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT title || '。' || text, category, duty, unit, decided_at FROM work_orders
          WHERE decided_at >= ? AND unit IS NOT NULL ORDER BY decided_at, id LIMIT ?
          """), arguments: [moment.description, limit]
    ).map { DispatchLesson(text: $0[0], category: $0[1], duty: $0[2], unit: $0[3], at: $0[4]) }
  }
}

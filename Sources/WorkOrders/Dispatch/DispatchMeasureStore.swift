import GRDB
import Kernel
import Storage

/// Whose orders are counted: those of areas, those of a unit, or all where both are nil.
package struct OrderBounds: Sendable {
  package let areas: [UInt32]?
  package let unit: String?

  package init(areas: [UInt32]?, unit: String?) { (self.areas, self.unit) = (areas, unit) }

  package var sql: String {
    (areas == nil ? "" : " AND area_id IN (SELECT value FROM json_each(:areas))")
      + (unit == nil ? "" : " AND unit = :unit")
  }

  package var arguments: StatementArguments {
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
          total(mode = 'auto' AND NOT corrected AND state <> 'returned'),
          total(mode = 'auto' AND (state = 'returned' OR (returned AND corrected))),
          total(mode = 'queue' AND decided_at IS NOT NULL),
          total(mode = 'queue' AND decided_at IS NOT NULL AND unit IS proposed_unit)
        FROM work_orders INDEXED BY work_orders_quality
        WHERE received_at >= :from AND received_at < :to\(bounds.sql) GROUP BY month ORDER BY month
        """, arguments: ["from": from.description, "to": to.adding(days: 1).description] + bounds.arguments
    ).map { row in
      func count(_ index: Int) throws -> Int { Int(try row.value(index) as Double) }
      return try DispatchFigures(
        month: row.value(0), total: row.value(1), auto: count(2), right: count(3), returned: count(4),
        decided: count(5),
        firstRight: count(6))
    }
  }

  /// How many lessons these orders have given.
  package func dispatchLessonCount(_ bounds: OrderBounds) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM dispatch_lessons
        WHERE order_id IN (SELECT id FROM work_orders WHERE true\(bounds.sql))
        """, arguments: bounds.arguments) ?? 0
  }

  /// Which units dispatch takes for which: the commonest corrections first. No unit stands where nobody has said yet which
  /// would have been right; orders that
  /// keep no proposal (those brought in from before) say nothing of it.
  package func dispatchConfusion(
    from: Day, to: Day, _ bounds: OrderBounds
  ) throws -> [(proposed: String, unit: String?, count: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT proposed_unit, iif(state = 'returned', NULL, unit), count(*)
        FROM work_orders INDEXED BY work_orders_quality
        WHERE received_at >= :from AND received_at < :to AND mode = 'auto'
          AND (corrected OR state = 'returned') AND proposed_unit IS NOT NULL\(bounds.sql)
        GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 50
        """, arguments: ["from": from.description, "to": to.adding(days: 1).description] + bounds.arguments
    ).map { try ($0.value(0), $0.value(1), $0.value(2)) }
  }
}

import GRDB
import Identity
import Storage

extension Writer {
  /// Keeps what somebody found out about an order's dispatch. What had been proposed, and whether that was right, comes
  /// from the order itself.
  ///
  /// - Parameters:
  ///   - duty: the right duty's code, where it was named.
  ///   - unit: the right unit; nil where only `wrong` is known.
  package func insertDispatchLesson(
    _ kind: DispatchLesson.Kind, order: Int64, duty: String?, unit: String?, wrong: String?
  ) throws {
    try execute(
      """
      INSERT INTO dispatch_lessons (kind, order_id, category, duty, unit, wrong_unit, proposed_unit, confidence, correct, at)
      SELECT :kind, id, category, :duty, :unit, :wrong, proposed_unit, confidence,
        CASE WHEN :unit IS NOT NULL THEN proposed_unit IS :unit WHEN proposed_unit = :wrong THEN 0 END, :at
      FROM work_orders WHERE id = :order
      """,
      ["kind": kind.rawValue, "order": order, "duty": duty, "unit": unit, "wrong": wrong, "at": now.description])
  }

  /// Keeps that an order which was dispatched by itself stayed with its unit; once an order, and nothing for others.
  package func confirmDispatch(order: Int64) throws {
    try execute(
      """
      INSERT INTO dispatch_lessons (kind, order_id, category, duty, unit, proposed_unit, confidence, correct, at)
      SELECT 'confirmed', id, category, duty, unit, proposed_unit, confidence, 1, :at FROM work_orders
      WHERE id = :order AND mode = 'auto' AND unit = proposed_unit
        AND NOT EXISTS (SELECT 1 FROM dispatch_lessons WHERE order_id = :order AND kind = 'confirmed')
      """, ["order": order, "at": now.description])
  }

  /// Keeps a line of a labelled history, with its numbers starred out; a second time it changes nothing.
  ///
  /// - Returns: whether it is new.
  package func seedDispatchLesson(text: String, duty: String?, unit: String) throws -> Bool {
    let masked = Masking.numbers(in: text)
    try execute(
      """
      INSERT OR IGNORE INTO dispatch_lessons (kind, text, digest, duty, unit, at) VALUES ('seeded', ?, ?, ?, ?, ?)
      """, [masked, keys.findingKey("dispatch", "\(duty ?? unit)\n\(masked)"), duty, unit, now.description])
    return db.changesCount > 0
  }
}

extension Reader {
  package func dispatchMark() throws -> DispatchMark {
    let model = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, lessons_to FROM dispatch_models ORDER BY id DESC LIMIT 1"))
    let lesson = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM dispatch_lessons"))
    return try DispatchMark(
      model: model?.value(0) ?? 0, modelLessons: model?.value(1) ?? 0, lesson: lesson ?? 0)
  }

  /// Lessons after one, in their order.
  package func dispatchLessons(after id: Int64, upTo last: Int64) throws -> [DispatchLesson] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.lessonColumns) FROM dispatch_lessons l LEFT JOIN work_orders w ON w.id = l.order_id
          WHERE l.id > ? AND l.id <= ? ORDER BY l.id
          """), arguments: [id, last]
    ).compactMap(Self.lesson)
  }

  /// The newest lessons that say what was right, one an order, the oldest first: what a model is trained on.
  package func dispatchSamples(limit: Int) throws -> [DispatchLesson] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.lessonColumns) FROM dispatch_lessons l LEFT JOIN work_orders w ON w.id = l.order_id
          WHERE l.unit IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM dispatch_lessons n WHERE n.order_id = l.order_id AND n.id > l.id)
          ORDER BY l.id DESC LIMIT ?
          """), arguments: [limit])
    return try rows.compactMap(Self.lesson).reversed()
  }

  private static let lessonColumns = """
    l.id, l.kind, l.order_id,
    coalesce(l.text, iif(substr(w.text, 1, length(w.title)) = w.title, w.text, w.title || '。' || w.text)),
    l.category, l.duty, l.unit, l.wrong_unit, l.proposed_unit, l.confidence, l.correct
    """

  private static func lesson(_ row: Row) throws -> DispatchLesson? {
    guard let kind = try DispatchLesson.Kind(rawValue: row.value(1)) else { return nil }
    var proposal: (String, Double, Bool)?
    if let unit = try row.value(8) as String?, let confidence = try row.value(9) as Double?,
      let isRight = try row.value(10) as Bool?
    {
      proposal = (unit, confidence, isRight)
    }
    return try DispatchLesson(
      id: row.value(0), kind: kind, order: row.value(2), text: row.value(3), category: row.value(4), duty: row.value(5),
      unit: row.value(6),
      wrongUnit: row.value(7), proposal: proposal)
  }
}

import GRDB
import Kernel
import Storage

extension Reader {
  /// What happened at a house up to a day, newest first, but for what is of these tags and datasets.
  ///
  /// - Parameters:
  ///   - unit: only work orders that this unit leads or helps with; nil for all of the house.
  ///   - skip: how many of the events are already known; the list is one house's, so it is short.
  package func timeline(
    house: Int64, until day: Day, withoutTags tags: Set<Int64>, withoutDatasets datasets: Set<Int64>,
    unit: String? = nil, skip: Int, limit: Int
  ) throws -> [TimelineEvent] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: Self.timeline),
      arguments: [
        "house": house, "day": day.description, "tags": Self.list(tags), "datasets": Self.list(datasets), "unit": unit,
        "limit": limit, "skip": skip,
      ])
    return try rows.map { row in
      try TimelineEvent(
        at: row.value(0), kind: row.value(1), title: row.value(2),
        subject: try row.word(3, in: "houses") as SubjectKind,
        subjectID: row.value(4))
    }
  }

  private static let timeline = """
    WITH occupied AS (
      SELECT o.*, coalesce(mask_name(p.name), s.name) AS who, p.id IS NOT NULL AS lives
      FROM occupancies o LEFT JOIN people p ON p.id = o.person_id LEFT JOIN shops s ON s.id = o.shop_id
      WHERE o.house_id = :house),
    tagged AS (
      SELECT g.*, t.name FROM taggings g JOIN tags t ON t.id = g.tag_id
      WHERE g.house_id = :house AND t.id NOT IN (SELECT value FROM json_each(:tags))),
    ordered AS (
      SELECT w.* FROM work_orders w WHERE w.house_id = :house AND (:unit IS NULL OR w.unit = :unit OR EXISTS (
        SELECT 1 FROM work_order_assists a WHERE a.order_id = w.id AND a.unit = :unit)))
    SELECT at, kind, title, subject, id FROM (
      SELECT since AS at, iif(lives, 'moved_in', 'opened') AS kind, who || iif(lives, ' 入住', ' 进驻') AS title,
        'occupancies' AS subject, id FROM occupied WHERE since IS NOT NULL
      UNION ALL SELECT until, iif(lives, 'moved_out', 'closed'), who || iif(lives, ' 迁出', ' 撤出'), 'occupancies', id
        FROM occupied WHERE until IS NOT NULL
      UNION ALL SELECT v.visited_on, 'visited', v.purpose || coalesce('：' || mask_name(p.name), '')
          || iif(v.note = '', '', ' ' || v.note), 'visits', v.id
        FROM visits v LEFT JOIN people p ON p.id = v.person_id WHERE v.house_id = :house
      UNION ALL SELECT since, 'tagged', '打标「' || name || '」', 'taggings', id FROM tagged
      UNION ALL SELECT until, 'untagged', '标签「' || name || '」到期或取消', 'taggings', id FROM tagged
        WHERE until IS NOT NULL
      UNION ALL SELECT substr(r.updated_at, 1, 10), 'recorded', '登记「' || d.name || '」', 'records', r.id
        FROM records r JOIN datasets d ON d.id = r.dataset_id WHERE r.house_id = :house
          AND d.id NOT IN (SELECT value FROM json_each(:datasets))
      UNION ALL SELECT substr(reported_at, 1, 10), 'work_order', '工单 ' || number || '：' || title, 'work_orders', id
        FROM ordered
      UNION ALL SELECT substr(closed_at, 1, 10), 'work_order_closed', '工单 ' || number || ' 办结', 'work_orders', id
        FROM ordered WHERE closed_at IS NOT NULL)
    WHERE at <= :day ORDER BY at DESC, subject, id DESC, kind LIMIT :limit OFFSET :skip
    """
}

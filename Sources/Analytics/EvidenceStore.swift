import GRDB
import Storage

extension Reader {
  package func evidence(_ ids: [UInt32]) throws -> [UInt32: EvidenceRow] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT w.id, w.number, w.title, w.text, coalesce(w.address, h.address, ''), w.reported_at, w.state, w.area_id
          FROM work_orders w LEFT JOIN houses h ON h.id = w.house_id WHERE w.id IN (SELECT value FROM json_each(?))
          """), arguments: [Self.list(ids)])
    let found = try rows.map { row in
      try EvidenceRow(
        id: row.id(0), number: row.value(1), title: row.value(2), text: row.value(3), address: row.value(4),
        reportedAt: row.value(5), state: row.value(6),
        area: row.id(7))
    }
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

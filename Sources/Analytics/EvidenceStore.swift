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
    let found = rows.map { row in
      EvidenceRow(
        id: row.id(0), number: row[1], title: row[2], text: row[3], address: row[4], reportedAt: row[5], state: row[6],
        area: row.id(7))
    }
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

import GRDB
import Storage

/// A compound with all that it is called.
package struct CompoundNames: Sendable {
  package let id: UInt32
  package let road: String
  package let lane: String
  package let names: [String]
}

/// A shop with where it trades.
package struct ShopSeat: Sendable {
  package let id: UInt32
  package let name: String
  package let committee: UInt32
  package let building: UInt32
  package let road: String
  /// Of the lane, or of the house.
  package let number: String
}

extension Reader {
  package func compoundNames() throws -> [CompoundNames] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.id, c.road, c.lane, c.name,
          (SELECT group_concat(a.name, char(31)) FROM aliases a WHERE a.compound_id = c.id)
        FROM compounds c
        """
    ).map { row in
      let aliases = try (row.value(4) as String?)?.split(separator: "\u{1F}").map(String.init) ?? []
      return try CompoundNames(
        id: row.id(0), road: row.value(1), lane: row.value(2),
        names: [row.value(3) as String?].compactMap { $0 } + aliases)
    }
  }

  /// The shops that trade somewhere now.
  package func shopSeats(ids: [UInt32]? = nil) throws -> [ShopSeat] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.name, b.committee_id, b.id, b.road, coalesce(b.lane, b.number, '')
        FROM shops s JOIN occupancies o ON o.shop_id = s.id AND o.until IS NULL JOIN houses h ON h.id = o.house_id
          JOIN buildings b ON b.id = h.building_id
        \(ids == nil ? "" : "WHERE s.id IN (SELECT value FROM json_each(?))") GROUP BY s.id
        """, arguments: ids.map { [Self.list($0)] } ?? []
    ).map { row in
      try ShopSeat(
        id: row.id(0), name: row.value(1), committee: row.id(2), building: row.id(3), road: row.value(4),
        number: row.value(5))
    }
  }

  /// Shops that have changed after `seq`, or whose occupancies have.
  package func changedShops(after seq: Int64) throws -> [UInt32] {
    try UInt32.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT subject_id FROM changes WHERE seq > ? AND subject = 'shops'
          UNION SELECT o.shop_id FROM changes c JOIN occupancies o ON o.id = c.subject_id
            WHERE c.seq > ? AND c.subject = 'occupancies' AND o.shop_id IS NOT NULL
          """), arguments: [seq, seq])
  }
}

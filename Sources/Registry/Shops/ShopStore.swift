import Foundation
import GRDB
import Storage

extension Reader {
  package func shopID(creditCode: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM shops WHERE credit_code = ?"), arguments: [creditCode])
  }

  /// Shops that have, or ever had, a link to the house.
  package func shopIDs(house: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT DISTINCT shop_id FROM occupancies WHERE house_id = ? AND shop_id IS NOT NULL"),
      arguments: [house])
  }

  /// The same of one name: a market of a thousand stalls is not opened for each.
  package func shopIDs(house: Int64, named name: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT s.id FROM occupancies o JOIN shops s ON s.id = o.shop_id
          WHERE o.house_id = ? AND o.shop_id IS NOT NULL AND s.name = ? ORDER BY s.id
          """), arguments: [house, name])
  }

  package func shop(_ id: Int64) throws -> ShopRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, version, name, credit_code, kind, category, status, opened, licence_until, closes, contact,
            phone_sealed, source FROM shops WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    return try ShopRow(
      id: row.value(0), version: row.value(1), name: row.value(2), creditCode: row.value(3), kind: row.value(4),
      category: row.value(5), status: row.value(6),
      opened: row.day(7), licenceUntil: row.day(8), closes: row.value(9), contact: row.value(10),
      phone: try (row.value(11) as Data?).map {
        try keys.openText($0, at: SealedPlace("shops", "phone_sealed", row: id))
      },
      source: row.value(12))
  }
}

import Domain
import Foundation
import GRDB

extension Reader {
  package func plainOrder(_ id: Int64) throws -> PlainOrder? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT reporter, phone_sealed, title, title_sealed, text, text_sealed, result, result_sealed,
            address, category
          FROM work_orders WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    func open(_ index: Int) throws -> String? { try (row[index] as Data?).map(keys.openText) }
    let whole = Dictionary(
      try sealedTexts(of: .workOrders, id).map { ($0.field, $0.text) }, uniquingKeysWith: { $1 })
    return PlainOrder(
      reporter: whole["reporter"] ?? row[0], phone: try open(1), title: try open(3) ?? row[2],
      text: try open(5) ?? row[4],
      result: try open(7) ?? row[6], address: whole["address"] ?? row[8], category: whole["category"] ?? row[9])
  }
}

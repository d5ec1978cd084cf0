import Foundation
import GRDB
import Storage

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
    func open(_ index: Int, _ column: String) throws -> String? {
      try (row.value(index) as Data?).map { try keys.openText($0, at: SealedPlace("work_orders", column, row: id)) }
    }
    let whole = Dictionary(
      try sealedTexts(of: .workOrders, id).map { ($0.field, $0.text) }, uniquingKeysWith: { $1 })
    return try PlainOrder(
      reporter: whole["reporter"] ?? row.value(0), phone: try open(1, "phone_sealed"),
      title: try open(3, "title_sealed") ?? row.value(2), text: try open(5, "text_sealed") ?? row.value(4),
      result: try open(7, "result_sealed") ?? row.value(6), address: whole["address"] ?? row.value(8),
      category: whole["category"] ?? row.value(9))
  }
}

import FilterLanguage
import GRDB
import Identity
import Storage

extension Reader {
  /// The rows whose sealed field equals a value as people write it: spaces, width and letter case do not count.
  package func subjects(with value: String, in field: Field) throws -> [UInt32] {
    let plain = Identifier.read(value).normalised ?? value
    let ids: [Int64] =
      switch field {
      case .idNumber: try personID(idNumber: plain).map { [$0] } ?? []
      case .phone: try personIDs(phone: plain)
      case .creditCode: try shopID(creditCode: plain).map { [$0] } ?? []
      case .code: try assetIDs(code: value)
      case .number: try workOrderID(number: value).map { [$0] } ?? []
      default: []
      }
    return ids.map { UInt32(truncatingIfNeeded: $0) }.sorted()
  }

  /// The order with this number of ours.
  package func workOrderID(number: String) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM work_orders WHERE number = ?"), arguments: [number])
  }
}

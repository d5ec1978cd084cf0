import Foundation
import GRDB
import Kernel
import Storage

extension Reader {
  /// The plain values of a sealed field, for those of these rows that have one.
  ///
  /// - Parameter field: `id_number` or `phone`; anything else has no values.
  package func unsealed(_ field: String, of kind: SubjectKind, ids: [UInt32]) throws -> [(UInt32, String)] {
    guard kind == .people && field == "id_number" || [.people, .shops].contains(kind) && field == "phone" else {
      return []
    }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.\(field)_sealed FROM json_each(?) j CROSS JOIN \(kind.rawValue) t ON t.id = j.value
          WHERE t.\(field)_sealed IS NOT NULL
          """), arguments: [Self.list(ids)])
    var found: [(UInt32, String)] = []
    while let row = try rows.next() {
      let place = try SealedPlace(kind.rawValue, "\(field)_sealed", row: row.value(0))
      try found.append((row.id(0), try keys.openText(row.value(1), at: place)))
    }
    return found
  }
}

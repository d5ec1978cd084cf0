import Foundation
import GRDB
import Kernel
import Storage

/// The three columns of a sealed field: the ciphertext, the key to find it by, and what anyone may see.
package struct SealedValue {
  package let sealed: Data?
  package let key: Data?
  /// By which other rows may have it, `key` first: two while the key is being changed.
  package let keys: [Data]
  package let masked: String?

  package init(
    _ field: String, _ plain: String?, _ keys: KeyRing, at table: String, row: Int64, mask: (String) -> String
  ) throws {
    guard let plain else {
      (sealed, key, self.keys, masked) = (nil, nil, [], nil)
      return
    }
    sealed = try keys.seal(plain, at: SealedPlace(table, "\(field)_sealed", row: row))
    self.keys = keys.findingKeys(field, plain)
    key = self.keys.first
    masked = mask(plain)
  }
}

extension Writer {
  /// The finding key that a row holds now.
  package func heldKey(_ table: String, _ field: String, _ id: Int64) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT \(field)_key FROM \(table) WHERE id = ?"), arguments: [id])
  }
}

extension RowPatch {
  package mutating func set<Value: DatabaseValueConvertible>(_ column: String, _ change: FieldChange<Value>) {
    if case .set(let value) = change { columns.append((column, value)) }
  }

  /// Sets a sealed field. Sealing is random, so an equal value is known by its finding key and left alone.
  package mutating func setSealed(_ field: String, _ value: SealedValue, held: Data?) {
    if let held, value.keys.contains(held) { return }
    guard held != nil || value.key != nil else { return }
    columns.append(("\(field)_sealed", value.sealed))
    columns.append(("\(field)_key", value.key))
    columns.append(("\(field)_masked", value.masked))
  }
}

extension FieldChange where Value == Day {
  /// The day as the column holds it.
  package var text: FieldChange<String> {
    switch self {
    case .keep: .keep
    case .set(let day): .set(day?.description)
    }
  }
}

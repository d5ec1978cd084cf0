import GRDB

/// One consistent state of the database, inside a read or a write. Features add their queries in extensions.
package struct Reader {
  package let db: Database
  package let keys: KeyRing
}

extension Reader {
  /// Row ids as a JSON array, for `IN (SELECT value FROM json_each(?))`: one cached statement for any number of ids.
  package static func list(_ ids: some Sequence<some BinaryInteger>) -> String {
    "[" + ids.map { String($0) }.joined(separator: ",") + "]"
  }

  /// Areas as they are stored: the same areas give the same text.
  package static func areasText(_ areas: [Int64]) -> String { list(areas.sorted()) }
}

import GRDB
import Kernel
import Storage

extension Writer {
  /// Makes an area under `parent`. The code is the parent's with a running number of three digits.
  package func insertArea(name: String, level: AreaFacts.Level, parent: Int64) throws -> Int64 {
    let parentCode = try String.fetchOne(db, sql: "SELECT code FROM areas WHERE id = ?", arguments: [parent])
    guard let parentCode else { throw Problem(.notFound, "unknown_area", "没有这个上级区划。") }
    var number =
      (try Int.fetchOne(db, sql: "SELECT count(*) FROM areas WHERE parent_id = ?", arguments: [parent]) ?? 0) + 1
    while try read.area(code: parentCode + AreaName.padded(number)) != nil { number += 1 }
    let id = try insert(
      "INSERT INTO areas (code, name, level, parent_id) VALUES (?, ?, ?, ?)",
      [parentCode + AreaName.padded(number), name, level.rawValue, parent])
    try recordChange(.areas, id, .create)
    return id
  }
  /// Gives an area another name; what was given to a committee under its old one goes by the new one.
  package func renameArea(_ id: Int64, _ name: String) throws {
    if let old = try String.fetchOne(
      db, sql: "SELECT name FROM areas WHERE id = ? AND level = 'committee'", arguments: [id])
    {
      try carryOrders(from: old, to: name, committee: id)
    }
    try execute("UPDATE areas SET name = ? WHERE id = ?", [name, id])
    try recordChange(.areas, id, .update)
  }
}

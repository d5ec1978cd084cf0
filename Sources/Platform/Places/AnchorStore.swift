import GRDB
import Kernel
import Storage

extension Reader {
  /// What a dependent row hangs on, and so where it lies: an occupancy on its house, a tagging or record on its subject.
  package func anchor(of kind: SubjectKind, _ id: Int64) throws -> (SubjectKind, Int64)? {
    let sql: String
    switch kind {
    case .occupancies, .visits:
      sql = "SELECT house_id, NULL, NULL, NULL FROM \(kind.rawValue) WHERE id = ?"
    case .taggings, .records:
      sql = "SELECT house_id, person_id, shop_id, building_id FROM \(kind.rawValue) WHERE id = ?"
    default: return nil
    }
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
    for (index, anchor) in [SubjectKind.houses, .people, .shops, .buildings].enumerated() {
      if let id = try row.value(index) as Int64? { return (anchor, id) }
    }
    return nil
  }
}

extension Reader {
  /// The version of a row; nil when it is gone.
  package func version(of kind: SubjectKind, _ id: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT version FROM \(kind.rawValue) WHERE id = ?"), arguments: [id])
  }
}

import GRDB
import Kernel
import Storage

extension Reader {
  /// The orders that somebody has taken, or was called in for by name.
  func orders(ofWorker name: String) throws -> [UInt32] {
    try UInt32.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM work_orders WHERE worker = ?1
          UNION SELECT order_id FROM work_order_assists WHERE worker = ?1 AND worker <> ''
          """), arguments: [name])
  }
}

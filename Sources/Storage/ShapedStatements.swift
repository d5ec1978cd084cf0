import GRDB
import Synchronization

/// Statements whose text is made of what somebody wishes: the columns of a list in their order, the fields that a change names.
///
/// A connection keeps the statement of each text that it meets, for good. Of these there are more texts than memory: every
/// order of twenty columns is one. So whoever has met many forgets all its statements, and begins anew.
package enum ShapedStatements {
  /// What forms and scripts ask for are some dozen.
  static let most = 64
  /// What each connection has met, by the texts' hashes. Of one that was closed something may be left for the next at its
  /// address, which then begins anew sooner.
  private static let met = Mutex<[ObjectIdentifier: Set<Int>]>([:])

  package static func statement(_ sql: String, _ db: Database) throws -> Statement {
    let (connection, text) = (ObjectIdentifier(db), sql.hashValue)
    let isFull = met.withLock { met in
      met[connection, default: []].insert(text)
      guard met[connection, default: []].count > most else { return false }
      met[connection] = [text]
      return true
    }
    // Statements that run just now are held by whoever runs them.
    if isFull { db.clearSchemaCache() }
    return try db.cachedStatement(sql: sql)
  }
}

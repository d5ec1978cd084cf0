import GRDB
import Kernel
import Storage

extension Reader {
  /// The frozen rows of these subjects, for those that the run has.
  package func runRows(_ run: Int64, of subjects: Set<UInt32>) throws -> [UInt32: FrozenRow] {
    var found: [UInt32: FrozenRow] = [:]
    var chunks: [Int] = []
    try runSubjects(run) { n, ids in if ids.contains(where: subjects.contains) { chunks.append(n) } }
    for n in chunks {
      guard let chunk = try runChunks(run, from: n, scope: nil, limit: 1).first else { continue }
      for row in FrozenRows(chunk.rows) where subjects.contains(row.subject) { found[row.subject] = row }
    }
    return found
  }
}

extension Reader {
  /// The day on which a person died; nil for the living.
  package func deathDate(_ person: UInt32) throws -> Day? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT death_date FROM people WHERE id = ?"), arguments: [person]
    ).flatMap { Day($0) }
  }
}

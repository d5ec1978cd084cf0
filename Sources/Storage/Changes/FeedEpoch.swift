import GRDB

/// Which life of the changes feed this is. A restored database begins another, so that followers notice.
enum FeedEpoch {
  static let setting = "feed_epoch"

  static func random() -> String { String(UInt64.random(in: 1 << 44..<1 << 48), radix: 16) }

  /// Gives a copy of the database a life of its own: whoever puts it into place by hand has restored it as well.
  static func renew(inCopy path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try copy.write { db in
      try db.execute(sql: "UPDATE settings SET value = ? WHERE name = ?", arguments: [random(), setting])
    }
    try copy.close()
  }
}

extension Reader {
  package func feedEpoch() throws -> String { try setting(FeedEpoch.setting) ?? "" }
}

extension Writer {
  /// From now on cursors of before are refused.
  package func renewFeedEpoch() throws { try setSetting(FeedEpoch.setting, FeedEpoch.random()) }
}

import Domain
import GRDB

extension Reader {
  /// Which life of the changes feed this is; a restored database begins another.
  package func feedEpoch() throws -> String { try setting("feed_epoch") ?? "" }
}

extension Writer {
  /// From now on cursors of before are refused.
  package func renewFeedEpoch() throws {
    try setSetting("feed_epoch", String(UInt64.random(in: 1 << 44..<1 << 48), radix: 16))
  }
}

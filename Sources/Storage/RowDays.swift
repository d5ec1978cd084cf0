import GRDB
import Kernel

extension Row {
  /// A stored day. The CHECK constraints keep the shape; a day that no calendar has reads as missing.
  package func day(_ index: Int) -> Day? { (self[index] as String?).flatMap { Day($0) } }
  package func instant(_ index: Int) -> Instant {
    (self[index] as String?).flatMap { Instant($0) } ?? Instant(milliseconds: 0)
  }
  package func id(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: self[index] as Int64) }
}

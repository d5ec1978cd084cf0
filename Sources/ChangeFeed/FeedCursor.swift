import Kernel

/// A place in the changes feed, as followers keep it: `17`, or `17-EPOCH`, which also says of which life of the feed; or
/// `latest`, behind everything there is.
package struct FeedCursor: Sendable, Equatable {
  package enum Place: Sendable, Equatable {
    case after(Int64)
    case latest
  }

  package let place: Place
  package let epoch: String?

  /// nil for what is none.
  package init?(_ text: String) {
    if text == "latest" {
      (place, epoch) = (.latest, nil)
      return
    }
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.first, !number.isEmpty, number.utf8.allSatisfy({ (48...57).contains($0) }),
      let seq = Int64(number), parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    (place, epoch) = (.after(seq), parts.count > 1 ? String(parts[1]) : nil)
  }

  /// - Parameter epoch: of the feed, where it is kept beside the number.
  package init(after seq: Int64, epoch: String?) { (place, self.epoch) = (.after(seq), epoch) }

  package static func text(_ seq: Int64, epoch: String) -> String { "\(seq)-\(epoch)" }

  package static let otherLifeCode = "cursor_from_another_life"

  /// A database that was restored knows less than its followers: what they have in between never was, and numbers are given
  /// anew.
  static let fromAnotherLife = Problem(
    .conflict, otherLifeCode,
    "这个游标不属于现在的数据（数据库恢复过备份）。请重新读取全部数据，再从 since=latest 继续。",
    notes: [.init(.parameter("since"), "游标不属于现在的数据。", suggestions: ["latest", "0"])])
}

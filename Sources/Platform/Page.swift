import Kernel

/// Some of a list, and where it goes on.
package struct Page<Item: Sendable>: Sendable {
  package let total: Int
  package let items: [Item]
  /// What to ask for next; nil at the end.
  package let next: Int64?

  /// - Parameter items: one more than `limit`, where there are that many.
  package init(total: Int, items: [Item], limit: Int, key: (Item) -> Int64) {
    self.total = total
    let shown = Array(items.prefix(limit))
    self.items = shown
    next = items.count > limit ? shown.last.map(key) : nil
  }

  /// - Throws: `invalid` (`bad_limit`) unless it is 1 to 500.
  package static func check(limit: Int) throws(Problem) {
    guard (1...500).contains(limit) else {
      throw Problem(
        .invalid, "bad_limit", "limit 应为 1 至 500。", notes: [.init(.parameter("limit"), "应为 1 至 500 的整数。")])
    }
  }
}

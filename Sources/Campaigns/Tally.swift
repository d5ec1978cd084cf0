import Kernel

/// What a campaign is counted by.
package enum CampaignDimension: String, Sendable, CaseIterable {
  case committee, grid, building, worker
}

/// Entries that are alike, counted.
package struct CountRow: Sendable, Equatable {
  package enum Key: Sendable, Hashable {
    /// Of a round, committee, grid or building; 0 for none.
    case id(Int64)
    /// Of a caller; empty for none.
    case name(String)
  }
  package let key: Key
  package let state: DeliveryState
  package let isLast: Bool
  package let entries: Int
  package let quantity: Int
  package let expected: Int

  package init(key: Key, state: DeliveryState, isLast: Bool, entries: Int, quantity: Int, expected: Int) {
    (self.key, self.state, self.isLast) = (key, state, isLast)
    (self.entries, self.quantity, self.expected) = (entries, quantity, expected)
  }
}

/// How far it is: entries by state, and how much was handed out of what was to be.
package struct Tally: Sendable, Equatable {
  package private(set) var states: [DeliveryState: Int] = [:]
  package private(set) var quantity = 0
  package private(set) var expected = 0

  package init() {}

  /// - Parameter round: nil for the whole campaign: each subject counts once, by the last round that has it, and what earlier
  ///   rounds gave counts as well.
  package init(_ rows: some Sequence<CountRow>, round: Int? = nil) {
    for row in rows {
      quantity += row.quantity
      if round != nil || row.isLast {
        states[row.state, default: 0] += row.entries
        expected += row.expected
      } else {
        // A later round expects what this one has left.
        expected += row.quantity
      }
    }
  }

  package var total: Int { states.values.reduce(0, +) }
  package var done: Int { self[.given] + self[.collected] }
  package subscript(state: DeliveryState) -> Int { states[state] ?? 0 }
}

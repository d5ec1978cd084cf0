import Kernel

/// Whose name or number is shown in full, as reveals are counted: once an hour for one caller, whatever door it is at.
package struct RevealedSubject: Hashable, Sendable {
  /// `people:7`, `work_orders:12`, or `literal:` and a keyed hash of a number that is asked for.
  package let key: String
  /// How many people that makes: a house has as many as live there.
  package let people: Int

  package init(key: String, people: Int = 1) { (self.key, self.people) = (key, people) }

  package static func row(_ kind: SubjectKind, _ id: Int64, people: Int = 1) -> RevealedSubject {
    RevealedSubject(key: "\(kind.rawValue):\(id)", people: max(1, people))
  }
}

/// What became of people that were to be counted.
package enum RevealCount: Sendable, Equatable {
  case counted
  /// Nothing was counted. `wait`: seconds until all of them fit; nil where they are more than an hour ever has room for.
  case full(asked: Int, left: Int, wait: Int?)
}

import Kernel

package struct VisitDraft: Sendable, Equatable {
  package var house: Int64
  package var person: Int64?
  package var on: Day
  package var purpose: String
  package var note: String

  package init(house: Int64, person: Int64? = nil, on: Day, purpose: String = "走访", note: String = "") {
    (self.house, self.person, self.on, self.purpose, self.note) = (house, person, on, purpose, note)
  }
}

package struct VisitRow: Sendable, Equatable {
  package let id: Int64
  package let house: Int64
  package let person: Int64?
  package let on: Day
  package let purpose: String
  package let note: String
  package let by: String
  package let version: Int64
  package let updatedAt: String
  /// How many.
  package let photos: Int
}

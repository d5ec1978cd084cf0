/// What is counted about one work order: small, fixed in size, without text. 0 stands for none in every id.
///
/// Ids are row ids of the tables; roads, categories and units are numbered by whoever fills the table.
package struct Ticket: Sendable, Equatable {
  package var id: UInt32 = 0
  /// Minutes since 1970-01-01T00:00 in Shanghai; the same holds for the times below, `Ticket.never` is none.
  package var reported: Int32 = Ticket.never
  package var contactDue: Int32 = Ticket.never
  package var contacted: Int32 = Ticket.never
  /// When it must be resolved; whoever fills the table has moved it by the time that the order was suspended.
  package var due: Int32 = Ticket.never
  package var resolved: Int32 = Ticket.never
  /// Since when all its clocks stand still.
  package var paused: Int32 = Ticket.never

  package var committee: UInt32 = 0
  package var compound: UInt32 = 0
  package var building: UInt32 = 0
  package var house: UInt32 = 0
  package var shop: UInt32 = 0
  package var worker: UInt32 = 0
  /// Who reported, as a number that tells people apart and says nothing else; 0 for unknown, who all count as different.
  package var reporter: UInt32 = 0

  package var road: UInt16 = 0
  /// The other road where a crossing is meant.
  package var crossRoad: UInt16 = 0
  /// The number on the road; lanes (弄) and houses (号) of a Shanghai road share one sequence.
  package var number: UInt16 = 0
  package var category: UInt16 = 0
  private var unitNumber: UInt16 = 0
  private var deskNumber: UInt16 = 0
  package var marks: Marks = []
  package var kind: Kind = .request
  /// What the text names, as hashes of words made alike.
  package var phrases = Phrases()

  package init() {}

  /// Who has it; nobody while it waits in the queue, or for a ruling.
  package var unit: UInt32 {
    get { UInt32(unitNumber) }
    set { unitNumber = UInt16(truncatingIfNeeded: newValue) }
  }

  /// Whose matter it is, has it or not: the unit that has it or was proposed; 0 where it is `unit`.
  package var dispatchService: UInt32 {
    get { UInt32(deskNumber) }
    set { deskNumber = UInt16(truncatingIfNeeded: newValue) }
  }

  package static let never = Int32.min

  package enum Kind: UInt8, Sendable, CaseIterable {
    case consultation, request, complaint, report, suggestion, praise, finding
  }

  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let urgent = Marks(rawValue: 1)
    /// Supervised, escalated, or with somebody hurt.
    package static let serious = Marks(rawValue: 2)
    package static let verified = Marks(rawValue: 4)
    package static let solved = Marks(rawValue: 8)
    package static let rated = Marks(rawValue: 16)
    package static let satisfied = Marks(rawValue: 32)
    package static let extended = Marks(rawValue: 64)
    /// Rejected or merged into another: it counts nowhere.
    package static let void = Marks(rawValue: 128)
    /// Raised from a hot spot: handled as all others, and evidence of nothing.
    package static let derived = Marks(rawValue: 256)
    /// Whoever has it has missed its time, or that of the first contact, before it was moved.
    package static let missed = Marks(rawValue: 512)
    package static let contactMissed = Marks(rawValue: 1024)
  }

  /// Days since 1970-01-01 in Shanghai.
  package var day: Int32 { reported / 1440 }

  /// Whether it is about something that is somewhere: who asks how to apply for a pension only happens to live there.
  package var isOfPlace: Bool { kind != .consultation && kind != .praise && !marks.contains(.derived) }
}

/// A time in which a unit had a ticket, and which is over. What is nil fell into no such time, or was not asked.
package struct Stint: Sendable, Equatable {
  package var unit: UInt32 = 0
  package var worker: UInt32 = 0
  package var response: Bool?
  package var onTime: Bool?
  package var solved: Bool?
  package var satisfied: Bool?

  package init() {}
}

/// At most six hashes, in place.
package struct Phrases: Sendable, Equatable {
  package static let limit = 6
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0

  package init() {}

  /// Takes a hash unless it is there already or there is no room.
  package mutating func insert(_ hash: UInt32) {
    guard hash != 0 else { return }
    for index in 0..<Phrases.limit {
      let held = self[index]
      if held == hash { return }
      if held == 0 {
        self[index] = hash
        return
      }
    }
  }

  package func contains(_ hash: UInt32) -> Bool {
    for index in 0..<Phrases.limit where self[index] == hash { return hash != 0 }
    return false
  }

  @inline(__always)
  package func each(_ body: (UInt32) -> Void) {
    var index = 0
    while index < Phrases.limit, case let hash = self[index], hash != 0 {
      body(hash)
      index += 1
    }
  }

  private subscript(index: Int) -> UInt32 {
    get {
      let word = index < 2 ? first : index < 4 ? second : third
      return UInt32(truncatingIfNeeded: index.isMultiple(of: 2) ? word : word >> 32)
    }
    set {
      let shift = UInt64(index.isMultiple(of: 2) ? 0 : 32)
      let keep = ~(UInt64(UInt32.max) << shift)
      let value = UInt64(newValue) << shift
      switch index {
      case 0, 1: first = first & keep | value
      case 2, 3: second = second & keep | value
      default: third = third & keep | value
      }
    }
  }
}

import Kernel

/// An order that is ready to be written: placed, dispatched or queued, with its clock.
package struct NewWorkOrder: Sendable {
  package let draft: WorkOrderDraft
  package let location: WorkOrderLocation
  package let dispatch: WorkOrderDispatch
  package let reportedAt: Instant
  package let deadline: Deadline
  /// When 80 % of the time is gone.
  package let warnAt: Instant
  /// The deadline reaches into a year whose days off are not published.
  package let isProvisional: Bool
  /// The committee that leads, where it goes to one by itself.
  package let unitArea: UInt32?

  package init(
    draft: WorkOrderDraft, location: WorkOrderLocation, dispatch: WorkOrderDispatch, reportedAt: Instant,
    deadline: Deadline, warnAt: Instant, isProvisional: Bool, unitArea: UInt32?
  ) {
    (self.isProvisional, self.unitArea) = (isProvisional, unitArea)
    (self.draft, self.location, self.dispatch) = (draft, location, dispatch)
    (self.reportedAt, self.deadline, self.warnAt) = (reportedAt, deadline, warnAt)
  }
}

/// Where an order lies, as far as it is sure.
package struct WorkOrderLocation: Sendable, Equatable {
  /// The house, where there is one only.
  package var house: Int64?
  /// The houses that it may be, where there are several.
  package var candidates: [Int64] = []
  package var building: Int64?
  package var shop: Int64?
  package var committee: Int64?
  package var grid: Int64?
  /// The grid, the committee, or what lies above: never missing.
  package var area: Int64

  package init(area: Int64) { self.area = area }
}

/// What dispatch thinks of an order.
package struct WorkOrderDispatch: Sendable, Equatable, Codable {
  package enum Mode: String, Sendable, Codable {
    /// Sure enough to go to the unit by itself.
    case auto
    /// A person picks among the candidates.
    case queue
  }

  package struct Candidate: Sendable, Equatable, Codable {
    /// The duty's code.
    package let duty: String
    package let unit: String
    /// 0 to 1.
    package let confidence: Double
    /// In Chinese.
    package let reasons: [String]

    package init(duty: String, unit: String, confidence: Double, reasons: [String]) {
      (self.duty, self.unit, self.confidence, self.reasons) = (duty, unit, confidence, reasons)
    }
  }

  package let mode: Mode
  /// The likeliest first, at most three.
  package let candidates: [Candidate]

  package init(_ mode: Mode, _ candidates: [Candidate]) { (self.mode, self.candidates) = (mode, candidates) }

  /// The one that it goes to by itself.
  package var chosen: Candidate? { mode == .auto ? candidates.first : nil }
}

/// A unit that an order is given to: one of the list, or a committee.
package struct AssignedUnit: Sendable, Hashable {
  package let name: String
  /// The committee; its people see the order.
  package let area: UInt32?

  package init(name: String, area: UInt32?) { (self.name, self.area) = (name, area) }

  /// 居委会, 居委会(人民调解): what the responsibility list calls the committee of the place, whichever that is.
  package static func isCommitteeOfPlace(_ name: String) -> Bool { name.hasPrefix("居委会") }
}

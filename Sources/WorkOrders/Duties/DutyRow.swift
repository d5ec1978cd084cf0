import Kernel
import TextClassifier

/// A duty as it was from one day to another.
package struct DutyVersion: Hashable, Sendable, Codable {
  package var duty: Duty
  package var since: Day
  /// The first day on which it holds no more.
  package var until: Day?
  /// Who made this version.
  package var by: String
  package var madeAt: String

  package init(duty: Duty, since: Day, until: Day?, by: String, madeAt: String) {
    (self.duty, self.since, self.until, self.by, self.madeAt) = (duty, since, until, by, madeAt)
  }

  package func holds(on day: Day) -> Bool { since <= day && (until.map { day < $0 } ?? true) }
}

/// A duty of the list with all that it has been.
package struct DutyRow: Hashable, Sendable, Codable {
  package let id: Int64
  package let code: String
  /// Grows with every change, whichever version it made.
  package let version: Int64
  /// The oldest first, never empty, never overlapping.
  package let versions: [DutyVersion]
  /// The area whose duty it is; nil for the whole database's.
  package let owner: Int64?

  package init(id: Int64, code: String, version: Int64, versions: [DutyVersion], owner: Int64? = nil) {
    self.owner = owner
    (self.id, self.code, self.version, self.versions) = (id, code, version, versions)
  }

  package func version(on day: Day) -> DutyVersion? { versions.last { $0.holds(on: day) } }

  /// What is shown of it on a day: the version that holds, else the last that had begun, else the first to come.
  package func shown(on day: Day) -> DutyVersion? {
    version(on: day) ?? versions.last { $0.since <= day } ?? versions.first
  }
}

/// What changes of a duty; the code stays.
package struct DutyPatch: Sendable, Equatable {
  package var category: FieldChange<String> = .keep
  package var subcategory: FieldChange<String> = .keep
  package var keywords: FieldChange<[[String]]> = .keep
  package var unless: FieldChange<[String]> = .keep
  package var unit: FieldChange<String> = .keep
  package var coUnits: FieldChange<[String]> = .keep
  package var basis: FieldChange<String> = .keep
  package var basisKind: FieldChange<Duty.BasisKind> = .keep
  package var level: FieldChange<Duty.Level> = .keep
  package var deadlineDays: FieldChange<Int> = .keep
  package var urgentHours: FieldChange<Int> = .keep
  package init() {}
}

extension Duty {
  /// The duty as a patch would leave it. Emptying a field that must have a value leaves an empty one, which the rules refuse.
  package func applying(_ patch: DutyPatch) -> Duty {
    var duty = self
    if case .set(let value) = patch.category { duty.category = value ?? "" }
    if case .set(let value) = patch.subcategory { duty.subcategory = value ?? "" }
    if case .set(let value) = patch.keywords { duty.keywords = value ?? [] }
    if case .set(let value) = patch.unless { duty.unless = value ?? [] }
    if case .set(let value) = patch.unit { duty.unit = value ?? "" }
    if case .set(let value) = patch.coUnits { duty.coUnits = value ?? [] }
    if case .set(let value) = patch.basis { duty.basis = value ?? "" }
    if case .set(let value) = patch.basisKind { duty.basisKind = value ?? .practice }
    if case .set(let value) = patch.level { duty.level = value ?? .street }
    if case .set(let value) = patch.deadlineDays { duty.deadlineDays = value ?? -1 }
    if case .set(let value) = patch.urgentHours { duty.urgentHours = value }
    return duty
  }

  /// The keywords as they are written: the words of one joined by `+`.
  package var writtenKeywords: [String] { keywords.map { $0.joined(separator: "+") } }

  /// Every field as text, in a fixed order, to compare by and for the audit log.
  package var fields: [(name: String, text: String)] {
    [
      ("category", category), ("subcategory", subcategory), ("keywords", writtenKeywords.joined(separator: "|")),
      ("unless", unless.joined(separator: "|")), ("unit", unit), ("co_units", coUnits.joined(separator: "|")),
      ("basis", basis), ("basis_kind", basisKind.rawValue), ("level", level.rawValue),
      ("deadline_workdays", String(deadlineDays)),
      ("urgent_hours", urgentHours.map { String($0) } ?? ""),
    ]
  }

  /// What differs in `other`.
  package func changes(to other: Duty) -> [AuditEntry.Change] {
    zip(fields, other.fields).filter { $0.text != $1.text }.map {
      AuditEntry.Change($0.name, before: $0.text, after: $1.text)
    }
  }
}

import Kernel

/// A tag of the catalogue.
package struct TagRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let code: String
  package let name: String
  package let aliases: [String]
  /// 条线: whose line of work it belongs to.
  package let line: String
  package let subject: TagSubject
  /// Who may define and assign it: see `TagRights`.
  package let level: AreaFacts.Level
  /// The filter of a computed tag, as text; nil for an assigned one.
  package let rule: String?
  /// no, yes, restricted.
  package let sensitivity: String
  /// How long an assignment holds unless it says otherwise.
  package let validDays: Int?
  package let about: String
  package let isRetired: Bool
  package let version: Int64
  /// The area whose tag it is; nil for the whole database's: the reference catalogue, and what an admin made for all.
  package let owner: Int64?

  package init(
    id: Int64, code: String, name: String, aliases: [String], line: String, subject: TagSubject,
    level: AreaFacts.Level, rule: String?, sensitivity: String, validDays: Int?, about: String, isRetired: Bool,
    version: Int64, owner: Int64? = nil
  ) {
    self.owner = owner
    (self.id, self.code, self.name, self.aliases, self.line) = (id, code, name, aliases, line)
    (self.subject, self.level, self.rule, self.sensitivity) = (subject, level, rule, sensitivity)
    (self.validDays, self.about, self.isRetired, self.version) = (validDays, about, isRetired, version)
  }

  package var isRestricted: Bool { sensitivity == "restricted" }
  package var isComputed: Bool { rule != nil }
  /// assigned, computed.
  package var kind: String { isComputed ? "computed" : "assigned" }
}

extension TagRow {
  /// The tag as a patch would leave it, before it is written.
  package func applying(_ patch: TagPatch) -> TagRow {
    func value<Value>(_ change: FieldChange<Value>, _ held: Value?) -> Value? {
      if case .set(let new) = change { new } else { held }
    }
    return TagRow(
      id: id, code: code, name: value(patch.name, name) ?? name, aliases: value(patch.aliases, aliases) ?? [],
      line: line, subject: subject, level: level, rule: value(patch.rule, rule),
      sensitivity: value(patch.sensitivity, sensitivity) ?? sensitivity, validDays: value(patch.validDays, validDays),
      about: value(patch.about, about) ?? "", isRetired: value(patch.isRetired, isRetired) ?? false, version: version,
      owner: owner)
  }
}

import Kernel

/// A tag as somebody defines it. With a rule it is computed, without one assigned.
package struct TagDraft: Sendable, Equatable {
  package var code: String
  package var name: String
  package var aliases: [String]
  package var line: String
  package var subject: TagSubject
  package var level: AreaFacts.Level
  package var rule: String?
  /// no, yes, restricted.
  package var sensitivity: String
  package var validDays: Int?
  package var about: String
  /// The area whose tag it is; nil for the whole database's.
  package var owner: Int64?

  package init(
    code: String, name: String, aliases: [String] = [], line: String, subject: TagSubject, level: AreaFacts.Level,
    rule: String? = nil, sensitivity: String = "no", validDays: Int? = nil, about: String = ""
  ) {
    (self.code, self.name, self.aliases, self.line) = (code, name, aliases, line)
    (self.subject, self.level, self.rule, self.sensitivity) = (subject, level, rule, sensitivity)
    (self.validDays, self.about) = (validDays, about)
  }
}

/// What may change of a tag once it is in use; subject, level and kind may not.
package struct TagPatch: Sendable, Equatable {
  package var name: FieldChange<String> = .keep
  package var aliases: FieldChange<[String]> = .keep
  package var rule: FieldChange<String> = .keep
  /// Only the reference catalogue changes it.
  package var sensitivity: FieldChange<String> = .keep
  package var about: FieldChange<String> = .keep
  package var validDays: FieldChange<Int> = .keep
  package var isRetired: FieldChange<Bool> = .keep
  package init() {}
}

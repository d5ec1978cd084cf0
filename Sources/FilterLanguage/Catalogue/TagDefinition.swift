import Kernel

/// A tag as the catalogue defines it: a row of `schema/reference/tags.csv`, and later of the table `tags`.
package struct TagDefinition: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// Put on a subject by somebody, for some time.
    case assigned
    /// A named question, evaluated on the as-of day and never stored. A lead for a person to check, not a decision.
    case computed
  }

  package enum Sensitivity: String, Sendable, CaseIterable, Codable {
    case no, yes
    /// Never in exports, on dashboards, or for callers without the right.
    case restricted
  }

  package var code: String
  package var name: String
  package var aliases: [String]
  /// 条线: whose line of work it belongs to.
  package var line: String
  package var subject: TagSubject
  /// The lowest level that may define and assign it: city to committee.
  package var level: AreaFacts.Level
  package var kind: Kind
  /// The question of a computed tag, about `subject`; nil for assigned ones.
  package var rule: String?
  package var sensitivity: Sensitivity
  /// How many days an assignment holds when nobody says otherwise; nil: until it is ended.
  package var validDays: Int?
  package var about: String

  /// As the vocabulary knows it.
  package var entry: Vocabulary.Tag {
    Vocabulary.Tag(code: code, name: name, aliases: aliases, subject: subject, rule: rule)
  }

  package init(row: [String: String]) throws(Problem) {
    let code = row["code"] ?? ""
    guard let subject = TagSubject(rawValue: row["subject"] ?? ""),
      let level = AreaFacts.Level(rawValue: row["level"] ?? ""), level < .grid,
      let kind = Kind(rawValue: row["kind"] ?? ""),
      let sensitivity = Sensitivity(rawValue: row["sensitivity"] ?? ""),
      let name = row["name"], !name.isEmpty, !code.isEmpty, (kind == .computed) == (row["rule"] != "")
    else { throw Problem(.invalid, "reference_table", "标签“\(code)”这一行不完整") }
    (self.code, self.name, self.subject, self.level) = (code, name, subject, level)
    (self.kind, self.sensitivity) = (kind, sensitivity)
    aliases = (row["aliases"] ?? "").split(separator: "|").map(String.init)
    line = row["line"] ?? ""
    rule = kind == .computed ? row["rule"] : nil
    validDays = Int(row["valid_days"] ?? "")
    about = row["about"] ?? ""
  }
}

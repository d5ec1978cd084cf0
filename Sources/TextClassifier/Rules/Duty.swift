/// One row of the responsibility list (权责清单): what kind of matter, which unit leads, on which legal basis, in what time.
package struct Duty: Hashable, Sendable, Codable {
  /// Whose work it is in the end (属地职责 and what the street only assists with).
  package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// The street's own, or its committees'.
    case own
    /// Of a district office, the city or a company; the street passes on and helps.
    case assisted
  }

  /// At which level the leading unit stands.
  package enum Level: String, Hashable, Sendable, CaseIterable, Codable {
    case committee, street, district, city, enterprise

    package var kind: Kind { self == .committee || self == .street ? .own : .assisted }
  }

  /// How well the legal basis carries the row.
  package enum BasisKind: String, Hashable, Sendable, CaseIterable, Codable {
    /// The text names this duty for this unit.
    case law
    /// The same, but of another place, and applied by analogy.
    case analogy
    /// The text is about the matter; which unit leads is practice.
    case topic
    /// A rule that an office has given itself.
    case officeRule = "office_rule"
    case practice
  }

  package var code: String
  package var category: String
  package var subcategory: String
  /// Words that speak for it: any of the outer lists, and of that one all (「夜间+施工」).
  package var keywords: [[String]]
  /// Words that speak against it.
  package var unless: [String]
  /// The unit that leads (牵头单位).
  package var unit: String
  /// The units that help (协同单位).
  package var coUnits: [String]
  package var basis: String
  package var basisKind: BasisKind
  package var level: Level
  /// Working days until it must be done; 0 is the same day.
  package var deadlineDays: Int
  /// Hours in place of days where the matter is urgent.
  package var urgentHours: Int?

  /// Whether it takes what no other row takes (兜底).
  package var isFallback: Bool { keywords == [["*"]] }
  package var kind: Kind { level.kind }

  package init(
    code: String, category: String, subcategory: String, keywords: [[String]], unless: [String] = [], unit: String,
    coUnits: [String] = [], basis: String = "", basisKind: BasisKind = .practice, level: Level = .street,
    deadlineDays: Int = 5, urgentHours: Int? = nil
  ) {
    (self.code, self.category, self.subcategory) = (code, category, subcategory)
    (self.keywords, self.unless) = (keywords, unless)
    (self.unit, self.coUnits, self.basis) = (unit, coUnits, basis)
    (self.basisKind, self.level) = (basisKind, level)
    (self.deadlineDays, self.urgentHours) = (deadlineDays, urgentHours)
  }
}

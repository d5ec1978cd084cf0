/// The name of a column as people write it: `age`, `turns(90)`, `days_until(due)`, `tags(老龄)`.
package indirect enum ColumnName: Hashable, Sendable {
  case plain(String)
  /// The day on which a person completes that many years.
  case turns(Int)
  /// Days from the as-of day to a day of the row; negative when it is over.
  case daysUntil(ColumnName)
  /// The tags that hold, of one line of work or of all. Restricted ones are never among them.
  case tags(line: String?)

  /// Nil for what no column is called.
  package init?(_ text: String) {
    guard let open = text.firstIndex(of: "(") else {
      self = text == "tags" ? .tags(line: nil) : .plain(text)
      return
    }
    guard text.last == ")" else { return nil }
    let inner = String(text[text.index(after: open)...].dropLast())
    switch text[..<open] {
    case "turns":
      guard let years = Int(inner), (0...200).contains(years), String(years) == inner else { return nil }
      self = .turns(years)
    case "days_until":
      switch ColumnName(inner) {
      case .plain(let name)?: self = .daysUntil(.plain(name))
      case .turns(let years)?: self = .daysUntil(.turns(years))
      default: return nil
      }
    case "tags":
      guard !inner.isEmpty, !inner.contains("("), !inner.contains(")") else { return nil }
      self = .tags(line: inner)
    default: return nil
    }
  }
}

/// What a column holds.
package enum ColumnKind: String, Sendable, Codable {
  case text, number, day
  /// A person's name: masked on the way out.
  case name
  /// Several names of people: each masked on the way out.
  case names
  /// An identity number or telephone: frozen masked, to be revealed from the row itself only.
  case sealed
  /// Names of tags.
  case tags
}

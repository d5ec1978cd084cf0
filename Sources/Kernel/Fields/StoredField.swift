/// A field that is one plain column of its subject's own table: all that any part of the program needs to know of it.
///
/// Parser, index, SQL, facets, sorting, ledger columns, rosters, changes by hand, explanations, questions in Chinese, the API
/// description read `StoredField.table`. A new one is a line there, a column in a migration, and its tests and docs.
package struct StoredField: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// - bounds: what makes sense. units: what may stand behind it in a roster. isWhole: no decimals.
    case number(ClosedRange<Double>, isWhole: Bool, units: [String])
    /// One of a closed list.
    case word([Word])
  }

  /// A value of a closed list.
  package struct Word: Sendable, Hashable {
    /// In the database, the language and JSON.
    package let code: String
    /// On screens and paper.
    package let title: String
    /// What rosters call it besides, and sentences.
    package let others: [String]
    /// All ways to write it.
    package var written: [String] { [code, title] + others }

    init(_ code: String, _ title: String, _ others: String = "") {
      (self.code, self.title) = (code, title)
      self.others = others.split(separator: " ").map(String.init)
    }
  }

  package let subject: SubjectKind
  /// The word of the language, the member of the JSON and the column of the table.
  package let name: String
  /// The Chinese title.
  package let title: String
  package let kind: Kind
  /// What rosters call the column besides the title.
  package let headers: [String]
  /// Whether lists have it without being asked.
  package let isShown: Bool

  init(
    _ subject: SubjectKind, _ name: String, _ title: String, _ kind: Kind, headers: String = "", isShown: Bool = true
  ) {
    (self.subject, self.name, self.title, self.kind, self.isShown) = (subject, name, title, kind, isShown)
    self.headers = [title] + headers.split(separator: " ").map(String.init)
  }

  package static func == (left: StoredField, right: StoredField) -> Bool {
    left.subject == right.subject && left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(name)
  }
}

extension StoredField {
  private static let bySubject = Dictionary(grouping: table, by: \.subject)

  /// Those of a subject, in the order of the table.
  package static func of(_ subject: SubjectKind) -> [StoredField] { bySubject[subject] ?? [] }

  package static func named(_ name: String, of subject: SubjectKind) -> StoredField? {
    of(subject).first { $0.name == name }
  }

  /// The words of all fields of a name, whatever they are of.
  package static func words(named name: String) -> [Word] { table.filter { $0.name == name }.flatMap(\.words) }

  /// The words of a closed list; empty for numbers.
  package var words: [Word] { if case .word(let words) = kind { words } else { [] } }

  /// Whether this is a value of the field, whoever says it. - Returns: what is wrong, in Chinese; nil where nothing is.
  package func fault(of value: StoredValue) -> String? {
    switch (kind, value) {
    case (.number(let bounds, let isWhole, _), .number(let number)):
      guard bounds.contains(number), !isWhole || number == number.rounded() else {
        let (low, high) = (Self.written(bounds.lowerBound), Self.written(bounds.upperBound))
        return "「\(name)」应\(isWhole ? "为整数，" : "")在 \(low) 到 \(high) 之间。"
      }
      return nil
    case (.word(let words), .text(let text)) where words.contains { $0.code == text }: return nil
    case (.word(let words), _):
      return "「\(name)」应为 \(words.map(\.code).joined(separator: "、")) 之一。"
    case (.number, _): return "「\(name)」应为数字。"
    }
  }

  private static func written(_ number: Double) -> String { Int64(exactly: number).map { "\($0)" } ?? "\(number)" }
}

/// What a row holds in a stored field.
package enum StoredValue: Sendable, Hashable {
  case number(Double)
  case text(String)
}

/// The stored fields of a row by name; those that it lacks are absent.
package typealias StoredValues = [String: StoredValue]
/// What becomes of them; those that stay are absent.
package typealias StoredChanges = [String: FieldChange<StoredValue>]

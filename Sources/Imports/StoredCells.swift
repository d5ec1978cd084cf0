import Kernel

extension StoredField {
  /// What a roster of houses may say of a house and of its building. Where both have a field, the house's is meant.
  package static let ofHouseRosters: [StoredField] = {
    let houses = of(.houses)
    return houses + of(.buildings).filter { field in !houses.contains { $0.name == field.name } }
  }()

  /// How rosters write its words, and the word that each means.
  var rosterWords: [String: String] {
    words.reduce(into: [:]) { table, word in
      for written in word.written { table[written] = word.code }
    }
  }
}

extension StoredValue {
  /// As people write it.
  var written: String {
    switch self {
    case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): text
    }
  }
}

extension RowCells {
  /// The cell of a stored field. What cannot be read is left out, noted, and stays visible beside the row.
  func stored(_ field: StoredField, _ kept: inout [KeptValue], _ findings: inout RowFindings) -> StoredValue? {
    switch field.kind {
    case .number(let bounds, let isWhole, let units):
      number(ImportField(field), in: bounds, isWhole: isWhole, units: units, &kept, &findings).map { .number($0) }
    case .word:
      word(ImportField(field), field.rosterWords, &kept, &findings).map { .text($0) }
    }
  }
}

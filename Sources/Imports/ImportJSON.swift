import Foundation
import Sheets

/// How the parts of an import are written into its columns.
enum ImportJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Cells between unit separators (U+001F), which no cell of a roster has; much faster than JSON, and most of the work.
  /// Notes stand behind a group separator (U+001D), as column and word.
  static func packed(_ row: StagedRow) -> String {
    if let fault = row.fault { return "\u{1E}" + fault }
    let cells = row.cells.map { cell in
      cell.utf8.contains { $0 == 0x1F || $0 == 0x1D }
        ? cell.replacing("\u{1F}", with: " ").replacing("\u{1D}", with: " ") : cell
    }.joined(separator: "\u{1F}")
    let notes = row.notes.sorted { $0.key < $1.key }.map { "\u{1D}\($0.key):\($0.value.rawValue)" }
    return cells + notes.joined()
  }

  static func cells(_ data: Data) -> (cells: [String], notes: [Int: CellNote], fault: String?) {
    if data.first == 0x1E { return ([], [:], String(decoding: data.dropFirst(), as: UTF8.self)) }
    let parts = data.split(separator: 0x1D, omittingEmptySubsequences: false)
    let cells = (parts.first ?? Data()).split(separator: 0x1F, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var notes: [Int: CellNote] = [:]
    for part in parts.dropFirst() {
      let pair = String(decoding: part, as: UTF8.self).split(separator: ":", maxSplits: 1)
      if pair.count == 2, let column = Int(pair[0]), let note = CellNote(rawValue: String(pair[1])) {
        notes[column] = note
      }
    }
    return (cells, notes, nil)
  }
}

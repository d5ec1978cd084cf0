import Domain
import Foundation

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
  static func packed(_ row: StagedRow) -> String {
    if let fault = row.fault { return "\u{1E}" + fault }
    return row.cells.map { $0.utf8.contains(0x1F) ? String($0.split(separator: "\u{1F}").joined(separator: " ")) : $0 }
      .joined(separator: "\u{1F}")
  }

  static func cells(_ data: Data) -> (cells: [String], fault: String?) {
    if data.first == 0x1E { return ([], String(decoding: data.dropFirst(), as: UTF8.self)) }
    let cells = data.split(separator: 0x1F, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return (cells, nil)
  }
}

import Foundation

/// Sample data outside the project, where `MENPAI_SAMPLES` names a folder with `data/` and `tools/`.
enum AddressSamples {
  static let folder = ProcessInfo.processInfo.environment["MENPAI_SAMPLES"]
  static var isThere: Bool { folder != nil }

  static func rows(_ path: String) throws -> [[String: String]] {
    try table(String(contentsOfFile: path, encoding: .utf8))
  }

  static func data(_ name: String) throws -> [[String: String]] {
    try rows((folder ?? "") + "/data/" + name)
  }

  /// Rows by column name; quotes as RFC 4180 has them.
  static func table(_ text: String) -> [[String: String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var quoted = false
    for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\u{FEFF}" {
      if scalar == "\"" {
        quoted.toggle()
      } else if quoted || scalar != "," && scalar != "\n" {
        field.append(scalar)
      } else {
        record.append(String(field))
        field = .init()
        guard scalar == "\n" else { continue }
        records.append(record)
        record = []
      }
    }
    guard let head = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

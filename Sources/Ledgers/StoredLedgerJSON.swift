import Foundation
import Kernel

/// How the parts of ledgers and runs stand in their columns.
enum LedgerJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// `[[[values], committee, grid, rows], …]`.
  static func text(_ groups: [RunGroup]) -> String {
    JSONValue.array(
      groups.map { group in
        .array([
          .array(group.values.map { .string($0) }), group.committee.map { .number(Double($0)) } ?? .null,
          group.grid.map { .number(Double($0)) } ?? .null, .number(Double(group.rows)),
        ])
      }
    ).text
  }

  static func groups(_ text: String) throws -> [RunGroup] {
    guard case .array(let groups) = try JSONReader.read(text) else { return [] }
    return groups.compactMap { group in
      guard case .array(let parts) = group, parts.count == 4, case .array(let values) = parts[0],
        case .number(let rows) = parts[3]
      else { return nil }
      return RunGroup(
        values: values.compactMap { if case .string(let text) = $0 { text } else { nil } },
        committee: id(parts[1]), grid: id(parts[2]), rows: Int(rows))
    }
  }

  private static func id(_ value: JSONValue) -> UInt32? {
    if case .number(let number) = value { UInt32(exactly: number) } else { nil }
  }
}

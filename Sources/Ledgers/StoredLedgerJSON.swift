import Kernel
import Storage

/// How the groups of a run stand in their column.
extension StoredJSON {
  /// `[[[values], committee, grid, rows], …]`.
  package static func text(_ groups: [RunGroup]) -> String {
    JSONValue.array(
      groups.map { group in
        .array([
          .array(group.values.map { .string($0) }), group.committee.map { .number(Double($0)) } ?? .null,
          group.grid.map { .number(Double($0)) } ?? .null, .number(Double(group.rows)),
        ])
      }
    ).text
  }

  package static func groups(_ text: String) throws -> [RunGroup] {
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

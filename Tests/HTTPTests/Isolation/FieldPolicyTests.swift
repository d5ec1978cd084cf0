import Assembly
import FilterLanguage
import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Testing

/// Every route and every field of every answer has a line that says how it is shown, and is shown so to every role.
@Suite struct FieldPolicyTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/fields.txt")

  private static func table() throws -> [String: ShownAs] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        let parts = line.split(separator: " ")
        return parts.count == 2 ? ShownAs(rawValue: String(parts[1])).map { (String(parts[0]), $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// With `MENPAI_RECORD=1` new fields are written down as `undecided`: a line to be decided by hand.
  @Test func everyField_isDecided() throws {
    let table = try Self.table()
    // Stored fields say themselves what they are: a number, or a word of a closed list.
    let stored = Set(StoredField.table.map { "\($0.subject == .houses ? "House" : "Building").\($0.name)" })
    let fields = WireFields().all(API.routes).subtracting(stored)
    if ProcessInfo.processInfo.environment["MENPAI_RECORD"] == "1" {
      let lines = fields.sorted().map { "\($0) \(table[$0]?.rawValue ?? "undecided")" }
      try (lines.joined(separator: "\n") + "\n").write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    let missing = fields.subtracting(table.keys).sorted()
    #expect(missing.isEmpty, "decide in Golden/fields.txt how these are shown: \(missing)")
    #expect(Set(table.keys).subtracting(fields).sorted().isEmpty, "lines without a field")
  }

  /// A member of an open object is shown as the object; what no line names, as the most that may stand anywhere.
  private static func shown(_ field: String, _ table: [String: ShownAs]) -> ShownAs {
    table[field] ?? table[String(field.trimmingSuffix { $0 == "*" || $0 == "." })] ?? .text
  }

  private static let roles = ["secretary", "worker", "department", "integration", "街道", "管理", "审计"]

  @Test(arguments: roles)
  func everyField_isShownAsItsLineSays(_ role: String) async throws {
    let table = try Self.table()
    try await TwoCommittees.run { world in
      let own = world.first
      let isBound = !["街道", "管理", "审计"].contains(role)
      let token = try await world.logIn(isBound ? own.mark + role : role)
      let wire = WireFields()
      for route in world.routes {
        for probe in Probes.of(route) ?? [] {
          let mine = probe.filled(own, own: own)
          let judge = FieldJudge(
            own: own, knowsRestricted: ["街道", "管理"].contains(role), said: mine.path + (mine.body ?? ""))
          let answer = try await world.send(mine, token)
          guard answer.status.code < 300 else { continue }
          let type = answer.headers[.contentType] ?? ""
          guard type.hasPrefix("application/json") else {
            let text = String(buffer: answer.body)
            if !mine.path.contains("reveal="), let why = judge.fault(in: text, shown: .text) {
              Issue.record("\(mine.path): \(why)")
            }
            continue
          }
          let value = try JSONReader.read(Array(answer.body.readableBytesView))
          for leaf in wire.leaves(value, of: route) {
            let isCell = mine.path.contains("reveal=") && table[leaf.field] == .cells
            let shown = isCell ? .revealed : Self.shown(leaf.field, table)
            if let why = judge.fault(leaf.value, shown: shown) {
              Issue.record("\(mine.path) \(leaf.field) as \(shown): \(why)")
            }
          }
        }
      }
    }
  }
}

/// What must not stand in a field that is shown in some way.
struct FieldJudge {
  let own: Side
  let knowsRestricted: Bool
  /// What the request itself has said: a question may be answered with its own words.
  let said: String

  private var plainNames: [String] { [own.word("name"), "丙共有", "丁搬走"].filter { !said.contains($0) } }
  private var plainNumbers: [String] {
    [own.word("id_number"), own.word("phone"), own.word("shop_phone")].filter { !said.contains($0) }
  }
  /// Code, name and alias of a restricted tag that everybody's person has.
  static let restricted = ["SF001", "社区矫正对象", "社矫对象"]

  /// nil where all is well.
  func fault(_ value: JSONValue, shown: ShownAs) -> String? {
    switch (shown, value) {
    case (.revealed, _), (.secret, _): nil
    case (_, .number), (_, .bool): nil
    case (_, .string(let text)): fault(in: text, shown: shown)
    default: "\(value)"
    }
  }

  func fault(in text: String, shown: ShownAs) -> String? {
    if shown == .revealed || shown == .secret || text.isEmpty { return nil }
    if let number = plainNumbers.first(where: text.contains) { return "the number \(number) is plain: \(text)" }
    if !knowsRestricted, let word = Self.restricted.first(where: text.contains) { return "names \(word)" }
    switch shown {
    case .id: return text.utf8.allSatisfy { $0 < 0x80 } ? nil : "no id: \(text)"
    case .day: return text.first?.isNumber == true && text.utf8.allSatisfy { $0 < 0x80 } ? nil : "no day: \(text)"
    case .number: return "a text: \(text)"
    case .sealed: return text.contains("*") ? nil : "not masked: \(text)"
    case .name, .cells, .word, .question, .tags, .place:
      return plainNames.first(where: text.contains).map { "the name \($0) is plain: \(text)" }
    default: return nil
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ drop: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, drop(last) { text = text.dropLast() }
    return text
  }
}

import FilterLanguage
import Foundation
import Testing

/// `Package.swift` is the plan of the house, and every file keeps to it.
struct HouseTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let databases: Set<String> = ["GRDB", "GRDBSQLite"]
  private static let servers: Set<String> = ["Hummingbird", "HummingbirdCore", "HummingbirdTLS"]

  private struct File {
    let module: String
    let path: String
    let imports: Set<String>
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  private static func files() throws -> [File] {
    let sources = root.appendingPathComponent("Sources").path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map { path in
      let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
      let imports = text.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, let last = words.last else { return nil }
        return last.split(separator: ".").first.map(String.init)
      }
      return File(
        module: path.split(separator: "/").first.map(String.init) ?? "", path: path, imports: Set(imports))
    }
  }

  /// What each target of ours names in `Package.swift`.
  private static func plan() throws -> [String: Set<String>] {
    let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let target = /\.(?:executableTarget|target)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    return Dictionary(
      text.matches(of: target).map { match in
        let named = (match.output.2 ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) }
        return (String(match.output.1), Set(named))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func modules_importOnlyWhatThePlanNames() throws {
    let plan = try Self.plan()
    let ours = Set(plan.keys)
    #expect(ours.count > 25)
    for file in try Self.files() where ours.contains(file.module) {
      let unplanned = file.imports.intersection(ours).subtracting(plan[file.module] ?? [])
      #expect(unplanned.isEmpty, "\(file.path) imports \(unplanned.sorted())")
    }
  }

  @Test func plan_namesNothingThatNobodyImports() throws {
    let files = Dictionary(grouping: try Self.files(), by: \.module)
    for (module, named) in try Self.plan() {
      let used = Set((files[module] ?? []).flatMap(\.imports))
      guard !used.isEmpty else { continue }
      let idle = named.subtracting(used).filter { files[$0] != nil && !$0.hasPrefix("C") }
      #expect(idle.isEmpty, "\(module) names \(idle.sorted())")
    }
  }

  @Test func databases_areKnownToStoresAlone() throws {
    for file in try Self.files() where !file.imports.isDisjoint(with: Self.databases) {
      #expect(file.module == "Storage" || file.name.hasSuffix("Store.swift"), "\(file.path)")
    }
  }

  /// GRDB's own subscripts end the process where a value is not what was asked for; `Row.value` throws `corrupt_row`.
  @Test func storedValues_areReadSoThatADamagedOneThrows() throws {
    // Lists have names in the plural.
    let bare =
      /(?:\b\w*[a-rt-z]\??\[\d+|(?:\b(?:row|head|last|first|found|model)\??|\$0)\[(?:\d+|index\b[^\]]*|"\w+"))\]/
    for file in try Self.files() where file.imports.contains("GRDB") {
      let text = try String(contentsOf: Self.root.appendingPathComponent("Sources/" + file.path), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        // `StoredRow`'s throw; a `DatabaseValue` holds whatever there is.
        let isSafe = line.contains(/try (?:row|\$0)\["/) || line.contains("as DatabaseValue") || line.contains("///")
        #expect(isSafe || !line.contains(bare), "\(file.path):\(number + 1)")
      }
    }
  }

  /// A list of ids leads the join: else SQLite may read a whole table for them, and give the rows in another order.
  @Test func lists_leadTheirJoins() throws {
    for file in try Self.files() where file.imports.contains("GRDB") {
      let text = try String(contentsOf: Self.root.appendingPathComponent("Sources/" + file.path), encoding: .utf8)
      #expect(!text.contains(/FROM json_each\([^)]*\) \w+\s+JOIN/), "\(file.path)")
    }
  }

  @Test func hummingbird_isKnownToTheServerAlone() throws {
    for file in try Self.files() where !file.imports.isDisjoint(with: Self.servers) {
      #expect(["Server", "menpai"].contains(file.module) || file.name.hasSuffix("Routes.swift"), "\(file.path)")
    }
  }

  /// A use case is a type with a `run`.
  @Test func useCases_areInTheFileOfTheirName() throws {
    var found = 0
    for file in try Self.files() where !["Bench", "DemoData", "menpai"].contains(file.module) {
      let path = Self.root.appendingPathComponent("Sources/\(file.path)")
      for name in Self.useCases(in: try String(contentsOf: path, encoding: .utf8)) {
        found += 1
        #expect(file.name == name + ".swift" || file.name.hasSuffix("Store.swift"), "\(name) is in \(file.path)")
      }
    }
    #expect(found > 100)
  }

  /// The enumerations of a file that have a `run`, line by line: a pattern over the whole text would try every way to begin.
  private static func useCases(in text: String) -> [String] {
    var (open, found): (String?, [String]) = (nil, [])
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.first != " ", let at = words.firstIndex(of: "enum"), at + 1 < words.count {
        open = String(words[at + 1].prefix { $0 != ":" })
      } else if line == "}" {
        open = nil
      } else if line.hasPrefix("  package static func run("), let name = open, !found.contains(name) {
        found.append(name)
      }
    }
    return found
  }

  @Test func files_holdOneIdea() throws {
    for file in try Self.files() {
      let path = Self.root.appendingPathComponent("Sources/\(file.path)")
      let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 500, "\(file.path) has \(lines.count) lines")
    }
  }
}

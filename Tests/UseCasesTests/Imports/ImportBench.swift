import Assembly
import Foundation
import Imports
import Kernel
import Platform
import Support

/// An office into which tests import.
struct ImportBench {
  let app: AppContext
  /// 瑞金二路街道 of 黄浦区.
  static let street = "310101023"

  /// Runs `body` with an empty office.
  static func run(_ body: (ImportBench) async throws -> Void) async throws {
    try await withTemporaryStore { store, _ in
      try await body(ImportBench(app: AppContext(store: store, questions: .patient, followers: API.followers)))
    }
  }

  /// Imports a file and applies what is sure.
  @discardableResult
  func load(
    _ subject: ImportSubject, _ file: Data, name: String = "名册.csv", area: String? = nil, apply: Bool = true,
    dryRun: Bool = false, mapping: [String: String] = [:], source: String? = nil, sheet: String? = nil,
    caller: Caller = .operatorAtConsole, pace: ImportPace = ImportPace()
  ) async throws -> ImportReport {
    var request = StartImport.Request(subject: subject, file: file, fileName: name)
    (request.source, request.sheet) = (source, sheet)
    (request.area, request.apply, request.dryRun, request.mapping) = (area, apply, dryRun, mapping)
    let id = try await StartImport.run(request, caller: caller, app: app)
    try await RunImport.run(id, app: app, pace: pace)
    return try await report(id, caller)
  }

  /// The same from lines of CSV.
  @discardableResult
  func load(
    _ subject: ImportSubject, _ lines: [String], area: String? = nil, apply: Bool = true, dryRun: Bool = false,
    mapping: [String: String] = [:], source: String? = nil, caller: Caller = .operatorAtConsole
  ) async throws -> ImportReport {
    try await load(
      subject, Data(lines.joined(separator: "\n").utf8), area: area, apply: apply, dryRun: dryRun, mapping: mapping,
      source: source, caller: caller)
  }

  func report(_ id: Int64, _ caller: Caller = .operatorAtConsole) async throws -> ImportReport {
    try await GetImport.run(id, caller: caller, app: app)
  }

  func rows(_ id: Int64, _ status: ImportRowStatus? = nil) async throws -> [ImportRowReport] {
    try await ListImportRows.run(id, status: status, limit: 100_000, caller: .operatorAtConsole, app: app).rows
  }

  func apply(_ id: Int64) async throws -> ImportReport {
    try await ApplyImport.run(id, caller: .operatorAtConsole, app: app)
    try await RunImport.run(id, app: app)
    return try await report(id)
  }

  /// A lane of a few rooms, and a shopfront.
  func loadHouses() async throws {
    try await load(
      .houses,
      [
        "居委会,微网格,地址,房屋类型", "延中,延中1网格,长乐路372弄5号101室,居住", "延中,延中1网格,长乐路372弄5号102室,居住",
        "延中居委会,延中2网格,长乐路372弄5号201室,居住", "巨鹿,巨鹿1网格,巨鹿路10弄2号101室,居住", "延中,延中1网格,长乐路400号,商铺",
      ], area: Self.street)
  }

  func person(_ id: Int64) async throws -> ExistingPerson {
    guard let person = try await app.store.read({ [day = app.clock.today] in try $0.heldPerson(id, on: day) })
    else {
      throw Problem(.notFound, "no_person", "no person \(id)")
    }
    return person
  }

  /// How many rows a table has.
  func count(_ subject: ImportSubject) async throws -> Int {
    try await app.store.read { reader in
      var count = 0
      switch subject {
      case .houses: try reader.houseFacts { _ in count += 1 }
      case .people, .tenancies: try reader.personFacts { _ in count += 1 }
      case .shops: try reader.shopFacts { _ in count += 1 }
      case .assets: try reader.assetFacts { _ in count += 1 }
      case .taggings: try reader.taggingFacts { _ in count += 1 }
      }
      return count
    }
  }
}

extension ImportCounts {
  /// In the order read, created, updated, unchanged, review, rejected.
  var all: [Int] { [read, created, updated, unchanged, review, rejected] }
}

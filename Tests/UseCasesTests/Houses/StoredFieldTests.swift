import FilterLanguage
import Foundation
import Imports
import Ledgers
import Platform
import Questions
import Registry
import Support
import Testing
@testable import Kernel

/// What a field gets by standing in `StoredField.table`, for each of them: rosters, filters, sorting, facets, changes by hand,
/// columns of ledgers, explanations, questions in Chinese.
struct StoredFieldTests {
  private static let address = "长乐路372弄5号101室"

  /// A value, as a roster writes it, and another one.
  private struct Sample {
    let written: String
    let value: StoredValue
    let other: StoredValue
    /// As the language writes it.
    var text: String { Self.text(value) }

    static func text(_ value: StoredValue) -> String {
      switch value {
      case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
      case .text(let text): text
      }
    }

    init(_ field: StoredField) {
      switch field.kind {
      case .number(let bounds, let isWhole, let units):
        let low = max(bounds.lowerBound, field.name == "lon" ? 121 : field.name == "lat" ? 31 : 2)
        value = .number(isWhole ? low : low + 0.25)
        other = .number(low + 1)
        written = Self.text(value) + (units.first ?? "")
      case .word(let words):
        (value, other) = (.text(words[1].code), .text(words[0].code))
        written = words[1].others.first ?? words[1].title
      }
    }
  }

  private func withRow(
    _ field: StoredField, _ body: (ImportBench, Sample, Subject, Int64) async throws -> Void
  ) async throws {
    let sample = Sample(field)
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let header = "居委会,地址," + (Self.isPlace(field) ? "纬度,经度" : field.headers.last ?? field.title)
      let cells = Self.isPlace(field) ? Self.place(field, sample) : sample.written
      let report = try await bench.load(.houses, [header, "延中,\(Self.address),\(cells)"], area: ImportBench.street)
      if StoredField.ofHouseRosters.contains(field) { #expect(report.counts.updated == 1) }
      try await bench.app.open()
      let subject = try #require(Subject(word: field.subject.rawValue))
      let home = try await Search.run(
        .init(SearchQuestion(subject, where: .text("address ~ 长乐路372弄5号")), sort: "address"),
        caller: .operatorAtConsole,
        app: bench.app)
      let id = try #require(try Self.id(home.items.first))
      if !StoredField.ofHouseRosters.contains(field) { try await change(field, sample.value, id, bench) }
      try await body(bench, sample, subject, id)
    }
  }

  private static func isPlace(_ field: StoredField) -> Bool { ["lat", "lon"].contains(field.name) }
  private static func place(_ field: StoredField, _ sample: Sample) -> String {
    field.name == "lat" ? "\(sample.written),121.5" : "31.2,\(sample.written)"
  }

  private static func id(_ row: String?) throws -> Int64? {
    guard let row, case .number(let id)? = try JSONReader.read(row)["id"] else { return nil }
    return Int64(id)
  }

  private func change(_ field: StoredField, _ value: StoredValue, _ id: Int64, _ bench: ImportBench) async throws {
    var (house, building) = (HousePatch(), BuildingPatch())
    (house.stored[field.name], building.stored[field.name]) = (.set(value), .set(value))
    try await ChangeRow.run(
      id, field.subject == .houses ? .house(house) : .building(building), version: nil, caller: .operatorAtConsole,
      app: bench.app)
  }

  private func found(_ filter: String, _ subject: Subject, _ bench: ImportBench) async throws -> Int? {
    let answer = try await Search.run(
      .init(SearchQuestion(subject, where: .text(filter)), sort: nil), caller: .operatorAtConsole, app: bench.app)
    return answer.total
  }

  @Test(arguments: StoredField.table)
  func field_isAskedFor(field: StoredField) async throws {
    try await withRow(field) { bench, sample, subject, id in
      #expect(try await found("\(field.name) = \(sample.text)", subject, bench) == 1)
      #expect(try await found("not \(field.name) = \(sample.text)", subject, bench) ?? 0 > 0)
      for word in field.words where .text(word.code) == sample.value {
        for written in word.written { #expect(try await found("\(field.name) = \"\(written)\"", subject, bench) == 1) }
      }
      try await change(field, sample.other, id, bench)
      #expect(try await found("\(field.name) = \(sample.text)", subject, bench) == 0)
      #expect(try await found("\(field.name) = \(Sample.text(sample.other))", subject, bench) == 1)
    }
  }

  @Test(arguments: StoredField.table)
  func field_isAColumn_sortedAndCounted(field: StoredField) async throws {
    try await withRow(field) { bench, sample, subject, id in
      let answer = try await Search.run(
        .init(
          SearchQuestion(subject, where: .text("")), select: ["id", field.name], sort: field.name),
        caller: .operatorAtConsole,
        app: bench.app)
      // What has no value comes last.
      let first = try JSONReader.read(#require(answer.items.first))
      #expect(try Self.id(answer.items.first) == id)
      switch sample.value {
      case .number(let number): #expect(first[field.name] == .number(number))
      case .text(let text): #expect(first[field.name] == .string(text))
      }
      #expect(LedgerColumns.names(of: subject).contains(field.name))
      if !field.words.isEmpty {
        let facets = try await CountFacets.run(
          SearchQuestion(subject, where: .text("")), by: [field.name], caller: .operatorAtConsole, app: bench.app)
        #expect(facets.facets.first?.counts.contains { $0.value == sample.text && $0.count == 1 } == true)
      }
    }
  }

  @Test(arguments: StoredField.table)
  func field_outOfBounds_isRefused(field: StoredField) {
    switch field.kind {
    case .number(let bounds, let isWhole, _):
      #expect(field.fault(of: .number(bounds.upperBound + 1)) != nil)
      #expect(field.fault(of: .number(bounds.lowerBound - 1)) != nil)
      #expect((field.fault(of: .number(bounds.lowerBound + 0.5)) != nil) == isWhole)
      #expect(field.fault(of: .text("1")) != nil)
    case .word: #expect(field.fault(of: .text("飞")) != nil && field.fault(of: .number(1)) != nil)
    }
  }

  @Test func coordinates_ofOtherMaps_areConverted() async throws {
    try await ImportBench.run { bench in
      let bund = Coordinates(lat: 31.2397, lon: 121.4908)
      func row(_ header: String, _ cells: String) async throws -> ImportReport {
        try await bench.load(.houses, ["居委会,地址,\(header)", "延中,\(Self.address),\(cells)"], area: ImportBench.street)
      }
      func held() async throws -> Coordinates? {
        let house = try await bench.app.store.read { reader in
          try reader.heldHouse(
            address: Self.address, district: reader.areas().first { $0.name == "黄浦区" }.map { Int64($0.id) } ?? 0)
        }
        guard case .number(let lat)? = house?.stored[try #require(StoredField.named("lat", of: .buildings))],
          case .number(let lon)? = house?.stored[try #require(StoredField.named("lon", of: .buildings))]
        else { return nil }
        return Coordinates(lat: lat, lon: lon)
      }
      let gcj = bund.shown(in: .gcj02)
      // Not whole, in no known system, or elsewhere: left out and said, and the row goes on.
      #expect(try await row("纬度,经度", "31.2,").reasons.contains { $0.code == "coordinates_incomplete" })
      #expect(try await row("纬度,经度,坐标系", "31.2,121.5,某某坐标").reasons.contains { $0.code == "unknown_datum" })
      #expect(try await row("纬度,经度", "48.8,2.35").reasons.contains { $0.code == "coordinates_elsewhere" })
      #expect(try await held() == nil)
      let report = try await row("纬度,经度,坐标系", "\(gcj.lat),\(gcj.lon),GCJ-02")
      #expect(report.counts.updated == 1)
      let place = try #require(try await held())
      #expect(abs(place.lat - bund.lat) < 1e-6 && abs(place.lon - bund.lon) < 1e-6)
      // The same again, and the same by another map, changes nothing.
      let baidu = bund.shown(in: .bd09)
      #expect(try await row("纬度,经度,坐标系", "\(gcj.lat),\(gcj.lon),GCJ-02").counts.unchanged == 1)
      #expect(try await row("百度纬度,百度经度", "\(baidu.lat),\(baidu.lon)").counts.read == 1)
      #expect(try await held() == place)
    }
  }

  @Test(arguments: ImportSubject.allCases)
  func template_comesBackInWithAllItsColumns(subject: ImportSubject) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let bytes = try RosterTemplate.run(subject, caller: .operatorAtConsole)
      let headers = RosterTemplate.headers(of: subject)
      #expect(Set(headers.map(\.header)).count == headers.count)
      let map = try ColumnMap.make(headers: headers.map(\.header), subject: subject)
      for (field, header) in headers { #expect(map.header(field) == header, "\(field.rawValue)") }
      let report = try? await bench.load(subject, Data(bytes), name: "模板.xlsx", area: ImportBench.street)
      #expect(report.map { $0.counts.read == 0 && $0.leftOut.map(\.kind) == [.example] } ?? true)
    }
  }

  /// What a template offers to choose is understood as one of the words that there are.
  @Test(arguments: ImportSubject.allCases)
  func template_offersWordsThatAreUnderstood(subject: ImportSubject) async throws {
    let known = [
      RosterWords.sex, RosterWords.hukou, RosterWords.role, RosterWords.houseUse, RosterWords.houseKind,
      RosterWords.shopKind, RosterWords.shopStatus, RosterWords.assetKind,
    ].reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      .union(
        StoredField.ofHouseRosters.flatMap { field in
          guard case .word(let words) = field.kind else { return [String]() }
          return words.flatMap(\.written)
        }
      ).union(["WGS84", "GCJ-02", "BD-09"])
    for (field, _) in RosterTemplate.headers(of: subject) {
      let choices = TemplateCells.choices(field, subject)
      #expect(choices.allSatisfy(known.contains), "\(field.rawValue): \(choices)")
    }
  }

  /// The page about rosters names just the columns and headers that there are.
  @Test func docs_nameEveryColumn() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/rosters.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n### ").dropFirst()
    #expect(parts.count == ImportSubject.allCases.count)
    for (part, subject) in zip(parts, ImportSubject.allCases) {
      let lines = part.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
      let fields = ImportField.all(for: subject)
      let known = fields.map { "| `\($0.rawValue)` | \($0.synonyms(for: subject).joined(separator: " ")) |" }
      #expect(Set(lines) == Set(known), "\(subject)")
    }
  }
}

import ArgumentParser
import Domain
import Foundation
import UseCases

extension ImportSubject: ExpressibleByArgument {}

/// `menpai import SUBJECT FILE`: a roster in; the report as JSON on standard output, progress on standard error.
struct ImportRoster: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Imports a roster: CSV (UTF-8, GB18030) or XLSX.")

  @Argument(help: "\(ImportSubject.allCases.map(\.rawValue).joined(separator: ", ")).") var subject: ImportSubject
  @Argument(help: "The file.") var file: String
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Report what would happen and write nothing.") var dryRun = false
  @Flag(help: "Apply all that is sure; doubtful rows stay in review.") var apply = false
  @Option(help: "The area that the roster is of, by code.") var area: String?
  @Option(help: "A JSON file: {\"column header\": \"field\"}.") var mapping: String?

  func run() async throws {
    try await reporting {
      let office = try database.newOffice()
      let id = try await StartImport.run(try request(), caller: .operatorAtConsole, office: office)
      let progress = ImportProgress()
      var pace = ImportPace()
      pace.progress = { progress.show($0, $1) }
      try await RunImport.run(id, office: office, pace: pace)
      let report = try await GetImport.run(id, caller: .operatorAtConsole, office: office)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
  }

  private func request() throws -> StartImport.Request {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("There is no readable file at \(file).")
    }
    var request = StartImport.Request(
      subject: subject, file: data, fileName: URL(fileURLWithPath: file).lastPathComponent)
    request.area = area
    request.dryRun = dryRun
    request.apply = apply
    if let mapping {
      request.mapping = try JSONDecoder().decode(
        [String: String].self, from: Data(contentsOf: URL(fileURLWithPath: mapping)))
    }
    return request
  }
}

/// A line on standard error whenever a stage has gone some way; nothing for small files.
private struct ImportProgress: Sendable {
  func show(_ state: ImportState, _ rows: Int) {
    if rows > 0, rows.isMultiple(of: 10_000) { StandardError.write("\(state.rawValue): \(rows) rows") }
  }
}

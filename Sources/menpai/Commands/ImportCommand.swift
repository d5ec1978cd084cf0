import ArgumentParser
import Foundation
import Imports

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
  @Option(help: "The sheet of a workbook; otherwise the only one that is a roster.") var sheet: String?
  @Option(help: "Who says it: police, tenancy, committee, register.") var source: String?

  func run() async throws {
    try await reporting {
      let app = try database.newOffice()
      let id = try await StartImport.run(try request(), caller: .operatorAtConsole, app: app)
      let progress = ImportProgress()
      var pace = ImportPace()
      pace.progress = { progress.show($0, $1) }
      try await RunImport.run(id, app: app, pace: pace)
      let report = try await GetImport.run(id, caller: .operatorAtConsole, app: app)
      ImportReasons.write(report)
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
    (request.sheet, request.source) = (sheet, source)
    request.dryRun = dryRun
    request.apply = apply
    if let mapping {
      request.mapping = try JSONDecoder().decode(
        [String: String].self, from: Data(contentsOf: URL(fileURLWithPath: mapping)))
    }
    return request
  }
}

/// On standard error, what a person must know beside the counts: what was not read, and why rows wait or were refused.
private enum ImportReasons {
  static func write(_ report: ImportReport) {
    for sheet in report.sheets where sheet.use != .read {
      StandardError.write("工作表「\(sheet.name)」未导入（\(sheet.use.rawValue)）")
    }
    if !report.ignoredColumns.isEmpty {
      StandardError.write("未导入的列：\(report.ignoredColumns.joined(separator: "、"))")
    }
    for rows in report.leftOut {
      StandardError.write(
        "\(rows.kind.rawValue)：\(rows.count) 行，第 \(rows.rows.map(String.init).joined(separator: "、")) 行")
    }
    for reason in report.reasons {
      let column = reason.column.map { " [\($0)]" } ?? ""
      StandardError.write(
        "\(reason.status.rawValue) \(reason.count) 行\(column) \(reason.detail)（\(reason.code)，首见第 \(reason.firstRow) 行）"
      )
    }
  }
}

/// A line on standard error whenever a stage has gone some way; nothing for small files.
private struct ImportProgress: Sendable {
  func show(_ state: ImportState, _ rows: Int) {
    if rows > 0, rows.isMultiple(of: 10_000) { StandardError.write("\(state.rawValue): \(rows) rows") }
  }
}

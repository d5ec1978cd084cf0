import ArgumentParser
import FilterLanguage
import Foundation
import Kernel
import Registry

extension Subject: ExpressibleByArgument {
  /// Reads `people`.
  public init?(argument: String) { self.init(word: argument) }
}

/// `menpai search SUBJECT 'WHERE'`: the rows that a filter selects, masked as everywhere.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "The rows that a filter selects.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv, table }

  @Argument(help: "people, houses, buildings, shops, assets or work_orders.") var subject: Subject
  @Argument(help: "A filter; '' for everything.") var filter: String
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The day that the question is about; today.") var asOf: Day?
  @Option(help: "json, csv or table.") var format: Format = .table
  @Option(help: "Columns, comma-separated.") var select: String?
  @Option(help: "Fields, comma-separated, each with an optional .desc.") var sort: String?
  @Option(help: "At most this many rows; without: all, in a table 50.") var limit: Int?

  func run() async throws {
    try await reporting {
      let app = try database.app()
      try await app.open()
      let rows = RowPrinter(format, columns: columns)
      var left = limit ?? (format == .table ? 50 : Int.max)
      var cursor: String?
      repeat {
        let answer = try await Search.run(
          .init(
            SearchQuestion(subject, where: .text(filter), asOf: asOf), select: columns, sort: sort,
            limit: max(1, min(left, 500)), cursor: cursor),
          caller: .operatorAtConsole, app: app)
        try rows.print(answer, isFirst: cursor == nil, room: left)
        left -= answer.items.count
        cursor = left > 0 ? answer.nextCursor : nil
      } while cursor != nil
      rows.finish()
    }
  }

  private var columns: [String] {
    select.map { $0.split(separator: ",").map(String.init) }
      ?? RowColumns.of(subject).filter(\.isDefault).map(\.name)
  }
}

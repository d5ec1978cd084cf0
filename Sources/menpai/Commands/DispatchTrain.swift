import ArgumentParser
import Foundation
import WorkOrders

/// `menpai dispatch train`: learns from what people have decided about work orders, and from labelled histories.
struct DispatchTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains dispatch on the office's own decisions; prints what came of it as JSON.",
    discussion: """
      Learns from the newest 20,000 lessons of the database: orders that somebody dispatched, reassigned or whose duty \
      was corrected, orders that went out by themselves and stayed with their unit, and lines of labelled histories. A \
      fifth is held back and measured: accuracy and top3 are the share of right units, first and among three; threshold \
      is the confidence from which orders go out by themselves, chosen so that at least 95 % of those are right, on the \
      safe side where there is little to go by; precision and coverage hold above it. A running server takes the new \
      model by itself.

      --from adds a history first: a CSV or XLSX with a column of text and a column with the duty's code, or the name of \
      the unit, that was right. Lines with unknown labels are named with their numbers and left out; the same file twice \
      adds nothing. Numbers of people in the text are starred out before it is kept.

        menpai dispatch train --database F
        menpai dispatch train --database F --from history.csv --text 诉求内容 --label 承办单位
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "CSV or XLSX with matters whose duty or unit is known.") var from: String?
  @Option(help: "The column of free text.") var text: String?
  @Option(help: "The column of the right duty's code or unit.") var label: String?

  func validate() throws {
    guard (from == nil) == (text == nil), (from == nil) == (label == nil) else {
      throw ValidationError("--from needs --text and --label, and they need --from.")
    }
  }

  func run() async throws {
    try await reporting {
      let app = try database.app()
      var report = Report()
      if let from, let text, let label {
        let (rows, broken) = try DispatchSamples.history(from, text: text, label: label)
        let seeded = try await SeedDispatch.run(rows, caller: .operatorAtConsole, app: app)
        let refused = (broken + seeded.refused).sorted { $0.line < $1.line }
        report.from = Seeded(
          read: rows.count + broken.count, added: seeded.added, known: seeded.known, refused: refused)
        for one in refused.prefix(20) { StandardError.write("第 \(one.line) 行：\(one.detail)") }
      }
      report.trained = try await TrainDispatch.run(caller: .operatorAtConsole, app: app)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
  }

  private struct Seeded: Encodable {
    let read: Int
    let added: Int
    let known: Int
    let refused: [SeedDispatch.Refused]
  }

  private struct Report: Encodable {
    var from: Seeded?
    var trained: TrainDispatch.Report?
  }
}

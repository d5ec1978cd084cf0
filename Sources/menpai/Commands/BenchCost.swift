import ArgumentParser
import Bench

/// `menpai bench cost`: what the dearest questions cost on a database. None may hold a thread for more than two seconds.
struct BenchCost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "Asks the dearest questions there are and prints the worst ten; with --all, all.")

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print every question.") var all = false

  /// What no question may take.
  private static let bound = Duration.seconds(2)

  func run() async throws {
    try await reporting { try await BenchCopy.with(database, measure) }
  }

  private func measure(_ copy: BenchCopy) async throws {
    let app = copy.app
    try await app.open()
    try await app.tickets.warmUp(app.store)
    let lines = try await CostBench(app: app).run().sorted { $0.took > $1.took }
    print("| question | took | rows, or refused as |\n|---|---|---|")
    for line in all ? lines : Array(lines.prefix(10)) {
      print("| \(line.name) | \(milliseconds(line.took)) ms | \(line.outcome) |")
    }
    let over = lines.filter { $0.took > Self.bound }.count
    print("\(lines.count) questions, \(over) over \(Self.bound)")
    guard over == 0 else { throw ExitCode.failure }
  }

  private func milliseconds(_ took: Duration) -> Int {
    Int(took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000)
  }
}

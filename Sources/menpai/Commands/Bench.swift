import ArgumentParser

/// `menpai bench`: measures on this machine what the documentation claims.
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures on this machine.",
    subcommands: [BenchSearch.self, BenchLedger.self, BenchTickets.self, BenchCost.self])
}

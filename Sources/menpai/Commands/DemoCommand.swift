import ArgumentParser
import DemoData
import Foundation
import Kernel

/// `menpai demo`: an invented street office in a new database.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Invents a street office: houses, people, shops, tags. Nobody in it exists.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "How many people.") var people = 100_000
  @Option(help: "How many work orders, over the year before; one for 25 people.") var tickets: Int?
  @Option(help: "The same seed invents the same street.") var seed: UInt64 = 1
  @Option(help: "The day that it is invented as of; today.") var asOf: Day?

  func run() async throws {
    try await reporting {
      let app = try database.newOffice()
      let bar = ProgressBar("people")
      let summary = try await MakeDemo(app.store).run(
        people: people, tickets: tickets ?? people / 25, seed: seed, asOf: asOf ?? app.clock.today
      ) { bar.show($0.people, of: $0.ofPeople) }
      bar.finish()
      StandardError.write(
        """
        \(summary.committees) committees, \(summary.grids) grids, \(summary.houses) houses, \(summary.people) people, \
        \(summary.shops) shops, \(summary.assets) assets, \(summary.taggings) taggings, \
        \(summary.tickets) work orders
        """)
    }
  }
}

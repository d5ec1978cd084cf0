import ArgumentParser
import Kernel
import Registry

extension AreaFacts.Level: ExpressibleByArgument {}

/// `menpai area list`: codes for `--area`.
struct AreaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "The areas of a database.", subcommands: [List.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints code, level and name of the areas that have houses, a line each; with --all of every area.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "city, district, subdistrict, committee or grid.") var level: AreaFacts.Level?

    @Flag(help: "Also areas without houses: where a first roster goes.") var all = false

    func run() async throws {
      try await reporting {
        let areas = try await AreasInUse.run(app: database.app(), all: all)
        for area in areas where level == nil || area.level == level {
          print("\(area.code)\t\(area.level.rawValue)\t\(area.name)")
        }
      }
    }
  }
}

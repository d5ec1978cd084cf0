import ArgumentParser
import Kernel
import Platform
import WorkOrders

/// `menpai unit`: the units that orders can be given to.
struct UnitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "The units that work orders can be given to.",
    subcommands: [List.self, Add.self, Rename.self, Retire.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints the units, a line each: id, name, duties that it leads, duties that it helps with, names before.")
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Also those that are retired.") var all = false

    func run() async throws {
      try await reporting {
        let units = try await ListUnits.run(
          asOf: nil, all: all, caller: .operatorAtConsole, app: database.app())
        for view in units {
          let (unit, mark) = (view.unit, view.unit.isRetired ? "（已停用）" : "")
          print("\(unit.id)\t\(unit.name)\(mark)\t\(view.leads)\t\(view.helps)\t\(unit.former.joined(separator: "、"))")
        }
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Adds a unit and prints its id.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The unit's name.") var name: String

    func run() async throws {
      try await reporting {
        let view = try await AddUnit.run(name: name, caller: .operatorAtConsole, app: database.app())
        print(view.unit.id)
      }
    }
  }

  struct Rename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Gives a unit another name; its orders, duties, lessons and callers follow. A running server takes it in by itself."
    )
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The unit's name now, or its id.") var unit: String
    @Argument(help: "The name that it gets.") var name: String

    func run() async throws {
      try await reporting { try await UnitCommand.change(unit, name: name, isRetired: nil, database.app()) }
    }
  }

  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Retires a unit: nothing new goes to it. One with duties or open orders stays.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The unit's name, or its id.") var unit: String

    func run() async throws {
      try await reporting { try await UnitCommand.change(unit, name: nil, isRetired: true, database.app()) }
    }
  }

  private static func change(_ text: String, name: String?, isRetired: Bool?, _ app: AppContext) async throws {
    let units = try await ListUnits.run(asOf: nil, all: true, caller: .operatorAtConsole, app: app)
    let found = units.first { String($0.unit.id) == text } ?? units.first { $0.unit.isCalled(text) }
    guard let unit = found?.unit else {
      throw Problem(.notFound, "not_found", "单位名单里没有「\(text)」；menpai unit list 列出全部单位。")
    }
    _ = try await ChangeUnit.run(
      unit.id, name: name, isRetired: isRetired, version: unit.version, caller: .operatorAtConsole, app: app)
  }
}

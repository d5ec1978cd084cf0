import ArgumentParser
import Kernel

/// The one program: serves, and does at the command line what an operator needs.
@main
struct Menpai: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "menpai",
    abstract: "A street office's records, keyed by house address (门牌).",
    version: Product.version,
    subcommands: [
      Serve.self, Demo.self, AreaCommand.self, ImportRoster.self, SearchCommand.self, AskCommand.self,
      TokenCommand.self,
      UserCommand.self, TagCommand.self, UnitCommand.self, Check.self, Backup.self, Restore.self, KeyCommand.self,
      Bench.self, AddressCommand.self, IdentifierCommand.self, DispatchCommand.self,
    ])
}

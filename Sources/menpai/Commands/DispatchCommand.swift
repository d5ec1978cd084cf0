import ArgumentParser

/// `menpai dispatch`: the models that propose which duty a matter falls under.
struct DispatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispatch", abstract: "Models that propose whose matter something is.",
    subcommands: [DispatchTrain.self, DispatchEvaluate.self])
}

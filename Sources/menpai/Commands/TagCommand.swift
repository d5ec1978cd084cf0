import ArgumentParser
import Registry

/// `menpai tag retire CODE`: for when a tag's rule is in the way and nobody is there who could mend it.
struct TagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "The tags of a database.", subcommands: [Retire.self])

  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a tag out of use, whatever its rule; a running server follows at once. Its assignments are kept."
    )

    @Argument(help: "The tag's code, as GET /v1/tags and `menpai check` have it.") var code: String
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      try await reporting {
        let users = try await RetireTag.run(code, app: database.app())
        print("\(code)\tretired")
        for user in users { StandardError.write("标签 \(user) 的规则用到了它，现在不能用了，请修改。") }
      }
    }
  }
}

import ArgumentParser
import Operations

/// `menpai key …`: the secret that closes personal data.
struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The secret that closes personal data.", subcommands: [Rotate.self])

  /// `menpai key rotate`: another secret, also while the database is served.
  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes the key; a server on the same database goes on meanwhile. Stopped half-way, call it again.",
      discussion: """
        The new key is put beside the old one in DATABASE.key; everything sealed is sealed anew, attachments too; then the \
        old key is moved to DATABASE.key.old-DATE. Backups made before open with the old key only: keep it with them, and \
        destroy both together. Where the key comes from MENPAI_KEY, stop the server, put the new key into MENPAI_KEY and the \
        old one into MENPAI_KEY_PREVIOUS, and call this.
        """)

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      try await reporting {
        let place = try await RotateKey.run(app: try database.app()) { StandardError.write($0) }
        if let place { StandardError.write("旧密钥已移到 \(place)：以前的备份只能用它打开，请与备份一起保管。") }
        print("ok")
      }
    }
  }
}

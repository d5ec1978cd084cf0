import Accounts
import ArgumentParser
import Foundation
import Kernel

extension Role: ExpressibleByArgument {}

/// `menpai token`: what other systems show to come in.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Tokens of other systems.", subcommands: [Create.self, List.self, Revoke.self])

  /// A token is printed once and kept nowhere.
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a token, and prints it and nothing else on standard output.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The system's name.") var name: String
    @Option(help: "\(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(help: "An area's code; may be given again.") var area: [String] = []
    @Option(help: "The unit, for a department.") var unit: String?
    @Option(help: "How long it holds: 12h, 90d, 52w. Without: until it is revoked.") var expires: String?

    func run() async throws {
      try await reporting {
        let app = try database.newOffice()
        let answer = try await CreateToken(name: name, role: role, areas: area, unit: unit, expires: expires)
          .run(in: app, by: .operatorAtConsole)
        print(answer.token)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the tokens that hold, log-ins too: id, caller, kind, made, expires.")
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      try await reporting {
        let app = try database.app()
        var last: Int64 = 0
        while true {
          let page = try await ListTokens.run(of: nil, in: app, by: .operatorAtConsole, after: last, limit: 500)
          for token in page.items where token.isValid(at: app.clock.now()) {
            let until = token.expiresAt?.description ?? "-"
            print("\(token.id)\t\(token.caller)\t\(token.isLogIn ? "log-in" : "token")\t\(token.madeAt)\t\(until)")
          }
          guard let next = page.next else { return }
          last = next
        }
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends a token; a server that is running hears of it within a second.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its id, as `menpai token list` prints it.") var id: Int64

    func run() async throws {
      try await reporting { try await RevokeToken.run(id, in: database.app(), by: .operatorAtConsole) }
    }
  }
}

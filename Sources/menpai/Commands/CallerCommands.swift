import ArgumentParser
import Domain
import Foundation
import UseCases

extension Role: ExpressibleByArgument {}

/// `menpai token create`: a token for another system, printed once and kept nowhere.
struct Token: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Tokens of other systems.", subcommands: [Create.self])

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
        let office = try database.newOffice()
        let answer = try await CreateToken(name: name, role: role, areas: area, unit: unit, expires: expires)
          .run(in: office, by: .operatorAtConsole)
        print(answer.token)
      }
    }
  }
}

/// `menpai user add`: somebody who logs in with a password.
struct User: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "People who log in.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a user. Without --password-stdin a password is made up and printed on standard output.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The log-in name.") var name: String
    @Option(help: "\(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(help: "An area's code; may be given again.") var area: [String] = []
    @Option(help: "What the person is called at work.") var title: String = ""
    @Option(help: "The unit, for a department.") var unit: String?
    @Flag(help: "Read the password from the first line of standard input.") var passwordStdin = false

    func run() async throws {
      try await reporting {
        let password = passwordStdin ? readLine(strippingNewline: true) : nil
        let answer = try await AddUser(
          name: name, role: role, areas: area, title: title, unit: unit, password: password
        ).run(in: database.newOffice(), by: .operatorAtConsole)
        if let generated = answer.generatedPassword { print(generated) }
      }
    }
  }
}

import Accounts
import ArgumentParser
import Foundation
import Kernel
import Platform

/// `menpai user`: people who log in.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "People who log in.",
    subcommands: [Add.self, List.self, SetPassword.self, Unlock.self, Disable.self, Enable.self])

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

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints everybody, systems too: id, name, kind, role, areas, unit, and whether disabled or locked.")
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      try await reporting {
        let app = try database.app()
        var last: Int64 = 0
        while true {
          let page = try await ListCallers.run(in: app, by: .operatorAtConsole, after: last, limit: 500)
          for account in page.items { print(try await line(account, app)) }
          guard let next = page.next else { return }
          last = next
        }
      }
    }

    private func line(_ account: Account, _ app: AppContext) async throws -> String {
      let lock = try await LockedUntil.run(account, in: app, by: .operatorAtConsole)
      let state = account.isDisabled ? "disabled" : lock.map { "locked until \($0)" } ?? "-"
      return [
        String(account.id), account.name, account.kind.rawValue, account.role.rawValue,
        account.areas.map(\.code).joined(separator: ","), account.unit ?? "", state,
      ].joined(separator: "\t")
    }
  }

  struct SetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: """
        Gives a user another password and ends their log-ins and locks. Without --password-stdin one is made up and printed.
        """)
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The log-in name.") var name: String
    @Flag(help: "Read the password from the first line of standard input.") var passwordStdin = false

    func run() async throws {
      try await reporting {
        let given = passwordStdin ? readLine(strippingNewline: true) ?? "" : nil
        let password = given ?? AddUser.madeUpPassword()
        try await UserCommand.change(name, ChangeCaller(password: password), database)
        if given == nil { print(password) }
      }
    }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ends the locks that wrong passwords have brought.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The log-in name.") var name: String

    func run() async throws {
      try await reporting { try await UserCommand.change(name, ChangeCaller(unlock: true), database) }
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets somebody in no more; log-ins and tokens rest at once.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The log-in name.") var name: String

    func run() async throws {
      try await reporting { try await UserCommand.change(name, ChangeCaller(isDisabled: true), database) }
    }
  }

  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lets a disabled user in again.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The log-in name.") var name: String

    func run() async throws {
      try await reporting { try await UserCommand.change(name, ChangeCaller(isDisabled: false), database) }
    }
  }

  /// - Throws: `no_user` for a name that nobody bears.
  fileprivate static func change(_ name: String, _ change: ChangeCaller, _ database: DatabaseOptions) async throws {
    let app = try database.app()
    let account = try await FindCaller.run(named: name, in: app, by: .operatorAtConsole)
    _ = try await change.run(account.id, expected: nil, in: app, by: .operatorAtConsole)
  }
}

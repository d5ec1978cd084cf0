import Kernel
import Platform

/// Makes somebody who logs in with a password. Needs `manage_callers`.
package struct AddUser: Sendable {
  package struct Answer: Sendable {
    package let account: Account
    /// Only when none was given; shown this once.
    package let generatedPassword: String?
  }

  package var name: String
  package var role: Role
  /// Codes.
  package var areas: [String]
  package var title: String
  package var unit: String?
  /// Nil: one is made up.
  package var password: String?

  package init(
    name: String, role: Role, areas: [String] = [], title: String = "", unit: String? = nil, password: String? = nil
  ) {
    self.name = name
    self.role = role
    self.areas = areas
    self.title = title
    self.unit = unit
    self.password = password
  }

  /// A password that nobody guesses: 96 random bits.
  package static func madeUpPassword() -> String { TokenText.password() }

  /// - Throws: `invalid` (`bad_name`, `weak_password`, `unknown_area`, `areas_missing`, `areas_not_allowed`),
  ///   `conflict` (`name_taken`).
  package func run(in app: AppContext, by caller: Caller) async throws -> Answer {
    try caller.must(.manageCallers)
    let draft = try CallerDraft(name: name, role: role, areas: areas, title: title, unit: unit)
    let generated = password == nil ? Self.madeUpPassword() : nil
    let password = password ?? generated ?? ""
    try CallerRules.password(password, name: draft.name)
    let hash = try await app.security.passwords.hash(password)
    let account = try await app.store.write { writer in
      guard try writer.read.account(named: draft.name) == nil else { throw CallerDraft.nameTaken }
      return try draft.insert(.user, passwordHash: hash, by: caller, writer)
    }
    return Answer(account: account, generatedPassword: generated)
  }
}

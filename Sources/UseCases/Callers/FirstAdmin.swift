import Domain
import Store

/// Somebody must be able to log in at first.
package enum FirstAdmin {
  /// Makes an admin of this name with a made-up password, unless there is one who can log in.
  ///
  /// Only the machine's own operator may call it, from the command line.
  ///
  /// - Returns: the account and its password, to be printed once; nil when there is an admin already.
  package static func run(in office: Office, name: String = "admin") async throws -> AddUser.Answer? {
    guard try await !office.store.read({ try $0.hasAdmin(otherThan: nil) }) else { return nil }
    return try await AddUser(name: name, role: .admin, title: "系统管理员").run(in: office, by: .operatorAtConsole)
  }
}

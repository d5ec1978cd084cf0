/// Who is asking: role, areas, and where from. Every use case takes one.
package struct Caller: Sendable, Equatable {
  /// The same one with the same rights, whatever they have shown.
  package static func == (left: Caller, right: Caller) -> Bool {
    left.id == right.id && left.name == right.name && left.role == right.role && left.areas == right.areas
      && left.unit == right.unit && left.origin == right.origin
  }

  /// The row in `callers`; nil for the operator at the server's own command line.
  package let id: Int64?
  package let name: String
  package let role: Role
  /// The areas that the caller is bound to, by id, without their descendants. Not read for an unbound role.
  package let areas: [Int64]
  package let unit: String?
  /// An address or `cli`, for the audit log.
  package let origin: String
  /// What the caller has shown; nil for whoever acts inside the server or at its console.
  package let credential: Credential?

  /// A token, and whether it was made by a log-in.
  package struct Credential: Sendable, Equatable, Codable {
    package let token: Int64
    package let isLogIn: Bool

    package init(token: Int64, isLogIn: Bool) { (self.token, self.isLogIn) = (token, isLogIn) }
  }

  package init(
    id: Int64?, name: String, role: Role, areas: [Int64] = [], unit: String? = nil, origin: String,
    credential: Credential? = nil
  ) {
    self.credential = credential
    self.id = id
    self.name = name
    self.role = role
    self.areas = areas
    self.unit = unit
    self.origin = origin
  }

  /// Whoever runs `menpai` on the machine that holds the database and its key: everything is open to them anyway.
  package static let operatorAtConsole = Caller(id: nil, name: "operator", role: .admin, origin: "cli")

  /// The token of another system; nil for who has logged in.
  package var systemToken: Int64? { credential.flatMap { $0.isLogIn ? nil : $0.token } }

  /// Whether work orders and reminders are the caller's as their unit's, not for lying in their areas: so for a department, and
  /// for whoever is bound to a unit alone.
  package var seesAsUnit: Bool { !role.seesAllAreas && (role == .department || areas.isEmpty) }

  package func may(_ right: Right) -> Bool { role.rights.contains(right) }

  /// Throws `forbidden` unless the caller has the right.
  package func must(_ right: Right) throws(Problem) {
    guard may(right) else {
      throw Problem(.forbidden, "missing_right", "您的角色（\(role.title)）没有「\(right.title)」的权限。")
    }
  }
}

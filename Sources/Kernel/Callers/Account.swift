/// A caller as it is kept: a person who logs in, or another system. Holds nothing secret.
package struct Account: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// Somebody with a password.
    case user
    /// Another system, with tokens only.
    case system
  }

  package let id: Int64
  package let name: String
  package let kind: Kind
  /// What the person is called at work, 居民区书记.
  package let title: String
  package let role: Role
  package let unit: String?
  /// What the caller is bound to, by code.
  package let areas: [AreaFacts]
  package let isDisabled: Bool
  /// Wrong passwords in a row.
  package let failures: Int
  package let lockedUntil: Instant?
  package let version: Int64
  package let updatedAt: Instant

  package init(
    id: Int64, name: String, kind: Kind, title: String, role: Role, unit: String?, areas: [AreaFacts],
    isDisabled: Bool, failures: Int, lockedUntil: Instant?, version: Int64, updatedAt: Instant
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.title = title
    self.role = role
    self.unit = unit
    self.areas = areas
    self.isDisabled = isDisabled
    self.failures = failures
    self.lockedUntil = lockedUntil
    self.version = version
    self.updatedAt = updatedAt
  }

  /// This account, asking from `origin`.
  package func caller(origin: String, credential: Caller.Credential? = nil) -> Caller {
    Caller(
      id: id, name: name, role: role, areas: areas.map { Int64($0.id) }, unit: unit, origin: origin,
      credential: credential)
  }
}

import Kernel
import Server

/// Callers and their tokens as JSON, the same in every answer.
package enum CallerJSON {
  /// What everybody may know of themselves.
  static func identity(_ account: Account) -> [JSONValue.Member] {
    [
      .init("id", .integer(account.id)), .init("name", .string(account.name)),
      .init("kind", .string(account.kind.rawValue)), .init("title", .string(account.title)),
      .init("role", .string(account.role.rawValue)), .init("unit", .optional(account.unit)),
      .init("areas", .array(account.areas.map(area))),
    ]
  }

  package static func user(_ account: Account) -> JSONValue {
    .object(
      identity(account) + [
        .init("disabled", .bool(account.isDisabled)), .init("failures", .integer(account.failures)),
        .init("locked_until", .optional(account.lockedUntil?.description)),
        .init("version", .integer(account.version)), .init("updated_at", .string(account.updatedAt.description)),
      ])
  }

  package static func token(_ token: TokenInfo) -> [JSONValue.Member] {
    [
      .init("id", .integer(token.id)), .init("caller_id", .integer(token.callerID)),
      .init("caller", .string(token.caller)), .init("session", .bool(token.isLogIn)),
      .init("made_at", .string(token.madeAt.description)), .init("expires_at", .optional(token.expiresAt?.description)),
      .init("revoked_at", .optional(token.revokedAt?.description)),
    ]
  }

  private static func area(_ area: AreaFacts) -> JSONValue {
    ["code": .string(area.code), "name": .string(area.name), "level": .string(area.level.rawValue)]
  }
}

extension CallerJSON {
  package static let role = Schemas.words(Role.allCases.map(\.rawValue))

  static let identityFields: [(String, JSONValue)] = [
    ("id", Schemas.integer), ("name", Schemas.text), ("kind", Schemas.words(Account.Kind.allCases.map(\.rawValue))),
    ("title", Schemas.text), ("role", role), ("unit", Schemas.optionalText),
    (
      "areas",
      Schemas.array(Schemas.object([("code", Schemas.text), ("name", Schemas.text), ("level", Schemas.text)]))
    ),
  ]

  package static let schemas: [String: JSONValue] = [
    "User": Schemas.object(
      identityFields + [
        ("disabled", Schemas.flag), ("failures", Schemas.integer), ("locked_until", Schemas.optionalInstant),
        ("version", Schemas.integer), ("updated_at", Schemas.instant),
      ], required: ["id", "name", "kind", "role", "areas", "disabled", "version"]),
    "Token": Schemas.object(
      [
        ("id", Schemas.integer), ("caller_id", Schemas.integer), ("caller", Schemas.text), ("session", Schemas.flag),
        ("made_at", Schemas.instant), ("expires_at", Schemas.optionalInstant), ("revoked_at", Schemas.optionalInstant),
      ], required: ["id", "caller_id", "caller", "made_at"]),
    "AuditLine": Schemas.object(
      [
        ("seq", Schemas.integer), ("at", Schemas.instant), ("caller", Schemas.text), ("role", Schemas.text),
        ("origin", Schemas.text), ("action", Schemas.text), ("subject", Schemas.optionalText),
        ("subject_id", Schemas.optionalInteger), ("reason", Schemas.optionalText),
        (
          "changes",
          Schemas.array(
            Schemas.object([
              ("field", Schemas.text), ("before", Schemas.optionalText), ("after", Schemas.optionalText),
            ]))
        ),
      ], required: ["seq", "at", "caller", "role", "origin", "action", "changes"]),
  ]
}

extension BodyReader {
  /// A password: any characters, spaces and control characters among them, is what its owner made it.
  func secret(_ name: String) throws(Problem) -> String {
    guard let text = try optionalSecret(name) else { throw bad(name, "缺少「\(name)」。") }
    return text
  }

  func optionalSecret(_ name: String) throws(Problem) -> String? {
    switch value(name) {
    case nil, .null?: return nil
    case .string(let text)? where text.utf8.count <= 1024: return text
    default: throw bad(name, "「\(name)」应为文字，最多 1024 字节。")
    }
  }
}

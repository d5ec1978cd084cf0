import Kernel
import Platform
import Server
import Storage

/// What callers, their tokens and the audit log look like on the wire.
enum AccountWire {
  static let id = WireField("id", .id)
  static let name = WireField("name", .thing(256))
  static let role = WireField("role", Codec<Role>.word())
  static let areaCodes = WireField("areas", .texts)
  static let title = WireField("title", .thing())
  static let unit = WireField("unit", .thing())
  static let password = WireField("password", .secret)
  static let disabled = WireField("disabled", .flag)
  static let device = WireField("device", .text(128))
  private static let deviceName = WireField("device_name", .thing(64))
  private static let keepDays = WireField("keep_days", Codec<Int>.integer(in: 1...Int64(KeptLogIn.longest)))
  static let expires = WireField(
    "expires", Codec.text(16).about("12h, 90d, 52w; without: until it is revoked."))
  static let token = WireField("token", .text())
  private static let expiresAt = WireField("expires_at", .moment)
  private static let version = WireField("version", .version)

  static let area = Shape<AreaFacts>(
    "CallersArea",
    [
      WireField("code", .text()).from(\.code), WireField("name", .text()).from(\.name),
      WireField("level", Codec<AreaFacts.Level>.word()).from(\.level),
    ])

  /// What everybody may know of themselves.
  private static let identity = Shape<Account>(
    "Identity",
    [
      id.from(\.id), name.from(\.name), WireField("kind", Codec<Account.Kind>.word()).from(\.kind),
      title.from(\.title), role.from(\.role), unit.from(orNull: \.unit),
      WireField("areas", .list(of: area)).from(\.areas),
    ])

  static let user = Shape<(account: Account, password: String?)>(
    "User",
    identity.of { $0.account } + [
      disabled.from { $0.account.isDisabled }, WireField("failures", .count).from { Int($0.account.failures) },
      WireField("locked_until", .moment).from(orNull: { $0.account.lockedUntil }),
      version.from { $0.account.version }, WireField("updated_at", .moment).from { $0.account.updatedAt },
      WireField("password", Codec.text().about("Where one was made up; shown this once.")).from(leftOut: { $0.password }
      ),
    ])

  static let welcome = Shape<LogIn.Welcome>(
    "Welcome",
    [token.from(\.token), expiresAt.from(\.expiresAt), device.from(\.device)] + identity.of(\.account))

  static let me = Shape<WhoAmI.Answer>(
    "Me",
    identity.of(\.account) + [
      WireField("rights", .texts).from { $0.rights.map(\.rawValue) }, WireField("session", .flag).from(\.isLogIn),
      expiresAt.from(orNull: \.expiresAt),
    ])

  static let tokenInfo = Shape<TokenInfo>(
    "Token",
    [
      id.from(\.id), WireField("caller_id", .id).from(\.callerID), WireField("caller", .text()).from(\.caller),
      WireField("session", .flag).from(\.isLogIn), WireField("made_at", .moment).from(\.madeAt),
      expiresAt.from(orNull: \.expiresAt), WireField("revoked_at", .moment).from(orNull: \.revokedAt),
      deviceName.from(orNull: \.deviceName),
    ])

  static let made = Shape<CreateToken.Answer>("MadeToken", [token.from(\.token)] + tokenInfo.of(\.info))

  private static let change = Shape<AuditEntry.Change>(
    "AuditChange",
    [
      WireField("field", .text()).from(\.field), WireField("before", .text()).from(orNull: \.before),
      WireField("after", .text()).from(orNull: \.after),
    ])

  static let auditLine = Shape<AuditLine>(
    "AuditLine",
    [
      WireField("seq", .version).from(\.seq), WireField("at", .instant).from(\.at),
      WireField("caller", .text()).from(\.caller), WireField("role", .text()).from(\.role),
      WireField("origin", .text()).from(\.origin), WireField("action", .text()).from(\.action),
      WireField("subject", .text()).from(orNull: \.subject), WireField("subject_id", .id).from(orNull: \.subjectID),
      WireField("reason", .text()).from(orNull: \.reason), WireField("changes", .list(of: change)).from(\.changes),
    ])
}

/// In requests.
extension AccountWire {
  struct Passwords: Sendable {
    var (old, new) = ("", "")
  }

  struct LogInRequest: Sendable {
    var (name, password) = ("", "")
    var device: String?
    var keepDays: Int?
    var deviceName: String?
  }

  static let logIn = Input<LogInRequest>(
    "LogIn",
    [
      WireField("name", .text(256)).needed(\.name), password.needed(\.password), device.optional(\.device),
      keepDays.optional(\.keepDays), deviceName.optional(\.deviceName),
    ])

  static let newPassword = Input<Passwords>(
    "NewPassword", [WireField("old", .secret).needed(\.old), password.needed(\.new)])

  static let newUser = Input<AddUser>(
    "NewUser",
    [
      name.needed(\.name), role.needed(\.role), areaCodes.optional(\.areas), title.optional(\.title),
      unit.optional(\.unit), password.optional(\.password),
    ])

  static let userPatch = Input<ChangeCaller>(
    "UserPatch",
    [
      role.optional(\.role), areaCodes.optional(\.areas), unit.optional(\.unit, empty: ""),
      title.optional(\.title, empty: ""), password.optional(\.password), disabled.optional(\.isDisabled),
      WireField("unlock", .flag).optional(\.unlock),
    ])

  static let newToken = Input<CreateToken>(
    "NewToken",
    [
      name.needed(\.name), role.needed(\.role), areaCodes.optional(\.areas), unit.optional(\.unit),
      expires.optional(\.expires),
    ])

  package static let schemas = Schemas.entries(
    area.entry, user.entry, welcome.entry, me.entry, tokenInfo.entry, made.entry, change.entry, auditLine.entry,
    logIn.entry, newPassword.entry, newUser.entry, userPatch.entry, newToken.entry)
}

extension Codec where Value == String {
  /// A password: any characters, spaces and control characters among them, is what its owner made it.
  fileprivate static let secret = Codec(
    answered: Schemas.text, sent: ["type": "string", "format": "password", "maxLength": 1024],
    write: { .string($0) },
    read: { body, name throws(Problem) in
      switch body.value(name) {
      case nil, .null?: return nil
      case .string(let text)? where text.utf8.count <= 1024: return text
      default: throw body.bad(name, "「\(name)」应为文字，最多 1024 字节。")
      }
    })
}

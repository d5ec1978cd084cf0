import FilterLanguage
import Kernel

/// The settings of `menpai serve`, each once: its flag, its name in the environment and its place in the file follow from
/// its key. `tls.key` is `--tls-key`, `MENPAI_TLS_KEY`, and `{"tls":{"key":"…"}}`.
///
/// What is not in this list is refused, wherever it stands: a misspelt `TLS` that is passed over would serve in plain.
enum Setting: String, CaseIterable, Sendable {
  case database, host, port, web
  case tlsCertificate = "tls.certificate"
  case tlsKey = "tls.key"
  case requestsPerSecond = "requests.per.second"
  case logLevel = "log.level"
  case corsOrigin = "cors.origin"
  case maxConnections = "max.connections"
  case trustedProxies = "trusted.proxies"
  case webhookHosts = "webhook.hosts"

  enum Kind: Sendable { case text, number, list }

  var kind: Kind {
    switch self {
    case .port, .requestsPerSecond, .maxConnections: .number
    case .trustedProxies, .webhookHosts: .list
    default: .text
    }
  }

  /// `MENPAI_TLS_KEY`.
  var variable: String { "MENPAI_" + rawValue.uppercased().replacing(".", with: "_") }

  /// Names that begin with MENPAI_ and are no settings of the server: the key, where settings lie, what scripts and tests
  /// read.
  private static let otherVariables: Set = [
    "MENPAI_KEY", "MENPAI_KEY_PREVIOUS", "MENPAI_CONFIG", "MENPAI_HOME", "MENPAI_TOKEN", "MENPAI_SAMPLES",
    "MENPAI_RECORD",
    "MENPAI_SOAK", "MENPAI_SEED",
  ]

  /// - Throws: `unknown_setting` with the nearest names, for the first name that no setting has.
  static func check(environment names: some Sequence<String>) throws(Problem) {
    let known = allCases.map(\.variable)
    for name in names.sorted() where name.hasPrefix("MENPAI_") {
      guard known.contains(name) || otherVariables.contains(name) else { throw unknown(name, known) }
    }
  }

  /// - Parameter file: the file's JSON.
  /// - Throws: `bad_settings` unless it is an object whose values have their settings' kinds; `unknown_setting`.
  static func check(file: JSONValue, path: String) throws(Problem) {
    guard case .object = file else {
      throw Problem(.invalid, "bad_settings", "设置文件 \(path) 应为一个 JSON 对象。")
    }
    try check(file, at: "", groups: groups)
  }

  /// Beginnings of keys: `tls`, `requests`, `requests.per`.
  private static let groups = Set(
    allCases.flatMap { setting in
      let parts = setting.rawValue.split(separator: ".")
      return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") }
    })

  private static func check(_ value: JSONValue, at key: String, groups: Set<String>) throws(Problem) {
    if case .object(let members) = value, key.isEmpty || groups.contains(key) {
      for member in members {
        try check(member.value, at: key.isEmpty ? member.name : "\(key).\(member.name)", groups: groups)
      }
      return
    }
    guard let setting = Setting(rawValue: key) else { throw unknown(key, allCases.map(\.rawValue)) }
    guard setting.accepts(value) else {
      let wanted =
        switch setting.kind {
        case .text: "文字"
        case .number: "整数（不加引号）"
        case .list: "文字的数组，例如 [\"10.0.0.0/8\"]"
        }
      throw Problem(.invalid, "bad_settings", "设置「\(key)」应为\(wanted)。")
    }
  }

  private func accepts(_ value: JSONValue) -> Bool {
    switch (kind, value) {
    case (.text, .string): true
    case (.number, .number(let number)): number.rounded() == number && abs(number) <= 1e9
    case (.list, .array(let parts)): parts.allSatisfy { if case .string = $0 { true } else { false } }
    default: false
    }
  }

  private static func unknown(_ name: String, _ known: [String]) -> Problem {
    Problem(
      .invalid, "unknown_setting", "没有「\(name)」这个设置（区分大小写）。",
      notes: [.init(.parameter(name), "没有这个设置。", suggestions: Nearest.first(3, to: name, among: known, orAll: true))])
  }
}

import ArgumentParser
import Configuration
import Domain
import Foundation
import SystemPackage

/// What a command is told: its flags first, then `MENPAI_…` in the environment, then a JSON file.
///
/// `tls.key` is `--tls-key`, `MENPAI_TLS_KEY`, and in the file `{"tls":{"key":"…"}}`.
struct Settings: Sendable {
  private let environment: ConfigReader
  private let file: ConfigReader?

  /// - Parameter path: the file; nil: `MENPAI_CONFIG`, and without that none.
  /// - Throws: `bad_settings` when the file is not there or no JSON.
  init(file path: String?) async throws {
    environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "menpai")
    guard let path = path ?? environment.string(forKey: "config") else {
      file = nil
      return
    }
    do {
      file = ConfigReader(provider: try await FileProvider<JSONSnapshot>(filePath: FilePath(path)))
    } catch {
      throw Problem(.invalid, "bad_settings", "设置文件 \(path) 读不出来，应为 JSON 对象。")
    }
  }

  func text(_ key: String) -> String? {
    let key = ConfigKey(key)
    return environment.string(forKey: key) ?? file?.string(forKey: key)
  }

  func number(_ key: String) throws(Problem) -> Int? {
    let name = ConfigKey(key)
    if let text = environment.string(forKey: name) {
      guard let number = Int(text) else { throw Problem(.invalid, "bad_settings", "设置「\(key)」应为整数。") }
      return number
    }
    return file?.int(forKey: name)
  }
}

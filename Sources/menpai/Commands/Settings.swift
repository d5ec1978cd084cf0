import Configuration
import Foundation
import Kernel
import SystemPackage

/// What a command is told: its flags first, then `MENPAI_…` in the environment, then a JSON file.
struct Settings: Sendable {
  private let environment: ConfigReader
  private let file: ConfigReader?

  /// - Parameter path: the file; nil: `MENPAI_CONFIG`, and without that none.
  /// - Throws: `bad_settings` when the file is not there, is no JSON, or a value is of another kind than its setting;
  ///   `unknown_setting` for a name in it or in the environment that no setting has.
  init(file path: String?) async throws {
    try Setting.check(environment: ProcessInfo.processInfo.environment.keys)
    environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "menpai")
    guard let path = path ?? environment.string(forKey: "config") else {
      file = nil
      return
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Problem(.invalid, "bad_settings", "设置文件 \(path) 读不出来：没有这个文件，或没有读取权限。")
    }
    do {
      try Setting.check(file: JSONReader.read(Array(bytes)), path: path)
      file = ConfigReader(provider: try await FileProvider<JSONSnapshot>(filePath: FilePath(path)))
    } catch let problem as Problem where problem.code == "json_syntax" {
      let place = problem.notes.first.map { "，\($0.place.text)" } ?? ""
      throw Problem(.invalid, "bad_settings", "设置文件 \(path) 不是 JSON：\(problem.detail)\(place)。")
    }
  }

  func text(_ setting: Setting) -> String? {
    let key = ConfigKey(setting.rawValue)
    return environment.string(forKey: key) ?? file?.string(forKey: key)
  }

  /// - Throws: `bad_settings` where the environment holds anything but a whole number.
  func number(_ setting: Setting) throws(Problem) -> Int? {
    let key = ConfigKey(setting.rawValue)
    if let text = environment.string(forKey: key) {
      guard let number = Int(text) else {
        throw Problem(.invalid, "bad_settings", "设置 \(setting.variable) 应为整数，而不是「\(text)」。")
      }
      return number
    }
    return file?.int(forKey: key)
  }

  /// In the environment divided by commas. Empty where nothing is set.
  func list(_ setting: Setting) -> [String] {
    let key = ConfigKey(setting.rawValue)
    if let text = environment.string(forKey: key) {
      return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    return file?.stringArray(forKey: key) ?? []
  }
}

import Foundation
import Identity
import Kernel

/// What a caller's name, password and bounds must be. Each throws `invalid` with the field's pointer.
package enum CallerRules {
  /// The name as it is kept: without outer spaces, in composed form, so that equal names are equal bytes.
  package static func name(_ text: String) throws(Problem) -> String {
    let name = folded(text)
    guard (1...64).contains(name.count), name.utf8.count <= 256, !hasControls(name) else {
      throw invalid("bad_name", "/name", "名称应为 1 至 64 个字，不含控制字符。")
    }
    try ThingName.check(name, at: .pointer("/name"))
    return name
  }

  /// The same folding for whoever logs in; never an error, because any name may be tried.
  package static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
  }

  /// A title or unit: up to 64 characters; nil when nothing is left of it.
  package static func label(_ text: String, _ pointer: String) throws(Problem) -> String? {
    let label = folded(text)
    guard label.count <= 64, label.utf8.count <= 256, !hasControls(label) else {
      throw invalid("bad_text", pointer, "最多 64 个字，不含控制字符。")
    }
    try ThingName.check(label, at: .pointer(pointer))
    return label.isEmpty ? nil : label
  }

  /// Length before all else (NIST SP 800-63B 5.1.1.2): 10 to 128 characters, any of them, and none that is guessed first
  /// (`WeakPassword`).
  package static func password(_ text: String, name: String) throws(Problem) {
    guard text.count >= 10 else { throw invalid("weak_password", "/password", "密码至少 10 个字符。") }
    guard text.count <= 128, text.utf8.count <= 1024 else {
      throw invalid("weak_password", "/password", "密码最多 128 个字符。")
    }
    if let reason = WeakPassword.reason(text, name: folded(name)) {
      throw invalid("weak_password", "/password", reason)
    }
  }

  /// A wall is a system's role: whoever logs in does more than look at a screen, and a token that hangs in the open is never
  /// given more than it had.
  package static func kind(_ kind: Account.Kind, role: Role, before: Role? = nil) throws(Problem) {
    if role == .wall, kind == .user {
      throw invalid("role_not_allowed", "/role", "角色 wall（大屏）只用于令牌，不能用于登录的用户。")
    }
    if let before, before != role, before == .wall || role == .wall {
      throw invalid("role_not_allowed", "/role", "大屏令牌的角色不能改动。请撤销它，另建一个。")
    }
  }

  /// Admin and auditor are bound to nothing; a wall to areas; everybody else to an area or a unit.
  package static func bounds(role: Role, hasAreas: Bool, unit: String?) throws(Problem) {
    if role.seesAllAreas {
      guard !hasAreas else {
        throw invalid("areas_not_allowed", "/areas", "角色 \(role.rawValue) 不受区划限制，不能指定区划。")
      }
    } else if role == .wall && !hasAreas {
      throw invalid("areas_missing", "/areas", "大屏令牌须至少指定一个区划。")
    } else if !hasAreas && unit == nil {
      throw invalid("areas_missing", "/areas", "角色 \(role.rawValue) 须至少指定一个区划或所属单位。")
    }
  }

  private static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.value == 0x2028 || $0.value == 0x2029
    }
  }

  private static func invalid(_ code: String, _ pointer: String, _ detail: String) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer(pointer), detail)])
  }
}

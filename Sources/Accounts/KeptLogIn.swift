import Kernel

/// A log-in that lasts for days, bound to a device by its name: in the hands of one person, behind a PIN. Ended by log-out, by
/// another log-in from the same device, by a new password, by whoever manages callers, and with the account.
package struct KeptLogIn: Sendable, Equatable {
  package static let longest = 90
  /// So many devices may be in for long at once; the oldest goes.
  package static let limit = 5

  let days: Int
  let deviceName: String

  /// - Throws: `bad_field`.
  package init?(days: Int?, deviceName: String?) throws(Problem) {
    guard days != nil || deviceName != nil else { return nil }
    guard let days, (1...Self.longest).contains(days) else {
      throw Self.bad("keep_days", "「keep_days」应为 1 至 \(Self.longest) 的天数，与 device_name 一起给出。")
    }
    guard let deviceName else { throw Self.bad("device_name", "保持登录须说明是哪台设备（device_name）。") }
    (self.days, self.deviceName) = (days, deviceName)
  }

  private static func bad(_ field: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }

  /// Whoever makes accounts, or reads who did what, comes in anew each day.
  static func mayLast(_ role: Role) -> Bool {
    role.rights.isDisjoint(with: [.manageCallers, .readAudit])
  }
}

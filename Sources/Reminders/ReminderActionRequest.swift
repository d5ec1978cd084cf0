import Kernel

/// What somebody does with a reminder.
package struct ReminderActionRequest: Sendable, Equatable {
  package enum Action: String, Sendable, CaseIterable { case read, done, pass }

  package var action: Action
  /// Whom it is passed on to; exactly one with `pass`: an area's code, a unit, a caller's name.
  package var area: String?
  package var unit: String?
  package var caller: String?
  package var note: String?

  package init(_ action: Action) { self.action = action }

  /// - Throws: `bad_field`.
  package func check() throws(Problem) {
    let count = [area, unit, caller].count { $0 != nil }
    guard action == .pass ? count == 1 : count == 0 else {
      let detail = action == .pass ? "请写明转交给谁：area、unit、caller，恰好一项。" : "只有转交（pass）要写 area、unit 或 caller。"
      throw Problem(
        .invalid, "bad_field", detail,
        notes: [.init(.pointer("/action"), detail, suggestions: action == .pass ? ["area", "unit", "caller"] : [])])
    }
  }
}

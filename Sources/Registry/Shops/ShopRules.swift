import Identity
import Kernel

/// What must hold of a shop before it is written.
enum ShopRules {
  static func checked(_ draft: ShopDraft) throws(Problem) -> ShopDraft {
    var draft = draft
    draft.creditCode = try draft.creditCode.map(creditCode)
    draft.phone = try draft.phone.map(PersonRules.phone)
    return draft
  }

  static func checked(_ patch: ShopPatch) throws(Problem) -> ShopPatch {
    var patch = patch
    if case .set(nil) = patch.name { throw bad("name", "名称不能为空。") }
    if case .set(let code?) = patch.creditCode { patch.creditCode = .set(try creditCode(code)) }
    if case .set(let number?) = patch.phone { patch.phone = .set(try PersonRules.phone(number)) }
    return patch
  }

  /// A failing check digit is let through: early pilot codes fail it and are real.
  private static func creditCode(_ text: String) throws(Problem) -> String {
    let reading = Identifier.read(text, for: .creditCode)
    guard reading.valid, reading.kind == .unifiedSocialCredit, let code = reading.normalised else {
      throw bad("credit_code", "统一社会信用代码不正确，应为 18 位数字和大写字母（不含 I O S V Z）。")
    }
    return code
  }

  private static func bad(_ field: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_identifier", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}

import Kernel

/// Names of things (a ledger, a tag, a token, an area) and other words that stand wherever the thing is named. A number of
/// somebody's in one would be shown to everybody, and what is masked could not be called by it: it is refused.
package enum ThingName {
  /// - Throws: `number_in_field` for a text that holds an identity number, telephone, document, account, e-mail or plate.
  package static func check(_ text: String, at place: Problem.Note.Place) throws(Problem) {
    guard Masking.holdsNumbers(text) else { return }
    let detail = "这里不能写证件号码、电话、账号等个人号码：名称会给所有人看到。请去掉号码。"
    throw Problem(.invalid, "number_in_field", detail, notes: [.init(place, detail)])
  }

  /// The same for what another register numbers its things by, where long numbers are at home: only what is the number of a
  /// person or telephone, or stands in other words, is refused.
  package static func check(code: String, at place: Problem.Note.Place) throws(Problem) {
    let isPlain = code.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let isSomebodys = Identifier.read(code, for: .document).valid || Identifier.read(code, for: .phone).valid
    if !isPlain || isSomebodys { try check(code, at: place) }
  }
}

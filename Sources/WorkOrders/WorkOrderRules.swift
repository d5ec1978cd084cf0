import Foundation
import Identity
import Kernel

/// What must hold of an order that comes in.
package enum WorkOrderRules {
  /// How far another system's clock may go before ours.
  private static let skewSeconds = 300

  /// The draft in the form in which it is kept.
  static func checked(_ plain: WorkOrderDraft, caller: Caller, now: Instant) throws(Problem) -> WorkOrderDraft {
    var draft = plain
    draft.source = try word(plain.source, "/source")
    draft.externalID = try plain.externalID.map { text throws(Problem) in try word(text, "/external_id") }
    guard draft.externalID != nil || caller.role != .integration else {
      throw bad("/external_id", "缺少「external_id」：来源系统自己的编号，重复推送靠它识别。")
    }
    draft.title = plain.title.precomposedStringWithCanonicalMapping
    draft.text = plain.text.precomposedStringWithCanonicalMapping
    guard draft.title.contains(where: { !$0.isWhitespace }) else { throw bad("/title", "标题不能为空白。") }
    draft.reporterName = try plain.reporterName.map { name throws(Problem) in try reporter(name) }
    draft.reporterPhone = try plain.reporterPhone.map { number throws(Problem) in try phone(number) }
    if let reported = plain.reportedAt, reported > now.adding(seconds: skewSeconds) {
      throw bad("/reported_at", "报告时间不能晚于现在。")
    }
    if let place = plain.place {
      guard (-90...90).contains(place.lat) else { throw bad("/lat", "纬度应在 -90 到 90 之间。") }
      guard (-180...180).contains(place.lon) else { throw bad("/lon", "经度应在 -180 到 180 之间。") }
    }
    return draft
  }

  /// Trimmed and composed, so that equal words are equal bytes.
  private static func word(_ text: String, _ pointer: String) throws(Problem) -> String {
    let word = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    guard !word.isEmpty else { throw bad(pointer, "不能为空白。") }
    return word
  }

  /// Whatever callers name themselves (匿名, 王女士) is kept; only what no name can be is refused.
  private static func reporter(_ text: String) throws(Problem) -> String {
    do throws(Problem) {
      return try PersonName.normalise(text)
    } catch {
      throw bad("/reporter/name", error.detail)
    }
  }

  /// A number that reads as one in its normal form; what does not is kept as it was said, sealed all the same.
  private static func phone(_ text: String) throws(Problem) -> String {
    let reading = Identifier.read(text, for: .phone)
    if let number = reading.normalised { return number }
    let said = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !said.isEmpty else { throw bad("/reporter/phone", "电话不能为空白。") }
    return said
  }

  static func bad(_ pointer: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail)])
  }
}

import Kernel

/// What a file says of itself: who took it and when, why where it shows people in full, and the mark under which the audit
/// log knows it (`GET /v1/audit?mark=`).
///
/// The mark stands in the visible line, in the file's properties, and where people are shown in full in every row, so that
/// rows that are copied into another file still tell where they come from. Whoever takes the column away takes the mark of
/// the rows away: it deters and helps to find out, it does not prevent.
package struct ExportStamp: Sendable, Equatable, Codable {
  package let mark: String
  package let caller: String
  package let at: Instant
  /// Whether names or numbers are shown in full.
  package let isRevealing: Bool
  package let reason: String?
  package let approval: Int64?

  package init(mark: String, caller: String, at: Instant, isRevealing: Bool, reason: String?, approval: Int64?) {
    (self.mark, self.caller, self.at, self.isRevealing) = (mark, caller, at, isRevealing)
    (self.reason, self.approval) = (reason, approval)
  }

  /// 王小敏 2026-11-21 09:00 导出，用途：核对发放名单，批准第 3 号 · 标记 K7Q2M9XA0B1C
  package var line: String {
    let when = at.description.prefix(16).replacing("T", with: " ")
    let why = (reason.map { "，用途：\($0)" } ?? "") + (approval.map { "，批准第 \($0) 号" } ?? "")
    return "\(caller) \(when) 导出\(why) · 标记 \(mark)"
  }

  package var json: JSONValue {
    [
      "mark": .string(mark), "by": .string(caller), "at": .string(at.description), "revealed": .bool(isRevealing),
      "reason": reason.map { .string($0) } ?? .null, "approval": approval.map { .number(Double($0)) } ?? .null,
    ]
  }

  /// The heading of the column of marks.
  package static let column = "导出标记"
}

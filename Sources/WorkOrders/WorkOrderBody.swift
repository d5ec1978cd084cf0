import Kernel
import Server

/// Reads an order as systems push it and workers write it.
enum WorkOrderBody {
  static func read(_ body: BodyReader) throws(Problem) -> WorkOrderDraft {
    var draft = WorkOrderDraft(
      source: try body.thing("source", limit: 32), externalID: try body.optionalCode("external_id", limit: 128),
      kind: try kind(body), title: try body.text("title", limit: 200), text: try body.prose("text", limit: 8000))
    draft.address = try body.optionalText("address", limit: 300)
    (draft.house, draft.shop) = (try body.optionalInteger("house_id"), try body.optionalInteger("shop_id"))
    draft.place = try place(body)
    draft.reportedAt = try instant(body, "reported_at")
    draft.isUrgent = try body.optionalFlag("urgent") ?? false
    draft.category = try body.optionalText("category", limit: 64)
    if let value = body.value("reporter"), value != .null {
      let reporter = try BodyReader(value, at: "/reporter")
      draft.reporterName = try reporter.optionalText("name", limit: 64)
      draft.reporterPhone = try reporter.optionalText("phone", limit: 64)
      try reporter.finish()
    }
    try body.finish()
    return draft
  }

  static let kinds = WorkOrderKind.allCases.map(\.rawValue) + WorkOrderKind.allCases.map(\.title)

  private static func kind(_ body: BodyReader) throws(Problem) -> WorkOrderKind {
    let word = try body.text("kind", limit: 32)
    guard let kind = WorkOrderKind(word: word) else {
      throw body.bad("kind", "「kind」没有「\(word)」这个取值。", suggestions: kinds)
    }
    return kind
  }

  private static func place(_ body: BodyReader) throws(Problem) -> (lat: Double, lon: Double)? {
    let (lat, lon) = (try body.optionalNumber("lat"), try body.optionalNumber("lon"))
    switch (lat, lon) {
    case (nil, nil): return nil
    case (let lat?, let lon?): return (lat, lon)
    case (nil, _): throw body.bad("lat", "「lat」与「lon」须一起填写。")
    case (_, nil): throw body.bad("lon", "「lat」与「lon」须一起填写。")
    }
  }

  private static func instant(_ body: BodyReader, _ name: String) throws(Problem) -> Instant? {
    guard let text = try body.optionalText(name, limit: 40) else { return nil }
    guard let instant = Instant(text) else {
      throw body.bad(name, "「\(name)」应为时间，例如 2026-11-21T09:00:00+08:00。")
    }
    return instant
  }
}

extension BodyReader {
  /// What somebody wrote, of any number of lines; may be empty, must be there.
  func prose(_ name: String, limit: Int) throws(Problem) -> String {
    guard case .string(let plain)? = value(name) else { throw bad(name, "「\(name)」应为文字。") }
    let text = plain.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    guard text.utf8.count <= limit * 4, text.unicodeScalars.count <= limit,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" })
    else { throw bad(name, "「\(name)」最多 \(limit) 个字符，且不含控制字符。") }
    return text
  }

  package func optionalProse(_ name: String, limit: Int) throws(Problem) -> String? {
    switch value(name) {
    case nil, .null?: return nil
    default:
      let text = try prose(name, limit: limit)
      guard text.contains(where: { !$0.isWhitespace }) else { throw bad(name, "「\(name)」不能为空白。") }
      return text
    }
  }
}

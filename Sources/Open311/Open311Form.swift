import Kernel
import Server

/// Reads a posted request.
enum Open311Form {
  static func read(_ call: RequestContext) throws(Problem) -> PostRequest.Draft {
    let form = try call.form()
    var draft = PostRequest.Draft(
      service: try form.text("service_code", limit: 32),
      text: try form.optionalProse("description", limit: 7000) ?? "")
    draft.externalID = try form.optionalCode("external_id", limit: 128)
    draft.address = try form.optionalText("address_string", limit: 300)
    draft.house = try house(form)
    draft.place = try place(form)
    (draft.firstName, draft.lastName) = (
      try form.optionalText("first_name", limit: 30), try form.optionalText("last_name", limit: 30)
    )
    (draft.phone, draft.email) = (try form.optionalText("phone", limit: 64), try form.optionalText("email", limit: 64))
    draft.media = try media(form)
    draft.jurisdiction = try form.optionalText("jurisdiction_id", limit: 64)
    draft.kind = try kind(form)
    draft.isUrgent = try form.optionalChoice(Open311Attribute.urgent.field, ["true", "false"]) == "true"
    // The standard's own fields about the sender's account and device: nothing here hangs on them, and nothing is kept.
    for name in ["account_id", "device_id"] { _ = try form.optionalText(name, limit: 200) }
    try form.finish()
    return draft
  }

  private static func kind(_ form: BodyReader) throws(Problem) -> WorkOrderKind? {
    let field = Open311Attribute.kind.field
    guard let word = try form.optionalText(field, limit: 32) else { return nil }
    guard let kind = WorkOrderKind(word: word) else {
      throw form.bad(field, "没有「\(word)」这个取值。", suggestions: WorkOrderKind.allCases.map(\.rawValue))
    }
    return kind
  }

  private static func house(_ form: BodyReader) throws(Problem) -> Int64? {
    guard let text = try form.optionalText("address_id", limit: 20) else { return nil }
    guard let id = Int64(text) else { throw form.bad("address_id", "「address_id」应为房屋编号。") }
    return id
  }

  private static func place(_ form: BodyReader) throws(Problem) -> (lat: Double, lon: Double)? {
    let (lat, lon) = (try degrees(form, "lat"), try degrees(form, "long"))
    switch (lat, lon) {
    case (nil, nil): return nil
    case (let lat?, let lon?): return (lat, lon)
    case (nil, _): throw form.bad("lat", "「lat」与「long」须一起填写。")
    case (_, nil): throw form.bad("long", "「lat」与「long」须一起填写。")
    }
  }

  private static func degrees(_ form: BodyReader, _ name: String) throws(Problem) -> Double? {
    guard let text = try form.optionalText(name, limit: 40) else { return nil }
    guard let number = Double(text), number.isFinite else { throw form.bad(name, "「\(name)」应为数字，WGS 84 的度数。") }
    return number
  }

  private static func media(_ form: BodyReader) throws(Problem) -> String? {
    guard let text = try form.optionalText("media_url", limit: 500) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
      throw form.bad("media_url", "「media_url」应为 http 或 https 网址。")
    }
    return text
  }
}

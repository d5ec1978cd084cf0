import Kernel
import Server

/// Reads what GeoReport v2 asks for in the query.
enum Open311Query {
  private static let ids = 1000

  static func requests(_ call: RequestContext) throws(Problem) -> RequestQuestion {
    var question = try common(call)
    question.services = try call.words("service_code").map { Set($0) }
    question.reported = (try moment(call, "start_date", isEnd: false), try moment(call, "end_date", isEnd: true))
    question.updated = (
      try moment(call, "updated_after", isEnd: false), try moment(call, "updated_before", isEnd: true)
    )
    question.isClosed = try closed(call)
    return question
  }

  static func updates(_ call: RequestContext) throws(Problem) -> RequestQuestion {
    var question = try common(call)
    question.updated = (try moment(call, "start_date", isEnd: false), try moment(call, "end_date", isEnd: true))
    return question
  }

  private static func common(_ call: RequestContext) throws(Problem) -> RequestQuestion {
    var question = RequestQuestion()
    question.ids = try ids(call)
    question.jurisdiction = call.query["jurisdiction_id"]
    let size = try call.number("page_size", default: RequestQuestion.most, in: 1...RequestQuestion.most)
    let page = try call.number("page", default: 1, in: 1...1_000_000)
    (question.skip, question.limit) = ((page - 1) * size, size)
    return question
  }

  /// What is no number is no request's id, which is no error: there is just none.
  private static func ids(_ call: RequestContext) throws(Problem) -> [Int64]? {
    guard let text = call.query["service_request_id"] else { return nil }
    let parts = text.split(separator: ",")
    guard parts.count <= ids else { throw call.bad("service_request_id", "一次最多 \(ids) 个编号。") }
    return parts.compactMap { Int64($0) }
  }

  private static func closed(_ call: RequestContext) throws(Problem) -> Bool? {
    let words = try call.words("status") ?? []
    for word in words where !["open", "closed"].contains(word) {
      throw call.bad("status", "「status」没有「\(word)」这个取值。", suggestions: ["open", "closed"])
    }
    return Set(words).count == 1 ? words.first == "closed" : nil
  }

  /// A moment, or a day from its beginning or to its end.
  private static func moment(_ call: RequestContext, _ name: String, isEnd: Bool) throws(Problem) -> Instant? {
    guard let text = call.query[name] else { return nil }
    // An unescaped plus has become a space.
    if let instant = Instant(text.replacing(" ", with: "+")) { return instant }
    guard let day = Day(text) else { throw call.bad(name, "「\(name)」应为时间，例如 2026-11-21T09:00:00+08:00。") }
    return isEnd ? Instant(endOf: day) : Instant(startOf: day)
  }
}

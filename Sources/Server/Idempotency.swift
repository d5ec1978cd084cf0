import Foundation
import HTTPTypes
import Kernel
import Platform

/// Between the door and the handlers of POST: a request that comes again with its key gets the answer of the first.
package enum Idempotency {
  /// - Throws: as `IdempotencyStore.run`, and what the handler throws.
  static func answer(_ key: String, _ route: Route, _ call: RequestContext, _ app: AppContext) async throws -> Response
  {
    let asker = try call.caller
    guard let caller = asker.id else { return try await route.run(call, app) }
    let query = call.query.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    let request = try KeyedRequest(
      caller: caller, key: key, parts: [route.method.rawValue, call.path, sight(of: asker)] + query, body: body(call),
      in: app)
    let answer = try await app.answers.run(request, keepsContent: route.keepsAnswer, store: app.store) {
      try Kept(await route.run(call, app)).answer
    }
    return try Kept(answer).reply
  }

  /// A kept answer is for those eyes only that it was made for: with another role or other areas it is another request.
  private static func sight(of caller: Caller) -> String {
    ([caller.role.rawValue, caller.unit ?? ""] + caller.areas.sorted().map { String($0) }).joined(separator: " ")
  }

  private static func body(_ call: RequestContext) -> KeyedRequest.Body {
    switch call.body {
    case .none: .none
    case .bytes(let bytes): .bytes(bytes)
    case .form(let fields): .bytes(Array(JSONValue.texts(fields.flatMap { [$0.name, $0.value] }).text.utf8))
    case .file(let file): .file(path: file.path)
    }
  }
}

/// A reply as it is kept: the headers that belong to its content, and the body.
private struct Kept: Codable {
  package let status: Int
  package let location: String?
  package let contentType: String?
  package let eTag: String?
  package let body: Data

  package init(_ reply: Response) {
    status = reply.status.code
    (location, contentType, eTag) = (reply.headers[.location], reply.headers[.contentType], reply.headers[.eTag])
    body = Data(reply.body)
  }

  package init(_ answer: IdempotencyStore.Answer) throws {
    self = try JSONDecoder().decode(Kept.self, from: answer.content)
  }

  package var answer: IdempotencyStore.Answer {
    get throws { IdempotencyStore.Answer(status: status, location: location, content: try JSONEncoder().encode(self)) }
  }

  var reply: Response {
    var reply = Response(status: .init(code: status), body: Array(body))
    reply.headers[.location] = location
    reply.headers[.contentType] = contentType
    reply.headers[.eTag] = eTag
    reply.isPlain = eTag != nil
    return reply
  }
}

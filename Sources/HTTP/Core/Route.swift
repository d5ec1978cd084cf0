import Domain
import HTTPTypes
import UseCases

/// One line of the route table: how it is called, what it says of itself, and what answers.
struct Route: Sendable {
  enum Access: Sendable, Equatable {
    /// Anybody may call it.
    case open
    /// A token is needed; what the caller may do there is for the use case to say.
    case token
  }

  /// What happens to the body before the handler sees it.
  enum Intake: Sendable, Equatable {
    case none
    /// `application/json`, at most this many bytes.
    case json(limit: Int)
    /// A file of any size up to the limit, streamed to a temporary file.
    case file(limit: Int)
  }

  let method: HTTPRequest.Method
  /// With `{name}` for the parts that vary.
  let path: String
  let access: Access
  let intake: Intake
  let doc: RouteDoc
  /// Whether the answer may be kept for an `Idempotency-Key`; false where it holds what is shown once only.
  var keepsAnswer = true
  let handler: @Sendable (Call, Office) async throws -> Reply
}

/// What a route says of itself in the API description. Query parameters not named here are refused.
struct RouteDoc: Sendable {
  struct Parameter: Sendable {
    let name: String
    let about: String
    let schema: JSONValue
    var isRequired = false
  }

  let tag: String
  let id: String
  let summary: String
  var parameters: [Parameter] = []
  /// The schema of the JSON body, by reference or inline.
  var body: JSONValue?
  var status: Int = 200
  /// The schema of the answer; nil for none.
  var answer: JSONValue?
  /// The answer's media type.
  var produces = "application/json"
  var needsIfMatch = false
}

extension Route {
  static let jsonLimit = 1 << 20

  /// A question: nothing is written.
  static func get(
    _ path: String, _ doc: RouteDoc, access: Access = .token,
    _ handler: @escaping @Sendable (Call, Office) async throws -> Reply
  ) -> Route {
    Route(method: .get, path: path, access: access, intake: .none, doc: doc, handler: handler)
  }

  /// A change, or a question too long for a URL.
  static func call(
    _ method: HTTPRequest.Method, _ path: String, _ doc: RouteDoc, access: Access = .token, intake: Intake? = nil,
    keepsAnswer: Bool = true, _ handler: @escaping @Sendable (Call, Office) async throws -> Reply
  ) -> Route {
    Route(
      method: method, path: path, access: access,
      intake: intake ?? (doc.body == nil ? .none : .json(limit: jsonLimit)), doc: doc,
      keepsAnswer: keepsAnswer, handler: handler)
  }
}

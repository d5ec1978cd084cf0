import HTTPTypes
import Kernel
import Platform

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
    /// The same, whatever the caller says it is: photos and papers.
    case upload(limit: Int)
    /// JSON, a value a line (NDJSON), at most this many bytes.
    case lines(limit: Int)
    /// `application/x-www-form-urlencoded`, at most this many bytes.
    case form(limit: Int)
  }

  let method: HTTPRequest.Method
  /// With `{name}` for the parts that vary.
  let path: String
  let access: Access
  let intake: Intake
  let doc: RouteDoc
  /// Whether the answer may be kept for an `Idempotency-Key`; false where it holds what is shown once only.
  var keepsAnswer = true
  /// Whether the work ends when the caller hangs up; for questions that take seconds. The connection is closed after them.
  var endsWithClient = false
  /// The query parameter or form field in which the token may come as well, for clients that send no `Authorization`.
  var keyParameter: String?
  /// How the caller is told what is wrong.
  var refuse: @Sendable (Problem) -> Reply = { ProblemReply.reply($0) }
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
  var id: String
  let summary: String
  var parameters: [Parameter] = []
  /// The schema of the JSON body, by reference or inline.
  var body: JSONValue?
  var bodyMayBeLeftOut = false
  var status: Int = 200
  /// Other statuses with the same answer.
  var alsoStatus: [Int] = []
  /// The schema of the answer; nil for none.
  var answer: JSONValue?
  /// The answer's media type.
  var produces = "application/json"
  /// Other media types that it may have, by what was asked for or stored.
  var alsoProduces: [String] = []
  var needsIfMatch = false
  /// What a refusal looks like.
  var refusal = (type: "application/problem+json", schema: Schemas.ref("Problem"))
}

extension Route {
  static let jsonLimit = 1 << 20

  /// A question: nothing is written.
  static func get(
    _ path: String, _ doc: RouteDoc, access: Access = .token, endsWithClient: Bool = false,
    _ handler: @escaping @Sendable (Call, Office) async throws -> Reply
  ) -> Route {
    Route(
      method: .get, path: path, access: access, intake: .none, doc: doc, endsWithClient: endsWithClient,
      handler: handler)
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

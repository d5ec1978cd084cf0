import HTTPTypes
import Kernel
import Platform

/// One line of the route table: how it is called, what it says of itself, and what answers.
package struct Route: Sendable {
  package enum Access: Sendable, Equatable {
    /// Anybody may call it.
    case open
    /// A token is needed; what the caller may do there is for the use case to say.
    case token
  }

  /// What happens to the body before the handler sees it.
  package enum BodyKind: Sendable, Equatable {
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

  package let method: HTTPRequest.Method
  /// With `{name}` for the parts that vary.
  package let path: String
  package let access: Access
  package let intake: BodyKind
  package let doc: RouteDoc
  /// Whether the answer may be kept for an `Idempotency-Key`; false where it holds what is shown once only.
  package var keepsAnswer = true
  /// Whether the work ends when the caller hangs up; for questions that take seconds. The connection is closed after them.
  package var endsWithClient = false
  /// Whether a wall's token opens it; every other route that needs a token is shut to it.
  package var isForWalls = false
  /// The query parameter or form field in which the token may come as well, for clients that send no `Authorization`.
  package var keyParameter: String?
  /// How the caller is told what is wrong.
  package var refuse: @Sendable (Problem) -> Response = { ProblemReply.reply($0) }
  package let handler: @Sendable (RequestContext, AppContext) async throws -> Response
}

/// What a route says of itself in the API description. Query parameters not named here are refused.
package struct RouteDoc: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let about: String
    package let schema: JSONValue
    package var isRequired: Bool

    package init(name: String, about: String, schema: JSONValue, isRequired: Bool = false) {
      (self.name, self.about, self.schema, self.isRequired) = (name, about, schema, isRequired)
    }
  }

  package let tag: String
  package var id: String
  package let summary: String
  /// What a caller must know beyond the summary.
  package var about: String?
  package var parameters: [Parameter]
  /// The schema of the JSON body, by reference or inline.
  package var body: JSONValue?
  package var bodyMayBeLeftOut: Bool
  package var status: Int
  /// Other statuses with the same answer.
  package var alsoStatus: [Int]
  /// The schema of the answer; nil for none.
  package var answer: JSONValue?
  /// The answer's media type.
  package var produces: String
  /// Other media types that it may have, by what was asked for or stored.
  package var alsoProduces: [String]
  package var needsIfMatch: Bool
  /// Whether If-Match is heeded, but may be left out.
  package var takesIfMatch: Bool
  /// Whether the answer carries a version as ETag; nil where that follows from the route: one thing by its name, what was made
  /// or changed.
  package var answersETag: Bool?
  /// Whether the answer says in Location where what was made is.
  package var answersLocation: Bool
  /// Statuses of refusals beside those that follow from how the route is called.
  package var refuses: [Int]
  /// What a refusal looks like.
  package var refusal = (type: "application/problem+json", schema: Schemas.ref("Problem"))

  package init(
    tag: String, id: String, summary: String, about: String? = nil, parameters: [Parameter] = [],
    body: JSONValue? = nil,
    bodyMayBeLeftOut: Bool = false, status: Int = 200, alsoStatus: [Int] = [], answer: JSONValue? = nil,
    produces: String = "application/json", alsoProduces: [String] = [], needsIfMatch: Bool = false,
    takesIfMatch: Bool = false, answersETag: Bool? = nil, answersLocation: Bool? = nil, refuses: [Int] = []
  ) {
    (self.tag, self.id, self.summary, self.about, self.parameters) = (tag, id, summary, about, parameters)
    (self.body, self.bodyMayBeLeftOut, self.needsIfMatch) = (body, bodyMayBeLeftOut, needsIfMatch)
    (self.takesIfMatch, self.answersETag, self.refuses) = (takesIfMatch, answersETag, refuses)
    self.answersLocation = answersLocation ?? [201, 202].contains(status)
    (self.status, self.alsoStatus, self.answer) = (status, alsoStatus, answer)
    (self.produces, self.alsoProduces) = (produces, alsoProduces)
  }
}

extension Route {
  /// One thing by its name, with its version: whoever has it already need not be sent it again.
  var answersNotModified: Bool { method == .get && answersETag }
  var answersETag: Bool {
    if let said = doc.answersETag { return said }
    if method == .get { return path.hasSuffix("}") }
    return doc.answer != nil && (doc.status == 201 || doc.needsIfMatch)
  }

  package static let jsonLimit = 1 << 20

  /// A question: nothing is written.
  package static func get(
    _ path: String, _ doc: RouteDoc, access: Access = .token, endsWithClient: Bool = false,
    _ handler: @escaping @Sendable (RequestContext, AppContext) async throws -> Response
  ) -> Route {
    Route(
      method: .get, path: path, access: access, intake: .none, doc: doc, endsWithClient: endsWithClient,
      handler: handler)
  }

  /// The same route, open to a wall's token too.
  package func forWalls() -> Route {
    var route = self
    route.isForWalls = true
    return route
  }

  /// A change, or a question too long for a URL.
  package static func call(
    _ method: HTTPRequest.Method, _ path: String, _ doc: RouteDoc, access: Access = .token, intake: BodyKind? = nil,
    keepsAnswer: Bool = true, _ handler: @escaping @Sendable (RequestContext, AppContext) async throws -> Response
  ) -> Route {
    Route(
      method: method, path: path, access: access,
      intake: intake ?? (doc.body == nil ? .none : .json(limit: jsonLimit)), doc: doc,
      keepsAnswer: keepsAnswer, handler: handler)
  }
}

import HTTPTypes
import Kernel

/// The one table from kinds of problem to HTTP (RFC 9457).
package enum ProblemReply {
  /// Codes that HTTP has a closer status for than their kind's.
  private static let statusOfCode: [String: Int] = [
    "version_conflict": 412, "precondition_required": 428, "body_too_large": 413, "bad_media_type": 415,
    "bad_content_encoding": 415, "cursor_from_another_life": 410, "export_outdated": 410, "request_timeout": 408,
    "expectation_failed": 417, "method_not_allowed": 405, "ask_unrecognised": 422,
  ]

  package static func status(_ problem: Problem) -> Int {
    if let status = statusOfCode[problem.code] { return status }
    return switch problem.kind {
    case .invalid: 400
    case .unauthenticated: 401
    case .forbidden: 403
    case .notFound: 404
    case .conflict: 409
    case .tooMuch: 429
    case .internalFault: 500
    case .unavailable: 503
    case .noRoom: 507
    }
  }

  static func reply(_ problem: Problem) -> Response {
    let status = status(problem)
    var reply = Response.json(json(problem), status: .init(code: status))
    reply.headers[.contentType] = "application/problem+json; charset=utf-8"
    if let seconds = problem.retryAfter { reply.headers[.retryAfter] = String(seconds) }
    if status == 401 { reply.headers[.wwwAuthenticate] = "Bearer realm=\"menpai\"" }
    return reply
  }

  /// The problem as a value, also for items of a batch.
  package static func json(_ problem: Problem) -> JSONValue {
    let status = status(problem)
    var members: [JSONValue.Member] = [
      .init("type", .string("about:blank#\(problem.code)")), .init("title", .string(title(status))),
      .init("status", .number(Double(status))), .init("detail", .string(problem.detail)),
      .init("code", .string(problem.code)), .init("errors", .array(problem.notes.map(note))),
    ]
    if !problem.readings.isEmpty { members.append(.init("readings", .array(problem.readings.map(reading)))) }
    return .object(members)
  }

  private static func reading(_ reading: Problem.Reading) -> JSONValue {
    [
      "subject": .string(reading.subject), "where": .string(reading.filter),
      "explanation": .string(reading.explanation), "total": reading.total.map { .number(Double($0)) } ?? .null,
    ]
  }

  private static func note(_ note: Problem.Note) -> JSONValue {
    let place: [JSONValue.Member] =
      switch note.place {
      case .pointer(let pointer): [.init("pointer", .string(pointer))]
      case .parameter(let name): [.init("parameter", .string(name))]
      case .position(let offset): [.init("position", .number(Double(offset)))]
      case .span(let position, let length, let text):
        [
          .init("position", .number(Double(position))), .init("length", .number(Double(length))),
          .init("text", .string(text)),
        ]
      }
    return .object(
      place + [
        .init("detail", .string(note.detail)),
        .init("suggestions", .array(note.suggestions.map { .string($0) })),
      ])
  }

  /// RFC 9110's words for a status.
  private static func title(_ status: Int) -> String {
    titles[status] ?? "Error"
  }

  private static let titles = [
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 409: "Conflict", 410: "Gone", 412: "Precondition Failed", 413: "Content Too Large",
    415: "Unsupported Media Type", 417: "Expectation Failed",
    422: "Unprocessable Content", 428: "Precondition Required", 429: "Too Many Requests",
    500: "Internal Server Error", 503: "Service Unavailable", 507: "Insufficient Storage",
  ]
}

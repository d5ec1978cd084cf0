import HTTPTypes
import Kernel
import Server

/// What a GeoReport v2 handler answers, in whichever format: a value, and what XML calls it.
struct Open311Answer: Sendable {
  let root: String
  let value: JSONValue
  var status = 200
}

/// The two formats of GeoReport v2, by the ending of the path.
enum Open311Format: String, Sendable, CaseIterable {
  case json, xml

  var type: String {
    switch self {
    case .json: "application/json"
    case .xml: "text/xml"
    }
  }

  func reply(_ answer: Open311Answer) -> Response {
    switch self {
    case .json: return .json(answer.value, status: .init(code: answer.status))
    case .xml:
      return Response(
        status: .init(code: answer.status), headers: [.contentType: "text/xml; charset=utf-8"],
        body: XMLText.bytes(answer.value, root: answer.root))
    }
  }

  /// GeoReport v2 has errors of its own: a list of code and description. A key that is missing or wrong is 403 there.
  func refusal(_ problem: Problem) -> Response {
    let status = ProblemReply.status(problem)
    var seen: Set<String> = [problem.detail]
    let notes = problem.notes.filter { seen.insert($0.detail).inserted }
    let shown = status == 401 ? 403 : status
    let errors = ([problem.detail] + notes.map(Self.text)).map { text -> JSONValue in
      ["code": .integer(shown), "description": .string(text)]
    }
    var reply = reply(Open311Answer(root: "errors", value: .array(errors), status: shown))
    if let seconds = problem.retryAfter { reply.headers[.retryAfter] = String(seconds) }
    return reply
  }

  /// What the standard calls fields of a work order.
  private static let fields = [
    "/house_id": "address_id", "/lon": "long", "/text": "description", "/reporter/phone": "phone",
    "/reporter/name": "last_name",
  ]

  private static func text(_ note: Problem.Note) -> String {
    switch note.place {
    case .pointer(let pointer):
      "\(fields[pointer] ?? String(pointer.dropFirst()))：\(note.detail)"
    case .parameter(let name): "\(name)：\(note.detail)"
    case .position, .span: note.detail
    }
  }
}

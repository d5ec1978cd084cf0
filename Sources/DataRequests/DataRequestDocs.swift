import FilterLanguage
import Kernel
import Ledgers
import Server

extension DataRequestRoutes {
  static let addDoc = RouteDoc(
    tag: "data_requests", id: "ask_for_data",
    summary: "Asks committees for data; 409 same_data where it has been asked for before and despite does not say why.",
    body: Schemas.ref("DataRequestBody"), status: 201, answer: Schemas.ref("DataRequest"))

  static let previewDoc = RouteDoc(
    tag: "data_requests", id: "preview_data_request",
    summary: "How the question is understood, how many rows each committee would give, and who has asked before.",
    body: Schemas.ref("DataRequestBody"), answer: Schemas.ref("DataRequestPreview"))

  static let listDoc = RouteDoc(
    tag: "data_requests", id: "list_data_requests",
    summary: "The requests put to committees in the caller's areas, the newest first; without rows_now and overlaps.",
    parameters: [
      .init(name: "state", about: "open or closed.", schema: Schemas.words(State.allCases.map(\.rawValue))),
      .init(
        name: "waiting", about: "true: open ones to which a committee of the caller's has said nothing yet.",
        schema: Schemas.flag),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("DataRequest")))

  static let getDoc = RouteDoc(
    tag: "data_requests", id: "get_data_request",
    summary: "What is asked, by what right, what each committee would give or has given, and who has asked before.",
    answer: Schemas.ref("DataRequest"))

  static let answerDoc = RouteDoc(
    tag: "data_requests", id: "answer_data_request",
    summary: "A committee has seen it, answers with a frozen run of its own rows, or objects with a reason.",
    body: Schemas.object(
      [
        ("action", Schemas.words(AnswerDataRequest.Act.allCases.map(\.rawValue))),
        ("reason", ["type": ["string", "null"], "maxLength": 500]), ("committee", Schemas.optionalText),
      ], required: ["action"]), answer: Schemas.ref("DataRequest"), takesIfMatch: true, answersETag: true)

  static let closeDoc = RouteDoc(
    tag: "data_requests", id: "close_data_request",
    summary: "Ends a request; its answers stay until keep_until.", answer: Schemas.ref("DataRequest"),
    takesIfMatch: true, answersETag: true)

  package static let schemas: [String: JSONValue] = [
    "DataRequestBody": Schemas.object([
      ("title", ["type": "string", "maxLength": 64]), ("purpose", ["type": "string", "maxLength": 500]),
      ("basis", ["type": "string", "maxLength": 500]), ("subject", Schemas.words(Subject.searchable.map(\.word))),
      ("where", ["type": "string", "maxLength": 4000]), ("where_json", ["type": "object"]),
      ("sentence", ["type": "string", "maxLength": 400]), ("template", Schemas.text),
      ("columns", ["type": ["array", "null"], "items": ["anyOf": [Schemas.text, Schemas.ref("LedgerColumn")]]]),
      ("sort", Schemas.optionalText), ("areas", ["type": ["array", "null"], "items": Schemas.text]),
      ("due", Schemas.day), ("keep_until", Schemas.day), ("despite", Schemas.optionalText),
    ]),
    "DataRequest": Schemas.object(
      [
        ("id", Schemas.integer), ("purpose", Schemas.text), ("basis", Schemas.text), ("unit", Schemas.text),
        ("due", ["type": "string", "format": "date"]), ("late", Schemas.flag), ("keep_until", Schemas.day),
        ("despite", Schemas.optionalText), ("state", Schemas.words(State.allCases.map(\.rawValue))),
        ("caller", Schemas.text), ("made_at", Schemas.text), ("closed_at", Schemas.optionalText),
        ("closed_by", Schemas.optionalText), ("version", Schemas.integer),
        ("committees", Schemas.array(Schemas.ref("DataRequestCommittee"))),
        ("overlaps", ["type": ["array", "null"], "items": Schemas.ref("DataOverlap")]),
      ] + question, required: ["id", "title", "purpose", "basis", "where", "columns", "due", "committees", "version"]),
    "DataRequestPreview": Schemas.object(
      question + [
        ("total", Schemas.integer),
        (
          "committees",
          Schemas.array(
            Schemas.object([("code", Schemas.text), ("name", Schemas.text), ("rows", Schemas.integer)]))
        ), ("overlaps", Schemas.array(Schemas.ref("DataOverlap"))), ("needs_despite", Schemas.flag),
      ], required: ["where", "columns", "total", "committees", "overlaps", "needs_despite"]),
    "DataRequestCommittee": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text),
        ("state", Schemas.words(CommitteeState.allCases.map(\.rawValue))), ("seen_at", Schemas.optionalText),
        ("seen_by", Schemas.optionalText), ("decided_at", Schemas.optionalText), ("decided_by", Schemas.optionalText),
        ("reason", Schemas.optionalText), ("run_id", Schemas.optionalInteger), ("run_state", Schemas.optionalText),
        ("rows", Schemas.optionalInteger), ("rows_now", Schemas.optionalInteger),
      ], required: ["code", "name", "state"]),
    "DataOverlap": Schemas.object(
      [
        ("source", Schemas.words(DataOverlap.Source.allCases.map(\.rawValue))), ("id", Schemas.integer),
        ("name", Schemas.text), ("by", Schemas.text), ("made_at", Schemas.text),
        ("kind", Schemas.words(DataOverlap.Kind.allCases.map(\.rawValue))),
        ("rows_in_common", ["type": "number"]), ("columns_in_common", ["type": "number"]),
        ("repeated", Schemas.flag), ("detail", Schemas.text),
        (
          "answers",
          Schemas.array(
            Schemas.object([
              ("run_id", Schemas.integer), ("as_of", Schemas.text), ("total", Schemas.integer),
              ("committee", Schemas.optionalText),
            ]))
        ),
      ], required: ["source", "id", "name", "by", "made_at", "kind", "rows_in_common", "repeated", "detail", "answers"]),
  ]

  private static let question: [(String, JSONValue)] = [
    ("title", Schemas.text), ("subject", Schemas.words(Subject.searchable.map(\.word))), ("where", Schemas.text),
    ("where_json", ["type": "object"]), ("explanation", Schemas.text),
    ("question_error", LedgerRoutes.questionError), ("limit", Schemas.optionalInteger),
    ("sentence", Schemas.optionalText),
    ("columns", Schemas.array(Schemas.ref("LedgerColumn"))),
  ]
}

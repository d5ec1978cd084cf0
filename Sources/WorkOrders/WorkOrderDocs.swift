import Kernel
import Server

extension WorkOrderRoutes {
  private static let instant = Schemas.instant
  private static let optionalInstant = Schemas.optionalInstant
  private static let states = Schemas.words(WorkOrderState.allCases.map(\.rawValue))
  private static let kinds = Schemas.words(WorkOrderKind.allCases.map(\.rawValue))
  private static let actions = Schemas.words(WorkOrderAction.allCases.map(\.rawValue))
  private static let actionWords = Schemas.words(WorkOrderAction.allCases.map(\.rawValue) + ["part"])
  private static let parties = Schemas.words(WorkOrderParty.allCases.map(\.rawValue))
  private static let house: JSONValue = Schemas.object([("id", Schemas.integer), ("address", Schemas.text)])
  private static let optionalHouse: JSONValue = ["anyOf": [house, ["type": "null"]]]

  private static let proposal: [(String, JSONValue)] = [
    ("unit", Schemas.optionalText), ("duty", Schemas.optionalText), ("confidence", Schemas.number),
    ("reasons", Schemas.array(Schemas.text)),
  ]

  package static let schemas = shapes.merging(WorkOrderActionWire.schemas) { first, _ in first }

  private static let shapes: [String: JSONValue] = [
    "NewWorkOrder": newOrder, "PushedWorkOrder": pushed, "WorkOrder": whole,
    "WorkOrderRow": Schemas.partial(whole),
    "DispatchProposal": Schemas.object(
      [("mode", Schemas.words(["auto", "queue"]))] + proposal + [
        ("candidates", Schemas.array(Schemas.object(proposal)))
      ], required: ["mode", "unit", "duty", "confidence", "reasons", "candidates"]),
    "WorkOrderEvent": Schemas.object(
      [
        ("id", Schemas.integer), ("at", instant), ("by", Schemas.text), ("action", Schemas.text),
        ("from", Schemas.optionalText), ("to", states), ("note", Schemas.optionalText), ("detail", ["type": "object"]),
      ], required: ["id", "at", "by", "action", "to"]),
  ]

  private static let newOrder: JSONValue = Schemas.object(
    [
      ("source", ["type": "string", "maxLength": 32, "description": "Who says it: 12345, 巡检, 书记求助 …"]),
      (
        "external_id",
        [
          "type": ["string", "null"], "maxLength": 128,
          "description": "The source's own number; systems must give one, workers need not.",
        ]
      ),
      (
        "kind",
        [
          "type": "string", "enum": .array(WorkOrderBody.kinds.map { .string($0) }),
          "description": "咨询 is consultation, 求助 request, 投诉 complaint, 举报 report, 建议 suggestion, 表扬 praise.",
        ]
      ), ("title", ["type": "string", "maxLength": 200]), ("text", ["type": "string", "maxLength": 8000]),
      ("address", Schemas.optionalText), ("house_id", Schemas.optionalInteger), ("shop_id", Schemas.optionalInteger),
      ("lat", Schemas.number), ("lon", Schemas.number),
      ("reported_at", ["type": ["string", "null"], "format": "date-time"]),
      (
        "reporter",
        [
          "type": ["object", "null"],
          "properties": ["name": Schemas.optionalText, "phone": Schemas.optionalText], "additionalProperties": false,
        ]
      ), ("urgent", ["type": ["boolean", "null"]]), ("category", Schemas.optionalText),
    ], required: ["source", "kind", "title", "text"])

  private static let pushed = Schemas.object(
    [
      ("id", Schemas.integer), ("number", Schemas.text), ("state", states), ("house", optionalHouse),
      ("candidates", Schemas.array(house)), ("dispatch", Schemas.ref("DispatchProposal")),
      ("first_contact_due_at", instant), ("due_at", instant), ("due_provisional", Schemas.flag),
      ("due_note", Schemas.optionalText),
    ],
    required: [
      "id", "number", "state", "house", "candidates", "dispatch", "first_contact_due_at", "due_at", "due_provisional",
    ])

  private static let texts = [
    "external_id", "text", "category", "duty", "unit", "address", "shop", "committee", "grid", "area", "reporter",
    "phone", "responsible_unit", "responsible", "worker", "mode", "outcome", "result", "due_note",
  ]
  private static let instants = [
    "first_contact_due_at", "due_at", "contacted_at", "dispatched_at", "accepted_at", "suspended_at", "resolved_at",
    "verified_at", "closed_at", "received_at", "late_at", "extension_requested_at",
  ]

  private static let whole: JSONValue = Schemas.object(
    [
      ("id", Schemas.integer), ("number", Schemas.text), ("source", Schemas.text), ("kind", kinds),
      ("title", Schemas.text), ("state", states),
    ] + texts.map { ($0, Schemas.optionalText) } + instants.map { ($0, optionalInstant) } + [
      ("co_units", Schemas.array(Schemas.text)), ("workers", Schemas.array(Schemas.text)), ("urgent", Schemas.flag),
      ("overdue", Schemas.flag), ("supervised", Schemas.flag), ("extended", Schemas.flag),
      ("due_provisional", Schemas.flag), ("rounds", Schemas.integer),
      ("returned", Schemas.flag), ("corrected", Schemas.flag), ("house_id", Schemas.optionalInteger),
      ("building_id", Schemas.optionalInteger), ("shop_id", Schemas.optionalInteger), ("lat", Schemas.number),
      ("lon", Schemas.number), ("reported_at", instant), ("confidence", Schemas.number),
      ("satisfaction", Schemas.optionalInteger), ("solved", ["type": ["boolean", "null"]]),
      ("merged_into", Schemas.optionalInteger), ("version", Schemas.integer), ("updated_at", instant),
      ("house", optionalHouse), ("candidates", Schemas.array(house)), ("dispatch", Schemas.ref("DispatchProposal")),
      ("timeline", Schemas.array(Schemas.ref("WorkOrderEvent"))), ("actions", Schemas.array(actions)),
      ("steps", Schemas.array(Schemas.object([("action", actions), ("by", Schemas.array(parties))]))),
      ("attachments", Schemas.array(Schemas.ref("Attachment"))),
    ], required: ["id", "number", "source", "kind", "title", "state", "version"])

  static let pushDoc = RouteDoc(
    tag: "work_orders", id: "push_work_order",
    summary: "A new order; the same again (source and external_id) answers the first one with 200.",
    body: Schemas.ref("NewWorkOrder"), status: 201, alsoStatus: [200], answer: Schemas.ref("PushedWorkOrder"))

  static let batchDoc = RouteDoc(
    tag: "work_orders", id: "push_work_orders",
    summary: "Many orders, one a line (NDJSON), at most 5,000; answered item by item.",
    body: Schemas.ref("NewWorkOrder"),
    answer: Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object([
              ("index", Schemas.integer), ("status", Schemas.integer),
              ("order", ["anyOf": [Schemas.ref("PushedWorkOrder"), ["type": "null"]]]),
              ("error", ["anyOf": [Schemas.ref("Problem"), ["type": "null"]]]),
            ]))
        )
      ], required: ["items"]))

  static let getDoc = RouteDoc(
    tag: "work_orders", id: "get_work_order",
    summary: """
      One order with its timeline, what the caller can do with it next (actions), and what anybody can and who (steps).
      """, answer: Schemas.ref("WorkOrder"))

  static let changeDoc = RouteDoc(
    tag: "work_orders", id: "change_work_order",
    summary: """
      Where it is and what it is about, as a person knows better; null empties. category and duty are for the dispatching side; \
      an order that has ended is not changed.
      """,
    body: Schemas.object([
      ("house_id", Schemas.optionalInteger), ("shop_id", Schemas.optionalInteger), ("category", Schemas.optionalText),
      ("duty", Schemas.optionalText),
    ]), answer: Schemas.ref("WorkOrder"), needsIfMatch: true)

  static let eventsDoc = RouteDoc(
    tag: "work_orders", id: "list_work_order_events", summary: "The timeline of an order, the oldest first.",
    parameters: [
      .init(name: "limit", about: "Events in the page.", schema: Schemas.pageSize),
      .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text),
    ], answer: Schemas.page(Schemas.ref("WorkOrderEvent")))

  static let revealDoc = RouteDoc(
    tag: "work_orders", id: "reveal_work_order",
    summary: "Who reported it and what they said in full, for a reason that is recorded.",
    body: Schemas.object(
      [("reason", ["type": "string", "minLength": 4, "maxLength": 500])], required: ["reason"]),
    answer: Schemas.object([
      ("reporter", Schemas.optionalText), ("phone", Schemas.optionalText), ("title", Schemas.text),
      ("text", Schemas.text), ("result", Schemas.optionalText), ("address", Schemas.optionalText),
      ("category", Schemas.optionalText),
    ]))

  static let actDoc = RouteDoc(
    tag: "work_orders", id: "act_on_work_order",
    summary: """
      One action. An impossible one answers 409, somebody else's 403; both name the possible ones, the latter also whose it is. \
      Whoever has handled an order neither rates nor closes it, and asks for time (extend) instead of taking it. If-Match may be sent.
      """,
    body: WorkOrderActionWire.body, answer: Schemas.ref("WorkOrder"), takesIfMatch: true, answersETag: true)
}

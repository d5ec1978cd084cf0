import FilterLanguage
import Server

extension AnalyticsRoutes {
  private static let filter: [RouteDoc.Parameter] = [
    .init(
      name: "where", about: "Which work orders count; empty for all.", schema: ["type": "string", "maxLength": 4000]),
    .init(name: "as_of", about: "The last day that counts; today.", schema: ["type": "string", "format": "date"]),
  ]

  private static func limit(_ most: Int) -> RouteDoc.Parameter {
    .init(name: "limit", about: "Items at most.", schema: ["type": "integer", "minimum": 1, "maximum": .integer(most)])
  }

  private static func days(_ name: String, _ about: String, _ most: Int) -> RouteDoc.Parameter {
    .init(name: name, about: about, schema: ["type": "integer", "minimum": 1, "maximum": .integer(most)])
  }

  private static let hotSpotParameters =
    filter + [
      days("days", "Days back that work orders are looked at; 30. What lies before says what is usual.", 366),
      days("within", "Days within which the work orders of one hot spot lie; 30.", 90), limit(200),
    ]

  static let paretoDoc = RouteDoc(
    tag: "analytics", id: "count_pareto",
    summary: "Which few values make most of the rows: the most frequent first, with shares and their sum.",
    parameters: [
      .init(
        name: "by", about: "A field that facets count by, or tags(LINE): the tags of one line of work.",
        schema: Schemas.text, isRequired: true),
      .init(name: "subject", about: "work_orders without it.", schema: Schemas.words(Subject.searchable.map(\.word))),
      limit(500),
    ] + filter, answer: Schemas.ref("Pareto"))

  static let hotSpotsDoc = RouteDoc(
    tag: "analytics", id: "list_hotspots",
    summary: "Work orders of different categories that meet in one house, shop or name, more than is usual there.",
    parameters: hotSpotParameters, answer: Schemas.ref("HotSpots"))

  static let raiseDoc = RouteDoc(
    tag: "analytics", id: "raise_hotspot",
    summary:
      "Makes a work order of a hot spot; the first one again where it has become one. Parameters as it was found by.",
    parameters: hotSpotParameters, body: Schemas.ref("RaiseHotSpot"), bodyMayBeLeftOut: true, status: 201,
    alsoStatus: [200], answer: Schemas.ref("PushedWorkOrder"), answersETag: false)

  static let noteDoc = RouteDoc(
    tag: "analytics", id: "note_hotspot", summary: "Makes a project note of a hot spot. Parameters as it was found by.",
    parameters: hotSpotParameters, body: Schemas.ref("NoteHotSpot"), status: 201,
    answer: Schemas.object([("id", Schemas.integer), ("key", Schemas.text)], required: ["id", "key"]),
    answersETag: false, answersLocation: false)

  static let notesDoc = RouteDoc(
    tag: "analytics", id: "list_hotspot_notes",
    summary: "Project notes and work orders that hot spots became, newest first.",
    parameters: [limit(500), .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text)],
    answer: Schemas.page(Schemas.ref("HotSpotNote")))

  static let ladderDoc = RouteDoc(
    tag: "analytics", id: "read_ladder",
    summary: "1:29:300 by place and category: serious, middling and small matters, before and now; what climbs first.",
    parameters: [
      .init(
        name: "by", about: "committee without it.", schema: Schemas.words(ReadLadder.Place.allCases.map(\.rawValue))),
      days("days", "Days of the time that is compared with as many before; 30.", 366), limit(500),
    ] + filter, answer: Schemas.ref("Ladder"))

  static let performanceDoc = RouteDoc(
    tag: "analytics", id: "read_performance",
    summary: "Response, on-time, solved and satisfied by unit, committee, worker or month; the surest first.",
    parameters: [
      .init(name: "by", about: "unit without it.", schema: Schemas.words(ReadPerformance.Key.allCases.map(\.rawValue))),
      .init(
        name: "from", about: "First day of the report; 30 days without it.",
        schema: ["type": "string", "format": "date"]),
      .init(name: "to", about: "Last day of the report; today.", schema: ["type": "string", "format": "date"]),
      .init(
        name: "weights", about: "response,on_time,solved,satisfied: 0.2,0.2,0.3,0.3 without it.", schema: Schemas.text),
    ] + filter, answer: Schemas.ref("PerformanceReport"))
}

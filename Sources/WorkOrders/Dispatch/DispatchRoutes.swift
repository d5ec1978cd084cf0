import Kernel
import Server

/// What dispatch would do, and how well it has done.
package enum DispatchRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/dispatch/preview", previewDoc) { call, app in
      let body = try call.json()
      let (text, title) = (try body.prose("text", limit: 8000), try body.optionalText("title", limit: 200))
      let category = try body.optionalText("category", limit: 64)
      try body.finish()
      return .json(
        WorkOrderJSON.dispatch(
          try await PreviewDispatch.run(
            text: text, title: title, category: category, caller: call.caller, app: app)))
    },
    .get("/v1/dispatch/quality", qualityDoc) { call, app in
      let quality = try await DispatchQuality.run(
        from: call.day("from"), to: call.day("to"), caller: call.caller, app: app)
      return .json(json(quality))
    },
  ]

  private static func json(_ quality: DispatchQuality.Answer) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("from", .string(quality.from.description)), .init("to", .string(quality.to.description)),
    ]
    members += figures(quality.whole)
    members += [
      .init("threshold", quality.threshold.map { .number($0) } ?? .null),
      .init(
        "unit_thresholds",
        .object(
          quality.units.sorted { $0.key < $1.key }.map { unit, bar in
            .init(unit, bar > 1 ? .null : .number(bar))
          })), .init("lessons", .integer(quality.lessons)),
    ]
    members.append(
      .init(
        "months",
        .array(quality.months.map { .object([.init("month", .string($0.month))] + figures($0)) })))
    members.append(
      .init(
        "confusion",
        .array(
          quality.confusion.map {
            ["proposed": .string($0.proposed), "unit": .optional($0.unit), "count": .integer($0.count)]
          })))
    return .object(members)
  }

  private static func figures(_ row: DispatchFigures) -> [JSONValue.Member] {
    [
      .init("total", .integer(row.total)), .init("auto", .integer(row.auto)), .init("right", .integer(row.right)),
      .init("precision", row.precision.map { .number($0) } ?? .null),
      .init("coverage", row.coverage.map { .number($0) } ?? .null), .init("returned", .integer(row.returned)),
      .init("queue_decided", .integer(row.decided)), .init("queue_first_right", .integer(row.firstRight)),
    ]
  }

  private static let previewDoc = RouteDoc(
    tag: "dispatch", id: "preview_dispatch", summary: "Which unit a text would go to; writes nothing.",
    body: Schemas.object(
      [
        ("text", ["type": "string", "maxLength": 8000]), ("title", Schemas.optionalText),
        ("category", Schemas.optionalText),
      ],
      required: ["text"]), answer: Schemas.ref("DispatchProposal"))

  private static let day: JSONValue = ["type": "string", "format": "date"]

  /// Units that need a higher confidence than all together; null where nothing goes to them by itself.
  private static let unitThresholds: JSONValue = ["type": "object", "additionalProperties": Schemas.number]

  private static let figureFields: [(String, JSONValue)] = [
    ("total", Schemas.integer), ("auto", Schemas.integer), ("right", Schemas.integer), ("precision", Schemas.number),
    ("coverage", Schemas.number), ("returned", Schemas.integer), ("queue_decided", Schemas.integer),
    ("queue_first_right", Schemas.integer),
  ]

  private static let qualityDoc = RouteDoc(
    tag: "dispatch", id: "get_dispatch_quality",
    summary: """
      Precision and coverage of dispatch, from the caller's orders: right is what nobody had to correct and no unit \
      returned. threshold: from which confidence on orders go out by themselves now.
      """,
    parameters: [
      .init(name: "from", about: "The first day that orders came on; a year ago.", schema: day),
      .init(name: "to", about: "The last one; today.", schema: day),
    ],
    answer: Schemas.object(
      [("from", day), ("to", day)] + figureFields + [
        ("threshold", Schemas.number), ("unit_thresholds", unitThresholds), ("lessons", Schemas.integer),
        ("months", Schemas.array(Schemas.object([("month", Schemas.text)] + figureFields))),
        (
          "confusion",
          Schemas.array(
            Schemas.object([
              ("proposed", Schemas.text), ("unit", Schemas.optionalText), ("count", Schemas.integer),
            ]))
        ),
      ],
      required: [
        "from", "to", "total", "auto", "right", "precision", "coverage", "returned", "months", "confusion", "threshold",
        "lessons",
      ]))
}

import Kernel
import Server

extension AnalyticsRoutes {
  private static let date: JSONValue = ["type": "string", "format": "date"]
  private static let plain: JSONValue = ["type": "number"]

  private static func all(_ properties: [(String, JSONValue)]) -> JSONValue {
    Schemas.object(properties, required: properties.map(\.0))
  }

  private static let levels: [(String, JSONValue)] = [
    ("serious", Schemas.integer), ("medium", Schemas.integer), ("small", Schemas.integer),
  ]

  package static let schemas: [String: JSONValue] = [
    "Pareto": all([
      ("by", Schemas.text), ("total", Schemas.integer),
      (
        "items",
        Schemas.array(
          all([("value", Schemas.text), ("count", Schemas.integer), ("share", plain), ("cumulative", plain)]))
      ), ("values", Schemas.integer), ("vital_few", Schemas.integer), ("as_of", date),
    ]),
    "HotSpots": all([("total", Schemas.integer), ("items", Schemas.array(Schemas.ref("HotSpot"))), ("as_of", date)]),
    "HotSpot": all([
      ("key", Schemas.text), ("score", plain), ("subject", subject), ("expected", plain), ("observed", Schemas.integer),
      ("first", date), ("last", date), ("reporters", Schemas.integer),
      ("categories", Schemas.array(all([("category", Schemas.text), ("count", Schemas.integer)]))),
      ("anchors", Schemas.array(Schemas.text)), ("evidence", Schemas.array(evidence)),
      ("notes", Schemas.array(Schemas.ref("HotSpotNote"))),
    ]),
    "RaiseHotSpot": Schemas.object([("text", ["type": "string", "maxLength": 2000])]),
    "NoteHotSpot": Schemas.object(
      [("title", ["type": "string", "maxLength": 200]), ("text", ["type": "string", "maxLength": 2000])],
      required: ["text"]),
    "HotSpotNote": all([
      ("id", Schemas.integer), ("key", Schemas.text), ("title", Schemas.text), ("text", Schemas.text),
      ("orders", Schemas.array(Schemas.integer)), ("work_order_id", Schemas.optionalInteger), ("by", Schemas.text),
      ("at", ["type": "string", "format": "date-time"]),
    ]),
    "Ladder": all([
      ("rule", Schemas.array(Schemas.integer)), ("total", Schemas.integer), ("items", Schemas.array(rung)),
      ("as_of", date),
    ]),
    "PerformanceReport": all([
      ("from", date), ("to", date),
      ("weights", all([("response", plain), ("on_time", plain), ("solved", plain), ("satisfied", plain)])),
      ("whole", Schemas.ref("Performance")), ("total", Schemas.integer),
      ("items", Schemas.array(Schemas.ref("Performance"))),
    ]),
    "Performance": all([
      ("value", Schemas.text), ("count", Schemas.integer), ("response", rate), ("on_time", rate), ("solved", rate),
      ("satisfied", rate), ("score", Schemas.number), ("sure_score", Schemas.number),
    ]),
  ]

  private static let subject = all([
    ("kind", Schemas.words(["shop", "house", "building", "compound", "thing", "place"])),
    ("id", Schemas.optionalInteger), ("name", Schemas.text), ("category", Schemas.optionalText),
    ("address", Schemas.optionalText), ("why", Schemas.text),
  ])

  private static let evidence = all([
    ("id", Schemas.integer), ("number", Schemas.text), ("title", Schemas.text), ("category", Schemas.text),
    ("state", Schemas.text), ("address", Schemas.text), ("reported_at", ["type": "string", "format": "date-time"]),
    ("ties", Schemas.array(Schemas.text)), ("words", Schemas.array(Schemas.text)),
  ])

  private static let rung = all(
    [("place", all([("id", Schemas.integer), ("name", Schemas.optionalText)])), ("category", Schemas.text)] + levels + [
      ("before", all(levels)), ("expected_serious", plain), ("climbing", Schemas.flag), ("chance", plain),
      ("again_30", Schemas.integer), ("again_90", Schemas.integer),
    ])

  private static let rate = all([
    ("good", Schemas.integer), ("of", Schemas.integer), ("rate", Schemas.number), ("at_least", Schemas.number),
  ])
}

import Kernel
import Server

extension DashboardRoutes {
  private static let byArea: [(String, JSONValue)] = [
    ("by", Schemas.array(Schemas.optionalInteger)), ("withheld", Schemas.array(Schemas.integer)),
  ]
  private static let spread: [(String, JSONValue)] = [("count", Schemas.optionalInteger)] + byArea
  private static let rate = Schemas.object([("rate", Schemas.number), ("of", Schemas.optionalInteger)])

  private static let tag = Schemas.object(
    [("code", Schemas.text), ("name", Schemas.text), ("line", Schemas.text), ("subject", Schemas.text)] + spread)

  private static let area = Schemas.object([
    ("code", Schemas.text), ("name", Schemas.text), ("level", Schemas.text), ("parent", Schemas.optionalText),
  ])

  private static let workOrders = Schemas.object([
    ("open", Schemas.object(spread)), ("late", Schemas.object(spread)), ("due_today", Schemas.object(spread)),
    ("today", Schemas.object(spread)), ("days", Schemas.integer), ("on_time", rate), ("solved", rate),
    ("satisfied", rate),
  ])

  private static let pareto = Schemas.object([
    ("days", Schemas.integer), ("total", Schemas.optionalInteger), ("categories", Schemas.integer),
    (
      "items",
      Schemas.array(
        Schemas.object([
          ("category", Schemas.text), ("count", Schemas.optionalInteger), ("withheld", Schemas.flag),
        ]))
    ),
  ])

  private static let latest = Schemas.object([
    ("number", Schemas.text), ("category", Schemas.text), ("committee", Schemas.optionalText), ("at", Schemas.instant),
  ])

  private static let place = Schemas.object([
    ("area", Schemas.text), ("name", Schemas.text),
    (
      "lanes",
      Schemas.array(
        Schemas.object(
          [("name", Schemas.text), ("buildings", Schemas.integer), ("numbers", Schemas.array(Schemas.text))] + byArea))
    ),
  ])

  private static let hotSpot = Schemas.object([
    ("committee", Schemas.optionalText), ("place", Schemas.optionalText), ("categories", Schemas.array(Schemas.text)),
    ("count", Schemas.optionalInteger), ("first", Schemas.day), ("last", Schemas.day),
  ])

  private static let ladder = Schemas.object(
    [("days", Schemas.integer), ("rule", Schemas.array(Schemas.integer)), ("total", Schemas.optionalInteger)] + byArea
      + [
        (
          "climbing",
          Schemas.array(
            Schemas.object([
              ("committee", Schemas.optionalText), ("category", Schemas.text), ("count", Schemas.optionalInteger),
              ("before", Schemas.optionalInteger),
            ]))
        )
      ])

  package static let schemas: [String: JSONValue] = [
    "Dashboard": Schemas.object(
      [
        ("made_at", Schemas.instant), ("as_of", Schemas.day), ("hides_below", Schemas.optionalInteger),
        ("areas", Schemas.array(area)), ("people", Schemas.object(spread)), ("houses", Schemas.object(spread)),
        ("buildings", Schemas.object(spread)), ("shops", Schemas.object(spread)), ("tags", Schemas.array(tag)),
        ("work_orders", workOrders), ("pareto", pareto), ("latest", Schemas.array(latest)),
        ("map", Schemas.array(place)), ("hot_spots", Schemas.array(hotSpot)), ("ladder", ladder),
      ],
      required: [
        "made_at", "as_of", "areas", "people", "houses", "buildings", "shops", "tags", "work_orders", "pareto",
        "latest",
        "map", "hot_spots", "ladder",
      ])
  ]
}

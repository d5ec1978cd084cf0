import Kernel
import Server

/// Making and changing shops and assets.
package enum ShopRoutes {
  private static let statuses = ["招租", "装修", "营业", "歇业"]
  private static let kinds = ["storefront", "company"]

  package static let routes: [Route] = [
    .call(.post, "/v1/shops", addDoc) { call, app in
      let body = try call.json()
      let (house, since) = (try body.integer("house_id"), try body.optionalDay("since"))
      let draft = ShopDraft(
        name: try body.thing("name", limit: 120), creditCode: try body.optionalText("credit_code", limit: 40),
        kind: try body.optionalChoice("kind", kinds) ?? "storefront",
        category: try body.optionalThing("category", limit: 40), status: try body.optionalChoice("status", statuses),
        opened: try body.optionalDay("opened"), licenceUntil: try body.optionalDay("licence_until"),
        closes: try time(body), contact: try body.optionalThing("contact", limit: 64),
        phone: try body.optionalText("phone", limit: 32), source: "manual")
      try body.finish()
      let id = try await AddShop.run(draft, house: house, since: since, caller: call.caller, app: app)
      return try await RowRoutes.answer(.shops, id, call, app, status: 201)
    },
    .call(.patch, "/v1/shops/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      try await ChangeRow.run(
        id, .shop(patch(call.json())), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.shops, id, call, app)
    },
  ]

  private static func patch(_ body: BodyReader) throws(Problem) -> ShopPatch {
    var patch = ShopPatch()
    patch.name = try body.change("name") { name throws(Problem) in try body.optionalThing(name, limit: 120) }
    patch.creditCode = try body.change("credit_code") { name throws(Problem) in try body.optionalText(name, limit: 40) }
    patch.kind = try body.change("kind") { name throws(Problem) in
      try body.optionalChoice(name, kinds) ?? "storefront"
    }
    patch.category = try body.change("category") { name throws(Problem) in try body.optionalThing(name, limit: 40) }
    patch.status = try body.change("status") { name throws(Problem) in try body.optionalChoice(name, statuses) }
    patch.opened = try body.change("opened") { name throws(Problem) in try body.optionalDay(name) }
    patch.licenceUntil = try body.change("licence_until") { name throws(Problem) in try body.optionalDay(name) }
    patch.closes = try body.change("closes") { _ throws(Problem) in try time(body) }
    patch.contact = try body.change("contact") { name throws(Problem) in try body.optionalThing(name, limit: 64) }
    patch.phone = try body.change("phone") { name throws(Problem) in try body.optionalText(name, limit: 32) }
    try body.finish()
    return patch
  }

  /// `22:30`; after midnight counts on to `29:59`.
  private static func time(_ body: BodyReader) throws(Problem) -> String? {
    guard let text = try body.optionalText("closes", limit: 5) else { return nil }
    let parts = text.split(separator: ":").compactMap { $0.count == 2 ? Int($0) : nil }
    guard parts.count == 2, (0...29).contains(parts[0]), (0...59).contains(parts[1]) else {
      throw body.bad("closes", "打烊时间应形如 22:30；次日凌晨两点写作 26:00。")
    }
    return text
  }
}

extension ShopRoutes {
  private static let fields: [(String, JSONValue)] = [
    ("name", Schemas.text), ("credit_code", Schemas.optionalText), ("kind", Schemas.words(kinds)),
    ("category", Schemas.optionalText), ("status", Schemas.words(statuses)), ("opened", Schemas.day),
    ("licence_until", Schemas.day), ("closes", Schemas.optionalText), ("contact", Schemas.optionalText),
    ("phone", Schemas.optionalText),
  ]

  private static let addDoc = RouteDoc(
    tag: "shops", id: "add_shop", summary: "A new shop at a house.",
    body: Schemas.object(
      fields + [("house_id", Schemas.integer), ("since", Schemas.day)], required: ["name", "house_id"]),
    status: 201, answer: Schemas.ref("Shop"))

  private static let changeDoc = RouteDoc(
    tag: "shops", id: "change_shop", summary: "New values for some fields; null empties one.",
    body: Schemas.object(fields), answer: Schemas.ref("Shop"), needsIfMatch: true)
}

import Kernel
import Server

/// Making and changing shops and assets.
package enum ShopRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/shops", addDoc) { call, app in
      let new = try ShopWire.new.read(call.json(), into: .init()).value
      let id = try await AddShop.run(
        new.draft, house: new.house, since: new.since, caller: call.caller, app: app)
      return try await RowRoutes.answer(.shops, id, call, app, status: 201)
    },
    .call(.patch, "/v1/shops/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let patch = try ShopWire.patch.read(call.json(), into: ShopPatch()).value
      try await ChangeRow.run(id, .shop(patch), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.shops, id, call, app)
    },
  ]
}

extension ShopRoutes {
  package static let schemas = Schemas.entries(ShopWire.new.entry, ShopWire.patch.entry)

  private static let addDoc = RouteDoc(
    tag: "shops", id: "add_shop", summary: "A new shop at a house.",
    body: ShopWire.new.schema, status: 201, answer: Schemas.ref("Shop"))

  private static let changeDoc = RouteDoc(
    tag: "shops", id: "change_shop", summary: "New values for some fields; null empties one.",
    body: ShopWire.patch.schema, answer: Schemas.ref("Shop"), needsIfMatch: true)
}

/// What is sent of shops.
private enum ShopWire {
  static let name = WireField("name", .thing(120))
  static let creditCode = WireField("credit_code", .text(40))
  static let kind = WireField("kind", .word(of: ["storefront", "company"]))
  static let category = WireField("category", .thing(40))
  static let status = WireField("status", .word(of: ["招租", "装修", "营业", "歇业"]))
  static let opened = WireField("opened", .day)
  static let licenceUntil = WireField("licence_until", .day)
  static let closes = WireField("closes", time)
  static let contact = WireField("contact", .thing(64))
  static let phone = WireField("phone", .text(32))

  struct New: Sendable {
    var (house, since) = (Int64(0), Day?.none)
    var draft = ShopDraft(name: "", kind: "storefront", source: "manual")
  }

  static let new = Input<New>(
    "NewShop",
    [
      WireField("house_id", .id).needed(\.house), WireField("since", .day).optional(\.since),
      name.needed(\.draft.name), creditCode.optional(\.draft.creditCode), kind.optional(\.draft.kind),
      category.optional(\.draft.category), status.optional(\.draft.status), opened.optional(\.draft.opened),
      licenceUntil.optional(\.draft.licenceUntil), closes.optional(\.draft.closes),
      contact.optional(\.draft.contact), phone.optional(\.draft.phone),
    ])

  static let patch = Input<ShopPatch>(
    "ShopPatch",
    [
      name.optional(\.name), creditCode.optional(\.creditCode), kind.optional(\.kind, empty: "storefront"),
      category.optional(\.category), status.optional(\.status), opened.optional(\.opened),
      licenceUntil.optional(\.licenceUntil), closes.optional(\.closes), contact.optional(\.contact),
      phone.optional(\.phone),
    ])

  /// `22:30`; after midnight counts on to `29:59`.
  private static let time = Codec<String>(
    answered: Schemas.text, sent: ["type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"], write: { .string($0) },
    read: { body, name throws(Problem) in
      guard let text = try body.optionalText(name, limit: 5) else { return nil }
      let parts = text.split(separator: ":").compactMap { $0.count == 2 ? Int($0) : nil }
      guard parts.count == 2, (0...29).contains(parts[0]), (0...59).contains(parts[1]) else {
        throw body.bad(name, "打烊时间应形如 22:30；次日凌晨两点写作 26:00。")
      }
      return text
    })
}

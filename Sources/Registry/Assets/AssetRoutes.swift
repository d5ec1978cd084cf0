import Kernel
import Server

/// Making and changing assets (设施设备).
package enum AssetRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/assets", addDoc) { call, app in
      let new = try AssetWire.new.read(call.json(), into: .init()).value
      let draft = AssetDraft(
        kind: new.kind, code: new.code, place: try place(new), status: new.status, due: new.due, source: "manual")
      let id = try await AddAsset.run(draft, caller: call.caller, app: app)
      return try await RowRoutes.answer(.assets, id, call, app, status: 201)
    },
    .call(.patch, "/v1/assets/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let patch = try AssetWire.patch.read(call.json(), into: AssetPatch()).value
      try await ChangeRow.run(id, .asset(patch), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.assets, id, call, app)
    },
  ]

  private static func place(_ new: AssetWire.New) throws(Problem) -> AssetPlace {
    switch (new.building, new.house) {
    case (let id?, nil): return .building(id)
    case (nil, let id?): return .house(id)
    default:
      let detail = "请在 building_id 和 house_id 中恰好填写一个。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/building_id"), detail)])
    }
  }

  package static let schemas = Schemas.entries(AssetWire.new.entry, AssetWire.patch.entry)

  private static let addDoc = RouteDoc(
    tag: "assets", id: "add_asset", summary: "A new asset on a building or a house.",
    body: AssetWire.new.schema, status: 201, answer: Schemas.ref("Asset"))

  private static let changeDoc = RouteDoc(
    tag: "assets", id: "change_asset", summary: "A new status or due date.",
    body: AssetWire.patch.schema, answer: Schemas.ref("Asset"), needsIfMatch: true)
}

/// What is sent of assets.
private enum AssetWire {
  static let status = WireField("status", .thing(40))
  static let due = WireField("due", .day)

  struct New: Sendable {
    var (kind, code) = ("", "")
    var (building, house) = (Int64?.none, Int64?.none)
    var (status, due) = (String?.none, Day?.none)
  }

  static let new = Input<New>(
    "NewAsset",
    [
      WireField("kind", .thing(40)).needed(\.kind), WireField("code", registered).needed(\.code),
      WireField("building_id", .id).optional(\.building), WireField("house_id", .id).optional(\.house),
      status.optional(\.status), due.optional(\.due),
    ])

  static let patch = Input<AssetPatch>("AssetPatch", [status.optional(\.status), due.optional(\.due)])

  /// What another register numbers it by.
  private static let registered = Codec<String>(
    answered: Schemas.text, sent: Schemas.plainText(64), write: { .string($0) },
    read: { body, name throws(Problem) in try body.optionalCode(name, limit: 64) })
}

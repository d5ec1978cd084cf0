import Kernel
import Server

/// Making and changing assets (设施设备).
package enum AssetRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/assets", addDoc) { call, app in
      let body = try call.json()
      let draft = AssetDraft(
        kind: try body.thing("kind", limit: 40), code: try code(body),
        place: try place(body), status: try body.optionalThing("status", limit: 40),
        due: try body.optionalDay("due"), source: "manual")
      try body.finish()
      let id = try await AddAsset.run(draft, caller: call.caller, app: app)
      return try await RowRoutes.answer(.assets, id, call, app, status: 201)
    },
    .call(.patch, "/v1/assets/{id}", changeDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      var patch = AssetPatch()
      patch.status = try body.change("status") { name throws(Problem) in try body.optionalThing(name, limit: 40) }
      patch.due = try body.change("due") { name throws(Problem) in try body.optionalDay(name) }
      try body.finish()
      try await ChangeRow.run(id, .asset(patch), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.assets, id, call, app)
    },
  ]

  private static func code(_ body: BodyReader) throws(Problem) -> String {
    guard let code = try body.optionalCode("code", limit: 64) else { throw body.bad("code", "缺少「code」。") }
    return code
  }

  private static func place(_ body: BodyReader) throws(Problem) -> AssetPlace {
    switch (try body.optionalInteger("building_id"), try body.optionalInteger("house_id")) {
    case (let id?, nil): return .building(id)
    case (nil, let id?): return .house(id)
    default: throw body.bad("building_id", "请在 building_id 和 house_id 中恰好填写一个。")
    }
  }

  private static let addDoc = RouteDoc(
    tag: "assets", id: "add_asset", summary: "A new asset on a building or a house.",
    body: Schemas.object(
      [
        ("kind", Schemas.text), ("code", Schemas.text), ("building_id", Schemas.optionalInteger),
        ("house_id", Schemas.optionalInteger), ("status", Schemas.optionalText), ("due", Schemas.day),
      ], required: ["kind", "code"]), status: 201, answer: Schemas.ref("Asset"))

  private static let changeDoc = RouteDoc(
    tag: "assets", id: "change_asset", summary: "A new status or due date.",
    body: Schemas.object([("status", Schemas.optionalText), ("due", Schemas.day)]), answer: Schemas.ref("Asset"),
    needsIfMatch: true)
}

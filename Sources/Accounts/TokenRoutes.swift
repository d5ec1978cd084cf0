import Kernel
import Server

/// Tokens of other systems, and the sessions that log-ins have made.
package enum TokenRoutes {
  package static let routes: [Route] = [
    .get("/v1/tokens", listDoc) { call, app in
      let of = try call.query["caller_id"].map { text throws(Problem) in
        guard let id = Int64(text), id > 0 else { throw call.bad("caller_id", "「caller_id」应为用户编号。") }
        return id
      }
      let page = try await ListTokens.run(
        of: of, in: app, by: call.caller, after: call.cursor() ?? 0, limit: call.limit())
      return .list(
        page.items.map { .object(CallerJSON.token($0)) }, total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .call(.post, "/v1/tokens", addDoc, keepsAnswer: false) { call, app in
      let body = try call.json()
      let request = CreateToken(
        name: try body.thing("name", limit: 256), role: try body.role(), areas: try body.optionalWords("areas") ?? [],
        unit: try body.optionalThing("unit"), expires: try body.optionalText("expires", limit: 16))
      try body.finish()
      let made = try await request.run(in: app, by: call.caller)
      return .json(
        .object([.init("token", .string(made.token))] + CallerJSON.token(made.info)), status: .created)
    },
    .call(.delete, "/v1/tokens/{id}", revokeDoc) { call, app in
      try await RevokeToken.run(call.id(), in: app, by: call.caller)
      return .noContent
    },
  ]

  private static let listDoc = RouteDoc(
    tag: "callers", id: "list_tokens", summary: "Tokens of a caller, or of all; everybody may list their own.",
    parameters: [.init(name: "caller_id", about: "The caller; all without.", schema: Schemas.integer)]
      + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Token")))

  private static let addDoc = RouteDoc(
    tag: "callers", id: "add_token", summary: "A token for another system, shown this once.",
    body: Schemas.object(
      [
        ("name", Schemas.text), ("role", CallerJSON.role), ("areas", Schemas.array(Schemas.text)),
        ("unit", Schemas.optionalText),
        ("expires", ["type": "string", "description": "12h, 90d, 52w; without: until it is revoked."]),
      ], required: ["name", "role"]), status: 201,
    answer: ["allOf": [Schemas.object([("token", Schemas.text)], required: ["token"]), Schemas.ref("Token")]])

  private static let revokeDoc = RouteDoc(
    tag: "callers", id: "revoke_token", summary: "Ends a token at once.", status: 204)
}

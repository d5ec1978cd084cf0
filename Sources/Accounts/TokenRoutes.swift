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
        page.items.map(AccountWire.tokenInfo.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .call(.post, "/v1/tokens", addDoc, keepsAnswer: false) { call, app in
      let request = try AccountWire.newToken.read(call.json(), into: CreateToken(name: "", role: .resident)).value
      return .json(AccountWire.made.json(try await request.run(in: app, by: call.caller)), status: .created)
    },
    .call(.delete, "/v1/tokens/{id}", revokeDoc) { call, app in
      try await RevokeToken.run(call.id(), in: app, by: call.caller)
      return .noContent
    },
  ]

  private static let listDoc = RouteDoc(
    tag: "callers", id: "list_tokens", summary: "Tokens of a caller, or of all; everybody may list their own.",
    parameters: [.init(name: "caller_id", about: "The caller; all without.", schema: Schemas.integer)]
      + RouteDoc.paging, answer: Schemas.page(AccountWire.tokenInfo.schema))

  private static let addDoc = RouteDoc(
    tag: "callers", id: "add_token", summary: "A token for another system, shown this once.",
    body: AccountWire.newToken.schema, status: 201, answer: AccountWire.made.schema, answersETag: false,
    answersLocation: false)

  private static let revokeDoc = RouteDoc(
    tag: "callers", id: "revoke_token", summary: "Ends a token at once.", status: 204)
}

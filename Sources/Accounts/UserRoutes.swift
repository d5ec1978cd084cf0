import Kernel
import Server

/// Everybody who may log in or holds a token, for the administrator.
package enum UserRoutes {
  package static let schemas = AccountWire.schemas

  package static let routes: [Route] = [
    .get("/v1/users", listDoc) { call, app in
      let page = try await ListCallers.run(
        in: app, by: call.caller, after: call.cursor() ?? 0, limit: call.limit())
      return .list(
        page.items.map { AccountWire.user.json(($0, nil)) }, total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/users/{id}", getDoc) { call, app in
      answer(try await GetCaller.run(call.id(), in: app, by: call.caller), call)
    },
    .call(.post, "/v1/users", addDoc, keepsAnswer: false) { call, app in
      let user = try AccountWire.newUser.read(call.json(), into: AddUser(name: "", role: .resident)).value
      let made = try await user.run(in: app, by: call.caller)
      var reply = answer(made.account, call, status: 201, password: made.generatedPassword)
      reply.headers[.location] = "/v1/users/\(made.account.id)"
      return reply
    },
    .call(.patch, "/v1/users/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let change = try AccountWire.userPatch.read(call.json(), into: ChangeCaller()).value
      return answer(try await change.run(id, expected: version, in: app, by: call.caller), call)
    },
  ]

  private static func answer(_ account: Account, _ call: RequestContext, status: Int = 200, password: String? = nil)
    -> Response
  {
    .row(
      AccountWire.user.json((account, password)).text, version: account.version, of: call,
      status: .init(code: status))
  }

  private static let listDoc = RouteDoc(
    tag: "callers", id: "list_users", summary: "Everybody who may call, in the order in which they were made.",
    parameters: RouteDoc.paging, answer: Schemas.page(AccountWire.user.schema))

  private static let getDoc = RouteDoc(
    tag: "callers", id: "get_user", summary: "One of them; everybody may see themselves.",
    answer: AccountWire.user.schema)

  private static let addDoc = RouteDoc(
    tag: "callers", id: "add_user",
    summary: "Somebody who logs in. Without a password one is made up and shown this once.",
    body: AccountWire.newUser.schema, status: 201, answer: AccountWire.user.schema)

  private static let changeDoc = RouteDoc(
    tag: "callers", id: "change_user", summary: "New values for some fields; null empties title or unit.",
    body: AccountWire.userPatch.schema, answer: AccountWire.user.schema, needsIfMatch: true)
}

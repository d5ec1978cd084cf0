import Kernel
import Server

/// Everybody who may log in or holds a token, for the administrator.
package enum UserRoutes {
  package static let routes: [Route] = [
    .get("/v1/users", listDoc) { call, app in
      let page = try await ListCallers.run(
        in: app, by: call.caller, after: call.cursor() ?? 0, limit: call.limit())
      return .list(
        page.items.map(CallerJSON.user), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/users/{id}", getDoc) { call, app in
      answer(try await GetCaller.run(call.id(), in: app, by: call.caller), call)
    },
    .call(.post, "/v1/users", addDoc, keepsAnswer: false) { call, app in
      let body = try call.json()
      let user = AddUser(
        name: try body.thing("name", limit: 256), role: try body.role(), areas: try body.optionalWords("areas") ?? [],
        title: try body.optionalThing("title") ?? "", unit: try body.optionalThing("unit"),
        password: try body.optionalSecret("password"))
      try body.finish()
      let made = try await user.run(in: app, by: call.caller)
      var reply = answer(made.account, call, status: 201, password: made.generatedPassword)
      reply.headers[.location] = "/v1/users/\(made.account.id)"
      return reply
    },
    .call(.patch, "/v1/users/{id}", changeDoc) { call, app in
      let (id, version, change) = (try call.id(), try call.ifMatch(), try change(call.json()))
      return answer(try await change.run(id, expected: version, in: app, by: call.caller), call)
    },
  ]

  private static func change(_ body: BodyReader) throws(Problem) -> ChangeCaller {
    let change = ChangeCaller(
      role: try body.optionalRole(), areas: try body.optionalWords("areas"), unit: try body.emptied("unit"),
      title: try body.emptied("title"), password: try body.optionalSecret("password"),
      isDisabled: try body.optionalFlag("disabled"), unlock: try body.optionalFlag("unlock") ?? false)
    try body.finish()
    return change
  }

  private static func answer(_ account: Account, _ call: RequestContext, status: Int = 200, password: String? = nil)
    -> Response
  {
    var user = CallerJSON.user(account)
    if let password, case .object(let members) = user {
      user = .object(members + [.init("password", .string(password))])
    }
    return .row(user.text, version: account.version, of: call, status: .init(code: status))
  }

  private static let listDoc = RouteDoc(
    tag: "callers", id: "list_users", summary: "Everybody who may call, in the order in which they were made.",
    parameters: RouteDoc.paging, answer: Schemas.page(Schemas.ref("User")))

  private static let getDoc = RouteDoc(
    tag: "callers", id: "get_user", summary: "One of them; everybody may see themselves.", answer: Schemas.ref("User"))

  private static let fields: [(String, JSONValue)] = [
    ("role", CallerJSON.role), ("areas", Schemas.array(Schemas.text)), ("title", Schemas.optionalText),
    ("unit", Schemas.optionalText), ("password", Schemas.text),
  ]

  private static let addDoc = RouteDoc(
    tag: "callers", id: "add_user",
    summary: "Somebody who logs in. Without a password one is made up and shown this once.",
    body: Schemas.object([("name", Schemas.text)] + fields, required: ["name", "role"]), status: 201,
    answer: ["allOf": [Schemas.ref("User"), Schemas.object([("password", Schemas.text)])]])

  private static let changeDoc = RouteDoc(
    tag: "callers", id: "change_user", summary: "New values for some fields; null empties title or unit.",
    body: Schemas.object(fields + [("disabled", Schemas.flag), ("unlock", Schemas.flag)]),
    answer: Schemas.ref("User"), needsIfMatch: true)
}

extension BodyReader {
  package func role() throws(Problem) -> Role {
    guard let role = try optionalRole() else {
      throw bad("role", "缺少「role」。", suggestions: Role.allCases.map(\.rawValue))
    }
    return role
  }

  func optionalRole() throws(Problem) -> Role? {
    try optionalChoice("role", Role.allCases.map(\.rawValue)).flatMap(Role.init)
  }

  /// Nil keeps, null becomes the empty text that takes the value away.
  fileprivate func emptied(_ name: String) throws(Problem) -> String? {
    has(name) ? try optionalText(name) ?? "" : nil
  }
}

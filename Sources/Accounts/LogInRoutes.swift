import Server

/// Coming in, going out, and who one is.
package enum LogInRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/login", logInDoc, access: .open, intake: .json(limit: 16 << 10)) { call, app in
      let body = try call.json()
      let (name, password) = (try body.text("name", limit: 256), try body.secret("password"))
      let device = try body.optionalText("device", limit: 128)
      try body.finish()
      let welcome = try await LogIn(name: name, password: password, device: device)
        .run(in: app, origin: call.origin)
      return .json(
        .object(
          [
            .init("token", .string(welcome.token)), .init("expires_at", .string(welcome.expiresAt.description)),
            .init("device", .string(welcome.device)),
          ] + CallerJSON.identity(welcome.account)))
    },
    .call(.post, "/v1/logout", logOutDoc) { call, app in
      try await LogOut.run(in: app, session: call.knownSession)
      return .noContent
    },
    .get("/v1/me", meDoc) { call, app in
      let me = try await WhoAmI.run(in: app, session: call.knownSession)
      return .json(
        .object(
          CallerJSON.identity(me.account) + [
            .init("rights", .texts(me.rights.map(\.rawValue))), .init("session", .bool(me.isLogIn)),
            .init("expires_at", .optional(me.expiresAt?.description)),
          ]))
    }.forWalls(),
    .call(.post, "/v1/me/password", passwordDoc) { call, app in
      let body = try call.json()
      let (old, new) = (try body.secret("old"), try body.secret("password"))
      try body.finish()
      try await ChangeOwnPassword(old: old, new: new).run(in: app, session: call.knownSession)
      return .noContent
    },
  ]

  private static let logInDoc = RouteDoc(
    tag: "callers", id: "log_in",
    summary: """
      A name and password for a token. Tries are limited for each address; whoever keeps `device` and sends it with the \
      next log-in is not locked out by what others try.
      """,
    body: Schemas.object(
      [("name", Schemas.text), ("password", Schemas.text), ("device", ["type": "string", "maxLength": 128])],
      required: ["name", "password"]),
    answer: Schemas.object(
      [("token", Schemas.text), ("expires_at", Schemas.instant), ("device", Schemas.text)]
        + CallerJSON.identityFields, required: ["token", "expires_at", "device", "name", "role"]))

  private static let logOutDoc = RouteDoc(
    tag: "callers", id: "log_out", summary: "Ends the session that asks.", status: 204)

  private static let meDoc = RouteDoc(
    tag: "callers", id: "get_me", summary: "Who the caller is, what the caller may, and until when.",
    answer: Schemas.object(
      CallerJSON.identityFields + [
        ("rights", Schemas.array(Schemas.text)), ("session", Schemas.flag), ("expires_at", Schemas.optionalInstant),
      ], required: ["id", "name", "role", "rights", "session"]))

  private static let passwordDoc = RouteDoc(
    tag: "callers", id: "change_own_password", summary: "A new password, with the old one. Other sessions end.",
    body: Schemas.object([("old", Schemas.text), ("password", Schemas.text)], required: ["old", "password"]),
    status: 204)
}

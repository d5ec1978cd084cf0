import Server

/// Coming in, going out, and who one is.
package enum LogInRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/login", logInDoc, access: .open, intake: .json(limit: 16 << 10)) { call, app in
      let sent = try AccountWire.logIn.read(call.json(), into: .init()).value
      let kept = try KeptLogIn(days: sent.keepDays, deviceName: sent.deviceName)
      let logIn = LogIn(name: sent.name, password: sent.password, device: sent.device, kept: kept)
      return .json(AccountWire.welcome.json(try await logIn.run(in: app, origin: call.origin)))
    },
    .call(.post, "/v1/logout", logOutDoc) { call, app in
      try await LogOut.run(in: app, session: call.knownSession)
      return .noContent
    },
    .get("/v1/me", meDoc) { call, app in
      .json(AccountWire.me.json(try await WhoAmI.run(in: app, session: call.knownSession)))
    }.forWalls(),
    .call(.post, "/v1/me/password", passwordDoc) { call, app in
      let sent = try AccountWire.newPassword.read(call.json(), into: .init()).value
      try await ChangeOwnPassword(old: sent.old, new: sent.new).run(in: app, session: call.knownSession)
      return .noContent
    },
  ]

  private static let logInDoc = RouteDoc(
    tag: "callers", id: "log_in",
    summary: """
      A name and password for a token. Tries are limited for each address; whoever keeps `device` and sends it with the \
      next log-in is not locked out by what others try. With `keep_days` and `device_name` the token lasts for days instead of \
      hours, one a device; for admins and auditors it never does, as `expires_at` says.
      """,
    body: AccountWire.logIn.schema, answer: AccountWire.welcome.schema)

  private static let logOutDoc = RouteDoc(
    tag: "callers", id: "log_out", summary: "Ends the session that asks.", status: 204)

  private static let meDoc = RouteDoc(
    tag: "callers", id: "get_me", summary: "Who the caller is, what the caller may, and until when.",
    answer: AccountWire.me.schema)

  private static let passwordDoc = RouteDoc(
    tag: "callers", id: "change_own_password", summary: "A new password, with the old one. Other sessions end.",
    body: AccountWire.newPassword.schema, status: 204)
}

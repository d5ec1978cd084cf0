import Kernel
import Server

/// What a street office looks at: one document of figures.
package enum DashboardRoutes {
  package static let routes: [Route] = [
    .get("/v1/dashboard", doc) { call, app in
      try await ReadDashboard.run(caller: call.caller, app: app).reply(to: call)
    }.forWalls()
  ]

  private static let doc = RouteDoc(
    tag: "analytics", id: "get_dashboard",
    summary: """
      The figures of the caller's areas in one document, for screens that ask again and again: send its ETag as If-None-Match, \
      and what has not changed is a 304. A wall's token gets no figure under five: null, with the place in `withheld` where a \
      larger one is hidden so that no small one can be computed.
      """,
    answer: Schemas.ref("Dashboard"), answersETag: true)
}

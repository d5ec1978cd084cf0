import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import Platform

/// The HTTP door of an office: the route table on Hummingbird's router.
package struct APIRouter: Sendable {
  let routes: [Route]
  private let responder: Responder
  private let metrics: PrometheusMetrics
  private let crossOrigin: CrossOrigin?

  /// - Parameters:
  ///   - api: what the features answer.
  ///   - notes: what the description says beyond the table of routes.
  ///   - pages: files that a browser may fetch without a token.
  ///   - gauges: what the features show of themselves at `/metrics`.
  ///   - origins: other sites whose pages may call the API from a browser; `*` for all.
  package init(
    app: AppContext, api: [RouteGroup], notes: APINotes, gauges: [GaugeSource] = [], pages: [PageAsset],
    origins: [String] = [], log: Logger
  ) {
    let table = api.flatMap(\.routes)
    routes =
      table + SystemRoutes.routes(describing: table, Schemas.all(of: api), notes, gauges) + pages.map(\.route)
    metrics = app.metrics
    responder = Responder(app: app, log: log)
    crossOrigin = origins.isEmpty ? nil : CrossOrigin(origins: origins)
  }

  /// The same door with other routes.
  package init(app: AppContext, routes: [Route], log: Logger) {
    self.routes = routes
    metrics = app.metrics
    responder = Responder(app: app, log: log)
    crossOrigin = nil
  }

  /// Everything that answers, as Hummingbird wants it.
  package func router() -> Router<APIRouterContext> {
    metrics.describe(RouteMeter.requests, "Requests by route and status.")
    metrics.describe(RouteMeter.seconds, "From the head of a request to its answer.")
    let router = Router(context: APIRouterContext.self)
    router.add(middleware: RequestIDs())
    if let crossOrigin { router.add(middleware: crossOrigin) }
    router.add(middleware: NotFoundAsProblem())
    for (path, routes) in Dictionary(grouping: routes, by: \.path) {
      let responder = responder
      for route in routes {
        let meter = RouteMeter(route, metrics)
        for method in route.method == .get ? [.get, .head] : [route.method] {
          router.on(RouterPath(path), method: method) { request, context in
            try await responder.respond(route, to: request, context, meter)
          }
        }
      }
      refuseOtherMethods(path, routes, router)
    }
    return router
  }

  /// 405 with Allow for the methods that the path does not have.
  private func refuseOtherMethods(_ path: String, _ routes: [Route], _ router: Router<APIRouterContext>) {
    let methods = routes.map(\.method)
    let allowed = methods + (methods.contains(.get) ? [.head] : [])
    for method in NotFoundAsProblem.methods where !allowed.contains(method) {
      router.on(RouterPath(path), method: method) { request, _ in
        let problem = Problem(.invalid, "method_not_allowed", "该地址不支持这个方法。")
        var reply = routes.first?.refuse(problem) ?? ProblemReply.reply(problem)
        reply.headers[.allow] = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        return Responder.response(reply, to: request)
      }
    }
  }
}

/// What the router itself refuses (no such path) as a problem, like every other failure.
private struct NotFoundAsProblem: RouterMiddleware {
  static let methods: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
  ]

  func handle(
    _ request: Request, context: APIRouterContext,
    next: (Request, APIRouterContext) async throws -> HummingbirdCore.Response
  ) async throws -> HummingbirdCore.Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      // A method that HTTP has and no route of ours: `APIRouter` refuses the others with what the path allows.
      let isOurs = Self.methods.contains(request.method)
      var reply = ProblemReply.reply(
        isOurs
          ? Problem(.notFound, "no_such_path", "没有这个地址。接口说明见 /openapi.json。")
          : Problem(.invalid, "method_not_allowed", "没有接口支持这个方法。"))
      if !isOurs { reply.headers[.allow] = "DELETE, GET, HEAD, PATCH, POST, PUT" }
      return Responder.response(reply, to: request)
    }
  }
}

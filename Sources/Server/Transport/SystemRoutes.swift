import HTTPTypes
import Kernel
import Platform

/// What machines ask: alive, ready, how busy, and how to call.
enum SystemRoutes {
  /// - Parameters:
  ///   - table: every other route that the description is to have.
  ///   - schemas: the shapes that they name.
  ///   - notes: what it says of them beyond that.
  ///   - gauges: what the features show of themselves.
  static func routes(
    describing table: [Route], _ schemas: [String: JSONValue], _ notes: APINotes, _ gauges: [GaugeSource]
  ) -> [Route] {
    let routes = [health, readiness, numbers(gauges)]
    return routes + [description(of: table + routes, schemas, notes)]
  }

  /// The process runs and answers; nothing is looked at.
  private static let health = Route.get(
    "/healthz",
    RouteDoc(
      tag: "system", id: "get_health", summary: "ok while the process answers.", answer: Schemas.text,
      produces: "text/plain"), access: .open
  ) { _, _ in .text("ok\n") }

  /// The index is built and the disk takes writes; until then 503.
  private static let readiness = Route.get(
    "/readyz",
    RouteDoc(
      tag: "system", id: "get_readiness",
      summary: "ready once the index is built and while the disk takes writes; 503 otherwise.",
      answer: Schemas.object([("status", Schemas.words(["ready"]))], required: ["status"])), access: .open
  ) { _, app in
    try app.requireReady()
    return .json(["status": "ready"])
  }

  private static func numbers(_ sources: [GaugeSource]) -> Route {
    let process = ProcessGauges()
    return .get(
      "/metrics",
      RouteDoc(
        tag: "system", id: "get_metrics",
        summary: "Prometheus' text format. Row counts only with the token of a caller who sees everything.",
        answer: Schemas.text, produces: "text/plain"), access: .open
    ) { call, app in
      var gauges = try await process.read(app, for: call.session?.caller)
      // One that cannot be read, because the disk is gone, is absent: the others are wanted then above all.
      for source in sources { gauges += (try? await source(app)) ?? [] }
      return .text(app.metrics.text(gauges), type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  /// The description is written once; it changes with the program only.
  private static func description(
    of table: [Route], _ schemas: [String: JSONValue], _ notes: APINotes
  ) -> Route {
    let doc = RouteDoc(
      tag: "system", id: "get_description", summary: "This description (OpenAPI 3.1).",
      answer: ["type": "object"], answersETag: true)
    let shape = Route.get("/openapi.json", doc, access: .open) { _, _ in .noContent }
    var bytes: [UInt8] = []
    OpenAPIDocument.build(table + [shape], schemas, notes).write(to: &bytes)
    let file = SpooledFile(bytes: bytes, contentType: Response.json)
    return .get("/openapi.json", doc, access: .open) { call, _ in file.reply(to: call) }
  }
}

extension Response {
  package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
    Response(headers: [.contentType: type], body: Array(text.utf8))
  }
}

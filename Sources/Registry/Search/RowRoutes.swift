import Kernel
import Platform
import Server

/// `GET /v1/{kind}/{id}`: one row, all of its columns, its tags, and its version as ETag.
package enum RowRoutes {
  package static let routes: [Route] = [
    (SubjectKind.people, "Person"), (.houses, "House"), (.buildings, "Building"), (.shops, "Shop"), (.assets, "Asset"),
  ].map { kind, schema in
    Route.get(
      "/v1/\(kind.rawValue)/{id}",
      RouteDoc(
        tag: kind.rawValue, id: "get_\(kind.rawValue)", summary: "One of the \(kind.rawValue).",
        answer: Schemas.ref(schema))
    ) { call, app in
      try await answer(kind, call.id(), call, app)
    }
  }

  package static func answer(
    _ kind: SubjectKind, _ id: Int64, _ call: RequestContext, _ app: AppContext, status: Int = 200
  ) async throws -> Response {
    let row = try await GetRow.run(kind, id, caller: call.caller, app: app)
    var reply = Response.row(row.json, version: row.version, of: call, status: .init(code: status), withMore: true)
    if status == 201 { reply.headers[.location] = "/v1/\(kind.rawValue)/\(id)" }
    return reply
  }
}

import HTTPTypes
import Kernel
import Ledgers
import Server

/// The rows of a run as a file: at once, or made in the background and fetched when they are there.
package enum ExportRoutes {
  package static let routes: [Route] =
    ExportFormat.allCases.map { format in
      .get("/v1/runs/{id}.\(format.rawValue)", fileDoc(format), endsWithClient: format == .xlsx) { call, app in
        .export(
          try await ExportRun.run(wish(call, format), caller: call.caller, app: app), isDownload: format != .json)
      }
    } + [
      .call(.post, "/v1/runs/{id}/exports", beginDoc) { call, app in
        let job = try await BeginExport.run(wish(call), caller: call.caller, app: app)
        var reply = Response.json(json(job), status: .accepted)
        reply.headers[.location] = "/v1/exports/\(job.id)"
        return reply
      },
      .get("/v1/exports/{id}", getDoc) { call, app in
        .json(json(try await GetExport.run(call.word("id"), caller: call.caller, app: app)))
      },
      .get("/v1/exports/{id}/file", fetchDoc) { call, app in
        .export(try await FetchExport.run(call.word("id"), caller: call.caller, app: app))
      },
      .call(.post, "/v1/exports/{id}/cancel", cancelDoc) { call, app in
        .json(json(try await CancelExport.run(call.word("id"), caller: call.caller, app: app)))
      },
    ]

  private static func wish(_ call: RequestContext, _ format: ExportFormat) throws(Problem) -> ExportInput {
    let reveal = try call.words("reveal")
    if reveal == nil, call.query["reason"] != nil {
      throw call.bad("reason", "「reason」与「reveal」一起使用。")
    }
    return ExportInput(
      run: try call.id(), format: format, columns: try call.words("columns"),
      reveal: reveal.map { RunReveal(columns: Set($0), reason: call.query["reason"] ?? "") },
      describe: { LedgerJSON.json($0) })
  }

  private static func wish(_ call: RequestContext) throws(Problem) -> ExportInput {
    let body = try call.json()
    let formats = ExportFormat.allCases.map(\.rawValue)
    guard let format = try body.optionalChoice("format", formats).flatMap(ExportFormat.init) else {
      throw body.bad("format", "缺少「format」。", suggestions: formats)
    }
    let (columns, reveal) = (try body.optionalWords("columns"), try body.optionalWords("reveal"))
    let reason = try body.optionalText("reason", limit: 500)
    if reveal == nil, reason != nil { throw body.bad("reason", "「reason」与「reveal」一起使用。") }
    try body.finish()
    return ExportInput(
      run: try call.id(), format: format, columns: columns,
      reveal: reveal.map { RunReveal(columns: Set($0), reason: reason ?? "") }, describe: { LedgerJSON.json($0) })
  }

  private static func json(_ job: ExportJob) -> JSONValue {
    [
      "id": .string(job.id), "run_id": .integer(job.run), "format": .string(job.format.rawValue),
      "state": .string(job.state.rawValue), "done": .integer(job.done), "total": .integer(job.total),
      "file_name": .string(job.fileName),
    ]
  }
}

import HTTPTypes
import Kernel
import Server

/// The runs of ledgers: what was frozen, and what was noted on it.
package enum RunRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/runs", onceDoc) { call, app in
      let (wish, asOf) = try LedgerBody.readWithDay(call.json())
      return made(try await RunOnce.run(wish, asOf: asOf, caller: call.caller, app: app))
    },
    .get("/v1/runs/{id}", getDoc) { call, app in
      .json(LedgerJSON.json(try await GetRun.run(call.id(), caller: call.caller, app: app)))
    },
    .call(.delete, "/v1/runs/{id}", deleteDoc) { call, app in
      try await DeleteRun.run(call.id(), caller: call.caller, app: app)
      return .noContent
    },
    .get("/v1/runs/{id}/rows", rowsDoc) { call, app in
      let answer = try await ReadRunRows.run(
        call.id(), cursor: call.query["cursor"], limit: call.number("limit", default: 50, in: 1...500),
        caller: call.caller, app: app)
      return .json(page(answer))
    },
    .get("/v1/runs/{id}/diff", diffDoc) { call, app in
      let against = try call.rowID("against")
      return .json(
        RunDiffJSON.json(
          try await DiffRuns.run(
            call.id(), against: against, limit: call.number("limit", default: 50, in: 1...500), caller: call.caller,
            app: app)))
    },
    .call(.put, "/v1/runs/{id}/rows/{subject_id}/marks", markDoc) { call, app in
      let item = MarkRun.Item(try call.id("subject_id"), try members(call.json(), but: []))
      let outcomes = try await MarkRun.run(
        call.id(), [.success(item)], caller: call.caller, app: app)
      switch outcomes.first {
      case .marked(let marks)?: return .json(json(marks, of: item.subject))
      case .failed(let problem)?: throw problem
      case nil: return .noContent
      }
    },
    .call(.post, "/v1/runs/{id}/marks", marksDoc) { call, app in
      let items = try items(call.json())
      let outcomes = try await MarkRun.run(call.id(), items, caller: call.caller, app: app)
      return .json(["items": .array(zip(items, outcomes).enumerated().map { json($1.0, $1.1, at: $0) })])
    },
    .call(.post, "/v1/runs/{id}/cancel", cancelDoc) { call, app in
      .json(LedgerJSON.json(try await CancelRun.run(call.id(), caller: call.caller, app: app)))
    },
  ]

  /// The run with where it is; 202 while it is being made.
  static func made(_ view: RunView) -> Response {
    var reply = Response.json(LedgerJSON.json(view), status: view.row.state == .making ? .accepted : .created)
    reply.headers[.location] = "/v1/runs/\(view.row.id)"
    return reply
  }

  /// What is to be noted, by note. The notes are the ledger's, so that any name may come; the use case knows them.
  private static func members(
    _ body: BodyReader, but known: Set<String>
  ) throws(Problem) -> [JSONValue.Member] {
    let members = body.rest(but: known)
    try body.finish()
    return members
  }

  private static func items(_ body: BodyReader) throws(Problem) -> [Result<MarkRun.Item, Problem>] {
    guard case .array(let values)? = body.value("items") else { throw body.bad("items", "「items」应为数组。") }
    try body.finish()
    return values.enumerated().map { index, value in
      do throws(Problem) {
        let body = try BodyReader(value, at: "/items/\(index)")
        return .success(
          MarkRun.Item(try body.integer("subject_id"), try members(body, but: ["subject_id"])))
      } catch {
        return .failure(error)
      }
    }
  }

  private static func json(_ marks: [RunMark], of subject: Int64) -> JSONValue {
    ["id": .integer(subject), "marks": RunLine.json(marks)]
  }

  private static func json(
    _ item: Result<MarkRun.Item, Problem>, _ outcome: MarkRun.Outcome, at index: Int
  ) -> JSONValue {
    switch outcome {
    case .marked(let marks):
      let subject = (try? item.get().subject) ?? 0
      return ["index": .integer(index), "status": 200, "row": json(marks, of: subject), "error": .null]
    case .failed(let problem):
      return [
        "index": .integer(index), "status": .integer(ProblemReply.status(problem)), "row": .null,
        "error": ProblemReply.json(problem),
      ]
    }
  }

  private static func page(_ answer: ReadRunRows.Answer) -> [UInt8] {
    let columns = answer.view.row.draft.columns
    var bytes = Array("{\"total\":\(answer.view.total),\"items\":[".utf8)
    for (index, line) in answer.lines.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      line.write(columns, to: &bytes)
    }
    bytes.append(contentsOf: "],\"next_cursor\":".utf8)
    JSONValue.optional(answer.next).write(to: &bytes)
    bytes.append(contentsOf: ",\"as_of\":\"\(answer.view.row.draft.asOf)\"}".utf8)
    return bytes
  }
}

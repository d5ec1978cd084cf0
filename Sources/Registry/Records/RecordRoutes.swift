import Kernel
import Server

/// The records of the datasets.
package enum RecordRoutes {
  package static let routes: [Route] = [
    .get("/v1/records", listDoc) { call, app in
      guard let dataset = call.query["dataset"] else { throw call.bad("dataset", "请填写 dataset。") }
      let (total, items, next) = try await ListRecords.run(
        dataset, subject: call.rowID("subject_id"), after: call.rowID("cursor"),
        limit: call.number("limit", default: 50, in: 1...500), caller: call.caller, app: app)
      return .list(
        try items.map(json), total: total, next: next.map { String($0) }, asOf: app.clock.today)
    },
    .call(.post, "/v1/records", addDoc) { call, app in
      let body = try call.json()
      guard let data = body.value("data") else { throw body.bad("data", "缺少「data」。") }
      let request = AddRecord.Request(
        try body.text("dataset", limit: 32), subject: try body.integer("subject_id"), data: data,
        source: try body.optionalThing("source", limit: 64) ?? "manual")
      try body.finish()
      let view = try await AddRecord.run(request, caller: call.caller, app: app)
      var reply = try answer(view, call, status: 201)
      reply.headers[.location] = "/v1/records/\(view.row.id)"
      return reply
    },
    .get("/v1/records/{id}", getDoc) { call, app in
      try await answer(GetRecord.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/records/{id}", changeDoc) { call, app in
      let (id, version, body) = (try call.id(), try call.ifMatch(), try call.json())
      let data = body.value("data")
      let source = try body.change("source") { name throws(Problem) in try body.text(name, limit: 64) }
      try body.finish()
      return try await answer(
        ChangeRecord.run(id, data: data, source: source, version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/records/{id}", removeDoc) { call, app in
      try await RemoveRecord.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
  ]

  private static func answer(_ view: RecordView, _ call: RequestContext, status: Int = 200) throws -> Response {
    .row(try json(view).text, version: view.row.version, of: call, status: .init(code: status))
  }

  private static func json(_ view: RecordView) throws -> JSONValue {
    let row = view.row
    return [
      "id": .integer(row.id), "dataset": .string(view.dataset.entry.code),
      "subject": .string(row.target.subject.rawValue), "subject_id": .integer(row.target.id),
      "data": try JSONReader.read(row.data), "source": .string(row.source), "version": .integer(row.version),
      "updated_at": .string(row.updatedAt),
    ]
  }

  package static let schemas: [String: JSONValue] = [
    "Record": Schemas.object(
      [
        ("id", Schemas.integer), ("dataset", Schemas.text),
        ("subject", Schemas.words(TagSubject.allCases.map(\.rawValue))), ("subject_id", Schemas.integer),
        ("data", ["type": "object"]), ("source", Schemas.text), ("version", Schemas.integer),
        ("updated_at", Schemas.text),
      ], required: ["id", "dataset", "subject", "subject_id", "data", "version"])
  ]

  private static let listDoc = RouteDoc(
    tag: "datasets", id: "list_records", summary: "The records of a dataset, by id.",
    parameters: [
      .init(name: "dataset", about: "The dataset's code.", schema: Schemas.text, isRequired: true),
      .init(name: "subject_id", about: "Only those of this subject.", schema: Schemas.integer),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Record")))

  private static let getDoc = RouteDoc(
    tag: "datasets", id: "get_record", summary: "One record.", answer: Schemas.ref("Record"))

  private static let addDoc = RouteDoc(
    tag: "datasets", id: "add_record", summary: "A new record of a dataset.",
    body: Schemas.object(
      [
        ("dataset", Schemas.text), ("subject_id", Schemas.integer), ("data", ["type": "object"]),
        ("source", Schemas.text),
      ], required: ["dataset", "subject_id", "data"]), status: 201, answer: Schemas.ref("Record"))

  private static let changeDoc = RouteDoc(
    tag: "datasets", id: "change_record", summary: "New values for some fields; null takes one away.",
    body: Schemas.object([("data", ["type": "object"]), ("source", Schemas.text)]), answer: Schemas.ref("Record"),
    needsIfMatch: true)

  private static let removeDoc = RouteDoc(
    tag: "datasets", id: "remove_record", summary: "Removes a record that should not have been made.", status: 204,
    needsIfMatch: true)
}

extension RequestContext {
  /// A row's id in the query; nil when absent.
  package func rowID(_ name: String) throws(Problem) -> Int64? {
    guard let text = query[name] else { return nil }
    guard let id = Int64(text), id >= 0 else { throw bad(name, "「\(name)」应为整数。") }
    return id
  }
}

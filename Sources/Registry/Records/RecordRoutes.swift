import Kernel
import Server

/// The records of the datasets.
package enum RecordRoutes {
  package static let routes: [Route] = [
    .get("/v1/records", listDoc) { call, app in
      let (subject, id) = (try call.choice("subject", TagSubject.self), try call.rowID("subject_id"))
      let (after, limit) = (try call.rowID("cursor"), try call.number("limit", default: 50, in: 1...500))
      let (total, items, next): (Int, [RecordView], Int64?)
      if let dataset = call.query["dataset"] {
        guard subject == nil else { throw call.bad("subject", "「subject」只与 subject_id 一起填写，不与 dataset 一起。") }
        (total, items, next) = try await ListRecords.run(
          dataset, subject: id, after: after, limit: limit, caller: call.caller, app: app)
      } else if let subject, let id {
        (total, items, next) = try await ListRecords.run(
          of: TagTarget(subject, id), after: after, limit: limit, caller: call.caller, app: app)
      } else {
        throw call.bad("dataset", "请填写 dataset，或 subject 和 subject_id。")
      }
      return .list(
        try items.map(RecordWire.json), total: total, next: next.map { String($0) }, asOf: app.clock.today)
    },
    .call(.post, "/v1/records", addDoc) { call, app in
      let request = try RecordWire.new.read(call.json(), into: .init("", subject: 0, data: .null))
      let view = try await AddRecord.run(request.value, caller: call.caller, app: app)
      var reply = try answer(view, call, status: 201)
      reply.headers[.location] = "/v1/records/\(view.row.id)"
      return reply
    },
    .get("/v1/records/{id}", getDoc) { call, app in
      try await answer(GetRecord.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/records/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let patch = try RecordWire.patch.read(call.json(), into: .init()).value
      return try await answer(
        ChangeRecord.run(
          id, data: patch.data, source: patch.source, version: version, caller: call.caller, app: app), call)
    },
    .call(.delete, "/v1/records/{id}", removeDoc) { call, app in
      try await RemoveRecord.run(call.id(), version: call.ifMatch(), caller: call.caller, app: app)
      return .noContent
    },
  ]

  private static func answer(_ view: RecordView, _ call: RequestContext, status: Int = 200) throws -> Response {
    .row(try RecordWire.json(view).text, version: view.row.version, of: call, status: .init(code: status))
  }

  package static let schemas = Schemas.entries(
    RecordWire.record.entry, RecordWire.new.entry, RecordWire.patch.entry)

  private static let listDoc = RouteDoc(
    tag: "datasets", id: "list_records",
    summary: "The records of a dataset, or those of one subject over all datasets, by id.",
    parameters: [
      .init(name: "dataset", about: "The dataset's code.", schema: Schemas.text),
      .init(
        name: "subject", about: "Without `dataset`: what kind of subject `subject_id` is.",
        schema: Schemas.words(TagSubject.allCases.map(\.rawValue))),
      .init(name: "subject_id", about: "Only those of this subject.", schema: Schemas.integer),
    ] + RouteDoc.paging, answer: Schemas.page(RecordWire.record.schema), refuses: [404])

  private static let getDoc = RouteDoc(
    tag: "datasets", id: "get_record", summary: "One record.", answer: RecordWire.record.schema)

  private static let addDoc = RouteDoc(
    tag: "datasets", id: "add_record", summary: "A new record of a dataset.",
    body: RecordWire.new.schema, status: 201, answer: RecordWire.record.schema)

  private static let changeDoc = RouteDoc(
    tag: "datasets", id: "change_record", summary: "New values for some fields; null takes one away.",
    body: RecordWire.patch.schema, answer: RecordWire.record.schema, needsIfMatch: true)

  private static let removeDoc = RouteDoc(
    tag: "datasets", id: "remove_record", summary: "Removes a record that should not have been made.", status: 204,
    needsIfMatch: true)
}

/// What records look like on the wire.
private enum RecordWire {
  static let dataset = WireField("dataset", .text(32))
  static let subject = WireField("subject_id", .id)
  static let data = WireField("data", .json(["type": "object"]))
  static let source = WireField("source", .thing(64))

  struct Patch: Sendable {
    var data: JSONValue?
    var source = FieldChange<String>.keep
  }

  static let record = Shape<(view: RecordView, data: JSONValue)>(
    "Record",
    [
      WireField("id", .id).from { $0.view.row.id }, dataset.from { $0.view.dataset.entry.code },
      WireField("subject", Codec<TagSubject>.word()).from { $0.view.row.target.subject },
      subject.from { $0.view.row.target.id }, data.from { $0.data }, source.from { $0.view.row.source },
      WireField("version", .version).from { $0.view.row.version },
      WireField("updated_at", .instant).from { $0.view.row.updatedAt },
    ])

  static func json(_ view: RecordView) throws -> JSONValue {
    record.json((view, try JSONReader.read(view.row.data)))
  }

  static let new = Input<AddRecord.Request>(
    "NewRecord",
    [data.needed(\.data), dataset.needed(\.dataset), subject.needed(\.subject), source.optional(\.source)])
  static let patch = Input<Patch>("RecordPatch", [data.optional(\.data), source.kept(\.source)])
}

extension RequestContext {
  /// A row's id in the query; nil when absent.
  package func rowID(_ name: String) throws(Problem) -> Int64? {
    guard let text = query[name] else { return nil }
    guard let id = Int64(text), id >= 0 else { throw bad(name, "「\(name)」应为整数。") }
    return id
  }
}

import Domain
import HTTPTypes
import UseCases

/// The feed that other systems follow.
enum ChangeRoutes {
  static let routes: [Route] = [
    .get("/v1/changes", doc) { call, office in
      let answer = try await ReadChanges.run(
        since: call.rowID("since") ?? 0, limit: call.number("limit", default: 50, in: 1...500), caller: call.caller,
        office: office)
      return .json([
        "items": .array(answer.items.map(json)), "next_since": .integer(answer.nextSince),
        "more": .bool(answer.hasMore),
      ])
    },
    .get("/v1/events", eventsDoc) { call, office in
      let caller = try call.caller
      let last = call.headers[.lastEventID].flatMap { Int64($0) }
      let newest = try await ReadChanges.newest(caller: caller, office: office)
      let feed = EventFeed(since: try call.rowID("since") ?? last ?? newest, office: office) {
        try await office.security.authenticator.authenticate(bearer: call.bearer, origin: call.origin)
      }
      return Reply(
        headers: [.contentType: "text/event-stream; charset=utf-8"],
        stream: AsyncThrowingStream { try await feed.next() })
    },
  ]

  static func json(_ line: FeedLine) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("seq", .integer(line.seq)), .init("at", .string(line.at)),
      .init("subject", .string(line.subject.rawValue)), .init("id", .integer(line.id)),
      .init("action", .string(line.action)),
    ]
    return .object(members + (line.state.map { [.init("state", .string($0))] } ?? []))
  }

  static let schemas: [String: JSONValue] = [
    "Changes": Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object(
              [
                ("seq", Schemas.integer), ("at", Schemas.text),
                ("subject", Schemas.words(SubjectKind.allCases.map(\.rawValue))), ("id", Schemas.integer),
                ("action", Schemas.words(["create", "update", "delete"])),
                ("state", Schemas.words(WorkOrderState.allCases.map(\.rawValue))),
              ], required: ["seq", "at", "subject", "id", "action"]))
        ), ("next_since", Schemas.integer), ("more", Schemas.flag),
      ], required: ["items", "next_since", "more"])
  ]

  private static let doc = RouteDoc(
    tag: "changes", id: "list_changes",
    summary: "What changed after a moment, in order. Ask again with next_since; at once while there is more.",
    parameters: [
      .init(name: "since", about: "next_since of the answer before; 0 from the beginning.", schema: Schemas.integer),
      .init(name: "limit", about: "The most lines.", schema: Schemas.pageSize),
    ], answer: Schemas.ref("Changes"))

  private static let eventsDoc = RouteDoc(
    tag: "changes", id: "follow_changes",
    summary:
      "The same as server-sent events: id is seq, data a line of the feed. Ends after five minutes; go on from id.",
    parameters: [
      .init(name: "since", about: "A seq; else Last-Event-ID, else from now on.", schema: Schemas.integer)
    ], answer: Schemas.text, produces: "text/event-stream")
}

extension HTTPField.Name {
  /// What an EventSource says when it comes back.
  fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .accept
}

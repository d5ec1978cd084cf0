import HTTPTypes
import Kernel
import NIOCore
import Platform
import Server

/// The feed that other systems follow.
package enum ChangeRoutes {
  package static let routes: [Route] = [
    .get("/v1/changes", doc) { call, app in
      let (caller, limit) = (try call.caller, try call.number("limit", default: 50, in: 1...500))
      let cursor = try cursor(call) ?? FeedCursor(after: 0, epoch: nil)
      let since = try await ReadChanges.place(of: cursor, caller: caller, app: app)
      let answer = try await ReadChanges.run(since: since, limit: limit, caller: caller, app: app)
      return .json([
        "items": .array(answer.items.map(json)), "next_since": .integer(answer.nextSince),
        "more": .bool(answer.hasMore), "epoch": .string(answer.epoch),
      ])
    },
    .get("/v1/events", eventsDoc) { call, app in
      let caller = try call.caller
      if caller.role == .wall { return .events(try wallFeed(call, app)) }
      let since: Int64
      if let cursor = try lastEvent(call) ?? cursor(call) {
        since = try await ReadChanges.place(of: cursor, caller: caller, app: app)
      } else {
        since = try await ReadChanges.newest(caller: caller, app: app)
      }
      let feed = EventFeed(since: since, app: app, seat: try seats.take(caller)) {
        try await app.security.authenticator.authenticate(bearer: call.bearer, origin: call.origin)
      }
      return .events(AsyncThrowingStream { try await feed.next() })
    }.forWalls(),
  ]

  private static let seats = FeedSeats(perCaller: 20, total: 200)
  /// Walls ask memory, and many may have one token.
  private static let wallSeats = FeedSeats(perCaller: 200, total: 1000)

  private static func wallFeed(_ call: RequestContext, _ app: AppContext) throws -> AsyncThrowingStream<
    ByteBuffer, any Error
  > {
    let feed = WallFeed(app: app, seat: try wallSeats.take(call.caller)) {
      try await app.security.authenticator.authenticate(bearer: call.bearer, origin: call.origin)
    }
    return AsyncThrowingStream { try await feed.next() }
  }

  /// What the caller has, from the query.
  private static func cursor(_ call: RequestContext) throws(Problem) -> FeedCursor? {
    let epoch = call.query["epoch"]
    guard let text = call.query["since"] else { return nil }
    guard let cursor = FeedCursor(text) else {
      throw call.bad("since", "「since」应为 next_since 给出的数字，或 latest。")
    }
    guard case .after(let seq) = cursor.place, let epoch, !epoch.isEmpty else { return cursor }
    return FeedCursor(after: seq, epoch: epoch)
  }

  /// What an EventSource has when it comes back. It repeats the address that it began with, so this goes before `since`.
  private static func lastEvent(_ call: RequestContext) throws(Problem) -> FeedCursor? {
    guard let text = call.headers[.lastEventID], !text.isEmpty else { return nil }
    guard let cursor = FeedCursor(text), cursor.place != .latest else {
      throw call.bad("Last-Event-ID", "「Last-Event-ID」应为收到的事件的 id。")
    }
    return cursor
  }

  static func json(_ line: FeedLine) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("seq", .integer(line.seq)), .init("at", .string(line.at)),
      .init("subject", .string(line.subject.rawValue)), .init("id", .integer(line.id)),
      .init("action", .string(line.action)),
    ]
    return .object(members + (line.state.map { [.init("state", .string($0))] } ?? []))
  }

  package static let schemas: [String: JSONValue] = [
    "Changes": Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object(
              [
                ("seq", Schemas.integer), ("at", Schemas.text),
                ("subject", Schemas.words(SubjectKind.allCases.map(\.rawValue))), ("id", Schemas.integer),
                ("action", Schemas.words(["create", "update", "delete", "leave"])),
                ("state", Schemas.words(WorkOrderState.allCases.map(\.rawValue))),
              ], required: ["seq", "at", "subject", "id", "action"]))
        ), ("next_since", Schemas.integer), ("more", Schemas.flag), ("epoch", Schemas.text),
      ], required: ["items", "next_since", "more", "epoch"])
  ]

  private static let doc = RouteDoc(
    tag: "changes", id: "list_changes",
    summary: """
      What changed after a moment, in order. Ask again with next_since and epoch; at once while there is more. 410 \
      cursor_from_another_life after a backup was restored: read everything again, then go on from since=latest. leave: the \
      row lies elsewhere now or others have got it, so that it exists for the caller no more, with all that hangs on it.
      """,
    parameters: [
      .init(
        name: "since", about: "next_since of the answer before; 0 from the beginning, latest from now on.",
        schema: Schemas.cursor),
      .init(
        name: "epoch", about: "epoch of the answer before: which life of the feed since is of.", schema: Schemas.text),
      .init(name: "limit", about: "The most lines.", schema: Schemas.pageSize),
    ], answer: Schemas.ref("Changes"), refuses: [410])

  private static let eventsDoc = RouteDoc(
    tag: "changes", id: "follow_changes",
    summary:
      """
      The same as server-sent events: id is seq and epoch, data a line of the feed. Ends after five minutes; go on from id. \
      410 as for list_changes. A wall's token hears of no row: `event: dashboard` says that its figures have changed.
      """,
    parameters: [
      .init(
        name: "since", about: "A seq or an id, unless there is Last-Event-ID; else from now on.", schema: Schemas.cursor
      ),
      .init(name: "epoch", about: "Which life of the feed since is of.", schema: Schemas.text),
    ], answer: Schemas.text, produces: "text/event-stream", refuses: [410])
}

extension Response {
  /// Server-sent events.
  fileprivate static func events(_ stream: AsyncThrowingStream<ByteBuffer, any Error>) -> Response {
    Response(
      headers: [.contentType: "text/event-stream; charset=utf-8", .xAccelBuffering: "no"], stream: stream)
  }
}

extension HTTPField.Name {
  /// What an EventSource says when it comes back.
  fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .accept
  /// nginx keeps answers back until there is enough of them, unless it is told not to.
  fileprivate static let xAccelBuffering = HTTPField.Name("X-Accel-Buffering") ?? .accept
}

import Kernel
import Server

/// People who are there twice: who they may be, making one of two, and taking that back.
package enum MergeRoutes {
  package static let routes: [Route] = [
    .get("/v1/doubles", doublesDoc) { call, app in
      let (items, next) = try await FindDoubles.run(
        area: call.query["area"], after: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return .list(
        try items.map(MergeWire.json), total: nil, next: next.map { String($0) }, asOf: app.clock.today)
    },
    .call(.post, "/v1/people/{id}/merge", mergeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let merge = try await MergePeople.run(
        id, try MergeWire.read(call.json()), version: version, caller: call.caller, app: app)
      return .json(MergeWire.merge.json(merge))
    },
    .get("/v1/merges", listDoc) { call, app in
      let (items, next) = try await ListMerges.run(
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return .list(
        items.map(MergeWire.merge.json), total: nil, next: next.map { String($0) }, asOf: app.clock.today)
    },
    .call(.post, "/v1/merges/{id}/undo", undoDoc) { call, app in
      .json(MergeWire.merge.json(try await UndoMerge.run(call.id(), caller: call.caller, app: app)))
    },
  ]

  package static let schemas = Schemas.entries(
    MergeWire.double.entry, MergeWire.reason.entry, MergeWire.merge.entry, MergeWire.request.entry)

  private static let doublesDoc = RouteDoc(
    tag: "people", id: "list_doubles", summary: "Pairs of people who are likely one, by the id of the first.",
    about: """
      A page may come short, or empty, with a `next_cursor`: so many people are looked at for each. Needs `write`.
      """,
    parameters: [
      .init(name: "area", about: "The code of the area in which both live.", schema: Schemas.text)
    ] + RouteDoc.paging, answer: Schemas.page(MergeWire.double.schema))

  private static let mergeDoc = RouteDoc(
    tag: "people", id: "merge_people",
    summary: "Makes one of two people: this one is kept, the other ends, and what hangs on it moves.",
    about: """
      `take` says for each field whose value stays; else the kept one's, and where that is empty the other's. What is not \
      taken stays as a claim. Two identity numbers of one kind are refused unless `numbers_differ` is true, and where one of \
      the two has died `take` must say whose `death_date` stays. Needs `write`.
      """,
    body: MergeWire.request.schema, answer: MergeWire.merge.schema, needsIfMatch: true, answersETag: false)

  private static let listDoc = RouteDoc(
    tag: "people", id: "list_merges", summary: "What was made one, the latest first. Needs `write`.",
    parameters: RouteDoc.paging,
    answer: Schemas.page(MergeWire.merge.schema))

  private static let undoDoc = RouteDoc(
    tag: "people", id: "undo_merge",
    summary: "Puts both people back as they were, as long as nothing was built on it.",
    answer: MergeWire.merge.schema)
}

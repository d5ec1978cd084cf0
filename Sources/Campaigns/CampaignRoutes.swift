import HTTPTypes
import Kernel
import Platform
import Server

/// Handing something out, or asking at every door (发放, 排摸), and seeing where and how far it is.
package enum CampaignRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/campaigns", addDoc) { call, app in
      let view = try await StartCampaign.run(CampaignInput.wish(call.json()), caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/campaigns/\(view.row.id)"
      return reply
    },
    .get("/v1/campaigns", listDoc) { call, app in
      let page = try await ListCampaigns.run(
        isOpen: call.choice("state", State.self).map { $0 == .open }, before: call.cursor(), limit: call.limit(),
        caller: call.caller, app: app)
      return .list(
        page.items.map(CampaignWire.campaign.json), total: nil, next: page.next.map { String($0) },
        asOf: app.clock.today)
    },
    .get("/v1/campaigns/{id}", getDoc) { call, app in
      answer(try await GetCampaign.run(call.id(), caller: call.caller, app: app), call)
    },
    .call(.patch, "/v1/campaigns/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      let change = try CampaignInput.change.read(call.json(), into: .init()).value
      return answer(
        try await ChangeCampaign.run(id, change, version: version, caller: call.caller, app: app), call)
    },
    .call(.post, "/v1/campaigns/{id}/rounds", roundDoc) { call, app in
      let view = try await StartRound.run(call.id(), caller: call.caller, app: app)
      var reply = answer(view, call, status: 201)
      reply.headers[.location] = "/v1/campaigns/\(view.row.id)"
      return reply
    },
    .get("/v1/campaigns/{id}/deliveries", deliveriesDoc) { call, app in
      let (page, tree) = try await ListDeliveries.run(call.id(), wish(call), caller: call.caller, app: app)
      return .list(
        page.items.map { CampaignWire.delivery.json(($0, tree)) }, total: page.total,
        next: page.next.map { String($0) }, asOf: app.clock.today)
    },
    .get("/v1/campaigns/{id}/sheet.html", sheetDoc) { call, app in
      guard let building = try building(call) else { throw call.bad("building_id", "请用 building_id 指明哪一幢。") }
      let page = try await PrintDoors.run(
        call.id(), .init(building: building, round: round(call)), caller: call.caller, app: app)
      var reply = Response(headers: [.contentType: "text/html; charset=utf-8"], body: page)
      // The page has no script and fetches nothing; should an escape ever be missing, it still cannot.
      reply.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals"
      return reply
    },
    .call(.put, "/v1/campaigns/{id}/rounds/{round}/deliveries/{subject_id}", deliverDoc) { call, app in
      let (id, round, subject) = (try call.id(), try call.id("round"), try call.id("subject_id"))
      let entered = try CampaignInput.delivery.read(call.json(), into: .init()).value
      let item = EnterDeliveries.Item(subject, entered.delivery, expected: try expected(call))
      let outcomes = try await EnterDeliveries.run(
        id, round: Int(round), [.success(item)], caller: call.caller, app: app)
      switch outcomes.first {
      case .entered(let entry)?:
        let row = CampaignWire.delivery.json((entry, try app.index.areas))
        return .row(row.text, version: entry.version, of: call)
      case .failed(let problem)?: throw problem
      case nil: throw Problem.noSuchRow
      }
    },
    .call(.post, "/v1/campaigns/{id}/deliveries", deliverManyDoc) { call, app in
      let (round, items) = try CampaignInput.items(call.json())
      let outcomes = try await EnterDeliveries.run(call.id(), round: round, items, caller: call.caller, app: app)
      let tree = try app.index.areas
      return .json(["items": .array(outcomes.enumerated().map { json($1, at: $0, tree) })])
    },
    .get("/v1/campaigns/{id}/progress", progressDoc) { call, app in
      let id = try call.id()
      let answer = try await ReadProgress.run(
        id, by: call.choice("by", CampaignDimension.self) ?? .committee, round: round(call), caller: call.caller,
        app: app)
      return .json(CampaignWire.progress.json((id, answer, app.clock.today)))
    },
    .get("/v1/campaigns/{id}/newcomers", newcomersDoc) { call, app in
      let answer = try await FindNewcomers.run(call.id(), limit: call.limit(), caller: call.caller, app: app)
      return .json(CampaignWire.newcomers.json((answer, app.clock.today)))
    },
    .call(.post, "/v1/campaigns/{id}/newcomers", addNewcomersDoc) { call, app in
      let (added, view) = try await AddNewcomers.run(call.id(), caller: call.caller, app: app)
      return .json(["added": .integer(added), "campaign": CampaignWire.campaign.json(view)])
    },
  ]

  enum State: String, CaseIterable { case open, closed }

  private static func round(_ call: RequestContext) throws(Problem) -> Int? {
    call.query["round"] == nil ? nil : try call.number("round", default: 1, in: 1...1000)
  }

  private static func building(_ call: RequestContext) throws(Problem) -> Int64? {
    guard call.query["building_id"] != nil else { return nil }
    return Int64(try call.number("building_id", default: 1, in: 1...Int(UInt32.max)))
  }

  private static func wish(_ call: RequestContext) throws(Problem) -> ListDeliveries.Wish {
    ListDeliveries.Wish(
      round: try round(call), state: try call.choice("state", DeliveryState.self), area: call.query["area"],
      building: try building(call), after: try call.cursor(), limit: try call.limit())
  }

  /// Without `If-Match` there must be nothing yet; `*` is whatever is there.
  private static func expected(_ call: RequestContext) throws(Problem) -> DeliveryRules.Expected {
    guard call.headers[.ifMatch] != nil else { return .nothing }
    return try call.ifMatch().map { .version($0) } ?? .anything
  }

  private static func answer(_ view: CampaignView, _ call: RequestContext, status: Int = 200) -> Response {
    .row(
      CampaignWire.campaign.json(view).text, version: view.row.version, of: call, status: .init(code: status),
      withMore: true)
  }

  private static func json(_ outcome: EnterDeliveries.Outcome, at index: Int, _ tree: AreaTree) -> JSONValue {
    switch outcome {
    case .entered(let entry):
      [
        "index": .integer(index), "status": 200, "delivery": CampaignWire.delivery.json((entry, tree)), "error": .null,
      ]
    case .failed(let problem):
      [
        "index": .integer(index), "status": .integer(ProblemReply.status(problem)), "delivery": .null,
        "error": ProblemReply.json(problem),
      ]
    }
  }
}

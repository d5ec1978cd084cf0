import HTTPTypes
import Kernel
import Platform
import Server

/// Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2/): work orders for whoever speaks that standard. Each
/// route is there twice, in JSON and in XML, by the ending of its path.
package enum Open311Routes {
  private static let root = "/open311/v2"

  package static let routes: [Route] = pairs.flatMap { $0 }

  private static let pairs: [[Route]] = [
    both("/open311/discovery", discoveryDoc("open311_discovery"), access: .open) { call, _ in
      Open311Answer(root: "discovery", value: Open311JSON.discovery(at: call.site + root))
    },
    both("\(root)/discovery", discoveryDoc("open311_v2_discovery"), access: .open) { call, _ in
      Open311Answer(root: "discovery", value: Open311JSON.discovery(at: call.site + root))
    },
    both("\(root)/services", servicesDoc, access: .open) { _, app in
      let duties = try await ReadServices.all(app: app)
      return Open311Answer(root: "services", value: .array(duties.map(Open311JSON.service)))
    },
    both("\(root)/services/{code}", serviceDoc, access: .open) { call, app in
      let duty = try await ReadServices.one(call.word("code"), app: app)
      return Open311Answer(root: "service_definition", value: Open311JSON.definition(of: duty))
    },
    both("\(root)/requests", requestsDoc) { call, app in
      let withMore = try call.flag("extensions")
      let views = try await ReadRequests.run(Open311Query.requests(call), caller: call.caller, app: app)
      return requests(views, withMore)
    },
    both("\(root)/requests/{id}", requestDoc) { call, app in
      let withMore = try call.flag("extensions")
      let view = try await ReadRequests.one(
        call.id(), jurisdiction: call.query["jurisdiction_id"], caller: call.caller, app: app)
      return requests([view], withMore)
    },
    both("\(root)/tokens/{id}", tokenDoc) { call, app in
      let view = try await ReadRequests.one(
        call.id(), jurisdiction: call.query["jurisdiction_id"], caller: call.caller, app: app)
      let id = JSONValue.string(String(view.request.id))
      return Open311Answer(root: "service_requests", value: [["service_request_id": id, "token": id]])
    },
    both("\(root)/servicerequestupdates", updatesDoc) { call, app in
      let updates = try await ReadRequests.updates(
        Open311Query.updates(call), caller: call.caller, app: app)
      return Open311Answer(root: "service_request_updates", value: .array(updates.map(Open311JSON.update)))
    },
    both("\(root)/requests", postDoc, method: .post) { call, app in
      let answer = try await PostRequest.run(Open311Form.read(call), caller: call.caller, app: app)
      return Open311Answer(
        root: "service_requests", value: [Open311JSON.posted(answer)], status: answer.isNew ? 201 : 200)
    },
  ]

  private static func requests(_ views: [ReadRequests.View], _ withMore: Bool) -> Open311Answer {
    Open311Answer(root: "service_requests", value: .array(views.map { Open311JSON.request($0, withMore: withMore) }))
  }

  /// The route in either format, with the parameters that all of them have, and the errors of the standard.
  private static func both(
    _ path: String, _ doc: RouteDoc, method: HTTPRequest.Method = .get, access: Route.Access = .token,
    _ handler: @escaping @Sendable (RequestContext, AppContext) async throws -> Open311Answer
  ) -> [Route] {
    Open311Format.allCases.map { format in
      var doc = doc
      doc.id += "_\(format.rawValue)"
      doc.parameters += [jurisdiction, key]
      doc.produces = format.type
      doc.refusal = (format.type, format == .json ? Schemas.ref("Open311Errors") : Schemas.text)
      if format == .xml { doc.answer = Schemas.text }
      var route = Route.call(
        method, "\(path).\(format.rawValue)", doc, access: access,
        intake: method == .post ? .form(limit: 256 << 10) : nil
      ) { call, app in
        _ = try Jurisdiction.areas(call.query["jurisdiction_id"], app: app)
        return format.reply(try await handler(call, app))
      }
      route.keyParameter = "api_key"
      route.refuse = { format.refusal($0) }
      return route
    }
  }
}

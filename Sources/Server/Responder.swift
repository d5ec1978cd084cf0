import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import NIOCore
import NIOHTTP1
import Platform

/// Between Hummingbird and the handlers: who calls, what may be in the query, the body in its bounds, every failure as
/// a problem. Each step is the same for all routes, so that none can forget one.
struct Responder: Sendable {
  let app: AppContext
  let log: Logger
  private let intake = BodyCollector(budget: BodyBudget())

  init(app: AppContext, log: Logger) { (self.app, self.log) = (app, log) }

  /// - Throws: what the parser says of a body that is no HTTP: the connection answers that itself.
  func respond(
    _ route: Route, to request: Request, _ context: APIRouterContext, _ meter: RouteMeter
  ) async throws -> HummingbirdCore.Response {
    let start = ContinuousClock.now
    let reply: Response
    do {
      reply = try await answer(route, request, context)
    } catch let problem as Problem {
      reply = route.refuse(problem)
    } catch let error where app.storageProblem(error) != nil {
      reply = route.refuse(app.storageProblem(error) ?? Self.internalError)
    } catch let error as HTTPParserError {
      meter.add(status: 400, took: ContinuousClock.now - start)
      throw error
    } catch is ConnectionFault {
      reply = route.refuse(Problem(.invalid, "request_timeout", "请求来得太慢，没有收完。请在网络好时重试。"))
    } catch {
      // Whatever it is, its text may hold a row's data: the log gets the type only, the caller nothing.
      log.error("unexpected", metadata: ["id": "\(context.requestID)", "error": "\(type(of: error))"])
      reply = route.refuse(Self.internalError)
    }
    let took = ContinuousClock.now - start
    meter.add(status: reply.status.code, took: took)
    tell(route, reply, took, context)
    return Self.response(reply, to: request)
  }

  /// The line of the log. It has the route, never the path or the question: both may say whom somebody was looking for.
  private func tell(_ route: Route, _ reply: Response, _ took: Duration, _ context: APIRouterContext) {
    let level: Logger.Level =
      switch reply.status.code {
      case 500...: .error
      case _ where took > Self.slow: .warning
      case _ where route.access == .open && route.method == .get: .debug
      default: .info
      }
    let milliseconds = took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
    log.log(
      level: level, took > Self.slow ? "slow request" : "request",
      metadata: [
        "id": "\(context.requestID)", "route": "\(route.doc.id)", "status": "\(reply.status.code)",
        "ms": "\(milliseconds)",
      ])
  }

  /// What takes longer is worth a look.
  private static let slow = Duration.seconds(1)

  private static let onlyAWall = Problem(.forbidden, "wall_token", "这是大屏令牌，只能读取大屏数据（/v1/dashboard）。")

  private static let internalError = Problem(.internalFault, "internal_error", "服务器内部错误，操作没有完成。")

  private func answer(_ route: Route, _ request: Request, _ context: APIRouterContext) async throws -> Response {
    // Nothing else can be expected of us (RFC 9110 10.1.1).
    if let expected = request.headers[.expect], expected.lowercased() != "100-continue" {
      throw Problem(
        .invalid, "expectation_failed", "请求头 Expect 只能是 100-continue。",
        notes: [.init(.parameter("Expect"), "只能是 100-continue。")])
    }
    let (session, query, body) = try await taken(route, request, context)
    defer { intake.discard(body) }
    // Whoever writes must find what they have written. To log in and out needs no index.
    if route.method != .get, route.access == .token { try app.requireIndex() }
    let call = RequestContext(
      path: request.uri.path, captures: try captures(context), query: query, headers: request.headers, body: body,
      session: session, origin: origin(request, context), site: Self.site(request))
    if route.method == .post, route.access == .token, let key = request.headers[.idempotencyKey] {
      return try await Idempotency.answer(key, route, call, app)
    }
    guard route.endsWithClient, context.isConnected else { return try await route.run(call, app) }
    return try await request.body.consumeWithCancellationOnInboundClose { _ in
      try await route.run(call, app)
    }
  }

  /// Who calls, before anything else of the request is looked at. Where the token may be among the parameters or in the
  /// form, these come first.
  private func taken(
    _ route: Route, _ request: Request, _ context: APIRouterContext
  ) async throws -> (Session?, [String: String], RequestContext.Body) {
    guard let name = route.keyParameter else {
      let session = try await session(route, request, key: nil, context)
      return (session, try query(route, request), try await intake.take(route.intake, request, context))
    }
    var query = try query(route, request)
    let asked = query.removeValue(forKey: name)
    guard case .form = route.intake else {
      let session = try await session(route, request, key: asked, context)
      return (session, query, try await intake.take(route.intake, request, context))
    }
    var body = try await intake.take(route.intake, request, context)
    let sent = body.take(name)
    return (try await session(route, request, key: asked ?? sent, context), query, body)
  }

  /// - Parameter key: a token that came elsewhere than in the header, which goes before it.
  private func session(
    _ route: Route, _ request: Request, key: String?, _ context: APIRouterContext
  ) async throws -> Session? {
    let header = request.headers[.authorization]
    if let header, !header.lowercased().hasPrefix("bearer ") {
      throw Problem(.unauthenticated, "invalid_token", "只接受 Authorization: Bearer 令牌。")
    }
    guard let bearer = header.map({ RequestContext.bearer(in: $0) }) ?? key.flatMap({ $0.isEmpty ? nil : $0 }) else {
      if route.access == .open { return nil }
      throw Problem(.unauthenticated, "token_required", "请先登录，或在请求头中带上令牌：Authorization: Bearer …")
    }
    let session = try await app.security.authenticator.session(bearer: bearer, origin: origin(request, context))
    try app.security.requests.admit(session.caller)
    guard session.caller.role != .wall || route.isForWalls || route.access == .open else { throw Self.onlyAWall }
    return session
  }

  private func query(_ route: Route, _ request: Request) throws(Problem) -> [String: String] {
    guard let text = request.uri.query, !text.isEmpty else { return [:] }
    var query: [String: String] = [:]
    for part in text.split(separator: "&", omittingEmptySubsequences: true) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentDecoding.decode(pair[0]),
        let value = PercentDecoding.decode(pair.count > 1 ? pair[1] : "")
      else { throw Problem(.invalid, "bad_parameter", "查询串不是有效的 UTF-8 百分号编码。") }
      guard route.doc.parameters.contains(where: { $0.name == name }) else {
        throw Problem(
          .invalid, "unknown_parameter", "没有「\(name)」这个参数。",
          notes: [
            .init(.parameter(name), "没有「\(name)」这个参数。", suggestions: route.doc.parameters.map(\.name))
          ])
      }
      guard query.updateValue(value, forKey: name) == nil else {
        throw Problem(
          .invalid, "bad_parameter", "参数「\(name)」写了两次。", notes: [.init(.parameter(name), "写了两次。")])
      }
    }
    return query
  }

  private func origin(_ request: Request, _ context: APIRouterContext) -> String {
    ClientOrigin.of(
      context.origin, headers: request.headers, trusted: app.security.settings.trustedProxies)
  }

  private static func site(_ request: Request) -> String {
    guard let host = request.head.authority, !host.isEmpty else { return "" }
    return (isSecure(request) ? "https://" : "http://") + host
  }

  /// Whether the caller speaks TLS, with us or with a proxy before us.
  static func isSecure(_ request: Request) -> Bool {
    request.head.scheme == "https"
      || request.headers[.xForwardedProto]?.lowercased().prefix { $0 != "," && $0 != " " } == "https"
  }

  private func captures(_ context: APIRouterContext) throws(Problem) -> [String: String] {
    var captures: [String: String] = [:]
    for (name, value) in context.parameters {
      guard let text = PercentDecoding.decodePath(value) else {
        throw Problem(.invalid, "bad_path", "网址的路径不是有效的 UTF-8 百分号编码。")
      }
      captures[String(name)] = text
    }
    return captures
  }
}

/// What Hummingbird keeps of a request for us: where it comes from.
package struct APIRouterContext: Hummingbird.RequestContext {
  package var coreContext: CoreRequestContextStorage
  package let origin: String
  let requestID = RequestID.make()
  /// Whether there is a connection that the caller can hang up; tests have none.
  let isConnected: Bool
  private let channel: any Channel

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
    origin = source.channel.remoteAddress?.ipAddress ?? "local"
    isConnected = source.channel.remoteAddress != nil
  }

  /// The body is wanted now: whoever waits to be told so is told.
  func wantBody() {
    if isConnected { channel.triggerUserOutboundEvent(BodyIsWanted(), promise: nil) }
  }
}

extension HTTPField.Name {
  static let idempotencyKey = Self.known("Idempotency-Key")
  static let xContentTypeOptions = Self.known("X-Content-Type-Options")
  static let allow = Self.known("Allow")
  static let xForwardedProto = Self.known("X-Forwarded-Proto")
  static let referrerPolicy = Self.known("Referrer-Policy")

  /// A name that is a valid token by its spelling above; the fallback is never reached.
  static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }
}

import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Lets pages of other sites call the API from a browser (WHATWG Fetch, CORS). Off unless the operator names the sites.
///
/// No cookies are involved: a page needs a token of its own, whatever its origin.
struct CrossOrigin: RouterMiddleware {
  typealias Context = APIRouterContext

  /// `https://example.org`, or `*`.
  private let origins: Set<String>

  init(origins: [String]) { self.origins = Set(origins) }

  func handle(
    _ request: Request, context: APIRouterContext,
    next: (Request, APIRouterContext) async throws -> HummingbirdCore.Response
  ) async throws -> HummingbirdCore.Response {
    guard let origin = request.headers[.origin] else { return try await next(request, context) }
    let isKnown = origins.contains(origin) || origins.contains("*")
    if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
      return preflight(origin, isKnown)
    }
    var response = try await next(request, context)
    response.headers.append(HTTPField(name: .vary, value: "Origin"))
    if isKnown {
      response.headers[.accessControlAllowOrigin] = origin
      response.headers[.accessControlExposeHeaders] = "ETag, Location, Retry-After, Content-Disposition, Allow"
    }
    return response
  }

  /// What a browser asks before it sends anything else.
  private func preflight(_ origin: String, _ isKnown: Bool) -> HummingbirdCore.Response {
    var headers: HTTPFields = [.vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"]
    if isKnown {
      headers[.accessControlAllowOrigin] = origin
      headers[.accessControlAllowMethods] = "GET, HEAD, POST, PUT, PATCH, DELETE"
      headers[.accessControlAllowHeaders] =
        "Authorization, Content-Type, Content-Encoding, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID"
      headers[.accessControlMaxAge] = "600"
    }
    return HummingbirdCore.Response(status: .noContent, headers: headers)
  }
}

import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Gives every answer the id under which the log speaks of its request, refusals of the router among them.
struct RequestIDs: RouterMiddleware {
  func handle(
    _ request: Request, context: APIRouterContext,
    next: (Request, APIRouterContext) async throws -> HummingbirdCore.Response
  ) async throws -> HummingbirdCore.Response {
    var response = try await next(request, context)
    response.headers[.xRequestID] = context.requestID
    return response
  }
}

extension HTTPField.Name {
  package static let xRequestID = Self.known("X-Request-Id")
}

enum RequestID {
  /// Sixteen hexadecimal digits: enough to find one request in a log.
  static func make() -> String {
    let text = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

import HTTPTypes

/// A file that a browser fetches: a page, its script, its style.
package struct PageAsset: Sendable {
  package let path: String
  package let contentType: String
  package let bytes: [UInt8]

  package init(path: String, contentType: String, bytes: [UInt8]) {
    (self.path, self.contentType, self.bytes) = (path, contentType, bytes)
  }

  var route: Route {
    let file = SpooledFile(bytes: bytes, contentType: contentType, headers: Self.headers)
    return .get(
      path,
      RouteDoc(
        tag: "pages", id: "page_\(path.filter { $0.isLetter || $0.isNumber })", summary: "A page.",
        answer: Schemas.text, produces: contentType), access: .open
    ) { call, _ in file.reply(to: call) }
  }

  /// A page loads what this server has and nothing else, in no frame, and tells nobody where it was.
  private static let headers: HTTPFields = [
    .contentSecurityPolicy:
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
    .referrerPolicy: "no-referrer",
  ]
}

import Domain

/// A file that a browser fetches: a page, its script, its style.
package struct PageAsset: Sendable {
  package let path: String
  package let contentType: String
  package let bytes: [UInt8]

  package init(path: String, contentType: String, bytes: [UInt8]) {
    (self.path, self.contentType, self.bytes) = (path, contentType, bytes)
  }

  var route: Route {
    .get(
      path,
      RouteDoc(
        tag: "pages", id: "page_\(path.filter { $0.isLetter || $0.isNumber })", summary: "A page.",
        answer: Schemas.text, produces: contentType), access: .open
    ) { [self] _, _ in
      Reply(headers: [.contentType: contentType], body: bytes)
    }
  }
}

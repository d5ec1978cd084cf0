import HTTPTypes

/// A file that a browser fetches: a page, its script, its style.
package struct PageAsset: Sendable {
  package let path: String
  package let contentType: String
  package let bytes: [UInt8]
  /// Whether its path says which version it is, so that a browser need not ask again.
  package let isImmutable: Bool

  package init(path: String, contentType: String, bytes: [UInt8], isImmutable: Bool = false) {
    (self.path, self.contentType, self.bytes, self.isImmutable) = (path, contentType, bytes, isImmutable)
  }

  /// A short name for just these bytes.
  package static func version(of files: [[UInt8]]) -> String { Fingerprint.of(Array(files.joined())) }

  var route: Route {
    let file = SpooledFile(bytes: bytes, contentType: contentType, headers: PageHeaders.of(isImmutable: isImmutable))
    return .get(
      path,
      RouteDoc(
        tag: "pages", id: "page_\(path.filter { $0.isLetter || $0.isNumber })", summary: "A page.",
        answer: Schemas.text, produces: contentType), access: .open
    ) { call, _ in file.reply(to: call) }
  }
}

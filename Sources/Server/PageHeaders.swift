import HTTPTypes

/// What browsers are told with every page, script and style: what it may load, and how long it may be kept.
enum PageHeaders {
  /// - Parameter isImmutable: whether the path says which version it is; the others are asked for anew by their ETag.
  static func of(isImmutable: Bool) -> HTTPFields {
    var headers = policy
    if isImmutable { headers[.cacheControl] = "public, max-age=31536000, immutable" }
    return headers
  }

  /// A page loads what this server has and nothing else, in no frame, and tells nobody where it was. `blob:` pictures are
  /// photos that have not been sent yet.
  private static let policy: HTTPFields = [
    .contentSecurityPolicy:
      "default-src 'self'; img-src 'self' blob:; base-uri 'none'; object-src 'none'; form-action 'self'; "
      + "frame-ancestors 'none'",
    .referrerPolicy: "no-referrer",
  ]
}

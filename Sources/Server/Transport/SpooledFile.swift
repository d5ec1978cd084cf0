import HTTPTypes

/// Bytes that stay the same for a while, most of them as long as the program runs. Browsers keep them and ask whether they still
/// hold.
package struct SpooledFile: Sendable {
  private let body: KeptBody
  package let eTag: String
  private let headers: HTTPFields

  /// - Parameter fingerprint: what tells this version from others; nil: the bytes.
  package init(bytes: [UInt8], contentType: String, fingerprint: String? = nil, headers: HTTPFields = [:]) {
    body = KeptBody(bytes)
    eTag = "\"\(fingerprint ?? Fingerprint.of(bytes))\""
    var headers = headers
    headers[.contentType] = contentType
    headers[.eTag] = eTag
    // Asked for anew each time, which costs an answer without a body: after an upgrade no old page talks to a new server.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-cache" }
    self.headers = headers
  }

  package func reply(to call: RequestContext) -> Response {
    call.has(eTag) ? Response(status: .notModified, headers: headers) : Response(headers: headers, kept: body)
  }
}

/// Tells files apart: FNV-1a over 64 bits. Not against forgery, which it need not be.
package enum Fingerprint {
  package static func of(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
  }
}

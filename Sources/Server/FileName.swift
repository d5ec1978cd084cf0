import HTTPTypes

/// What a browser is to call a file that it downloads.
package enum FileName {
  /// The Chinese name as RFC 6266 and RFC 5987 have it, and a plain one for those who read neither.
  ///
  /// - Parameter isShown: whether the browser may show it instead of keeping it.
  package static func disposition(_ name: String, plain: String, isShown: Bool = false) -> String {
    "\(isShown ? "inline" : "attachment"); filename=\"\(plain)\"; filename*=UTF-8''\(encoded(name))"
  }

  private static func encoded(_ name: String) -> String {
    name.utf8.map { byte -> String in
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isPlain || "-._~".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}

extension Response {
  /// A file to be kept.
  package static func file(_ bytes: [UInt8], type: String, name: String, plain: String) -> Response {
    var reply = Response(headers: [.contentType: type], body: bytes)
    reply.headers[.contentDisposition] = FileName.disposition(name, plain: plain)
    return reply
  }
}

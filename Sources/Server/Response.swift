import HTTPTypes
import Kernel
import NIOCore

/// Bytes that stay the same, as they are and compressed.
package struct KeptBody: Sendable {
  let plain: ByteBuffer
  let zipped: ByteBuffer?

  init(_ bytes: [UInt8]) {
    plain = ByteBuffer(bytes: bytes)
    zipped = bytes.count >= AnswerCoding.smallest ? Deflater.whole(plain) : nil
  }
}

/// What a handler answers with.
package struct Response: Sendable {
  package var status: HTTPResponse.Status = .ok
  package var headers: HTTPFields = [:]
  package var body: [UInt8] = []
  /// A body that goes on, in place of `body`. Each piece is asked for when the one before has gone into the connection, so
  /// that a slow reader holds up whoever makes the pieces; what makes them without being asked must bound itself.
  package var stream: (any AsyncSequence<ByteBuffer, any Error> & Sendable)?
  /// A body that is there already, in place of `body`: every answer shares it.
  package var kept: KeptBody?
  /// Never compressed: its ETag is what `If-Match` will name, and stays a strong one.
  var isPlain = false

  package init(
    status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: [UInt8] = [],
    stream: (any AsyncSequence<ByteBuffer, any Error> & Sendable)? = nil, kept: KeptBody? = nil, isPlain: Bool = false
  ) {
    (self.status, self.headers, self.body, self.stream, self.kept, self.isPlain) = (
      status, headers, body, stream, kept, isPlain
    )
  }

  package static let json = "application/json; charset=utf-8"

  /// JSON that is already written.
  package static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: [.contentType: json], body: bytes)
  }

  package static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return json(bytes, status: status)
  }

  /// One row, with its version as ETag; 304 when the caller has that version already.
  ///
  /// - Parameter withMore: whether the JSON says more than the row itself: tags, ages, who lives there. All that changes
  ///   without a new version, so the ETag has a hash of it behind the version (`RequestContext.ifMatch` reads what is before the dot).
  package static func row(
    _ json: String, version: Int64, of call: RequestContext, status: HTTPResponse.Status = .ok, withMore: Bool = false
  ) -> Response {
    let tag = withMore ? "\"\(version).\(hash(json))\"" : "\"\(version)\""
    if status == .ok, call.has(tag) {
      return Response(status: .notModified, headers: [.eTag: tag])
    }
    var reply = Response.json(Array(json.utf8), status: status)
    reply.isPlain = true
    reply.headers[.eTag] = tag
    return reply
  }

  package static let noContent = Response(status: .noContent)

  /// FNV-1a of 64 bits, in hexadecimal: the same after every start, which `Hasher` is not.
  private static func hash(_ text: String) -> String {
    String(text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}

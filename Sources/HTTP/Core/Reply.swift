import Domain
import HTTPTypes
import NIOCore

/// What a handler answers with.
struct Reply: Sendable {
  var status: HTTPResponse.Status = .ok
  var headers: HTTPFields = [:]
  var body: [UInt8] = []
  /// A body that goes on, in place of `body`.
  var stream: AsyncThrowingStream<ByteBuffer, any Error>?

  static let json = "application/json; charset=utf-8"

  /// JSON that is already written.
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Reply {
    Reply(status: status, headers: [.contentType: json], body: bytes)
  }

  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Reply {
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return json(bytes, status: status)
  }

  /// One row, with its version as ETag; 304 when the caller has that version already.
  static func row(_ json: String, version: Int64, of call: Call, status: HTTPResponse.Status = .ok) -> Reply {
    let tag = "\"\(version)\""
    if status == .ok, call.has(tag) {
      return Reply(status: .notModified, headers: [.eTag: tag])
    }
    var reply = Reply.json(Array(json.utf8), status: status)
    reply.headers[.eTag] = tag
    return reply
  }

  static let noContent = Reply(status: .noContent)
}

extension Call {
  /// Whether the caller says to have this version already.
  func has(_ eTag: String) -> Bool {
    headers[.ifNoneMatch]?.split(separator: ",").contains { $0.trimmed == eTag } ?? false
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text.hasPrefix("W/") ? text.dropFirst(2) : text
  }
}

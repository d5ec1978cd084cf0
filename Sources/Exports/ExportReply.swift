import HTTPTypes
import NIOCore
import Server

extension Response {
  /// An export as a download, or, as a page, to be shown and printed.
  static func export(_ export: Export, isDownload: Bool = true) -> Response {
    var reply = Response()
    reply.headers[.contentType] = export.format.mediaType
    if isDownload { reply.headers[.contentDisposition] = disposition(export) }
    if export.format == .html {
      // The page has no script and fetches nothing; should an escape ever be missing, it still cannot.
      reply.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals"
    }
    switch export.body {
    case .feed(let feed): reply.stream = PulledBody { try await feed.next() }
    case .file(let file):
      reply.headers[.contentLength] = String(file.size)
      reply.stream = FileBody(file: file)
    }
    return reply
  }

  /// The Chinese name as RFC 6266 and RFC 5987 have it, and a plain one for those who read neither.
  private static func disposition(_ export: Export) -> String {
    let encoded = export.fileName.utf8.map { byte -> String in
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isPlain || "-._~".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }
    let kind = export.format == .html ? "inline" : "attachment"
    return "\(kind); filename=\"ledger.\(export.format.rawValue)\"; filename*=UTF-8''\(encoded.joined())"
  }
}

/// The bytes of a file, from its beginning each time that it is sent.
private struct FileBody: AsyncSequence, Sendable {
  package typealias Element = ByteBuffer
  package typealias Failure = any Error

  let file: UnlinkedFile

  func makeAsyncIterator() -> Iterator { Iterator(file: file) }

  struct Iterator: AsyncIteratorProtocol {
    let file: UnlinkedFile
    var offset = 0

    mutating func next() async throws -> ByteBuffer? {
      let bytes = try file.read(at: offset)
      offset += bytes.count
      return bytes.isEmpty ? nil : ByteBuffer(bytes: bytes)
    }
  }
}

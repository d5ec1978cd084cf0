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

  private static func disposition(_ export: Export) -> String {
    FileName.disposition(
      export.fileName, plain: "ledger.\(export.format.rawValue)", isShown: export.format == .html)
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

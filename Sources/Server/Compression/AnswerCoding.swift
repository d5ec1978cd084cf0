import HTTPTypes
import NIOCore

/// Whether and how an answer is compressed (RFC 9110 12.5.3).
enum AnswerCoding {
  /// Smaller answers fit into a packet as they are.
  static let smallest = 1400

  /// Whether these headers are of something that is ever sent compressed: text, and no feed of events, which must not wait.
  static func suits(_ headers: HTTPFields) -> Bool {
    guard headers[.contentEncoding] == nil, let type = headers[.contentType]?.lowercased() else { return false }
    let name = type.prefix { $0 != ";" && $0 != " " }
    if name == "text/event-stream" { return false }
    return name.hasPrefix("text/") || name.hasSuffix("json") || name.hasSuffix("xml") || name.hasSuffix("javascript")
  }

  /// Whether `Accept-Encoding` takes gzip, and rather than what is not compressed.
  static func isGzipWanted(_ accept: String?) -> Bool {
    guard let accept else { return false }
    var (gzip, others, plain): (Double?, Double?, Double?)
    for part in accept.lowercased().split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = words.first else { continue }
      var weight = 1.0
      for word in words.dropFirst() where word.hasPrefix("q=") { weight = Double(word.dropFirst(2)) ?? 0 }
      switch name {
      case "gzip", "x-gzip": gzip = max(gzip ?? 0, weight)
      case "identity": plain = weight
      case "*": others = weight
      default: break
      }
    }
    let weight = gzip ?? others ?? 0
    return weight > 0 && weight >= (plain ?? 0)
  }
}

/// A body, compressed while it is sent.
struct DeflatedBody<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable where Base.Element == ByteBuffer {
  typealias Element = ByteBuffer
  typealias Failure = any Error

  let base: Base

  func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), deflater: Deflater()) }

  package struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    var deflater: Deflater?

    mutating func next() async throws -> ByteBuffer? {
      guard let deflater else { return nil }
      while let piece = try await base.next() {
        let bytes = deflater.add(piece)
        if bytes.readableBytes > 0 { return bytes }
      }
      self.deflater = nil
      return deflater.finish()
    }
  }
}

import CZlib
import Kernel
import NIOCore

/// Undoes gzip and deflate, piece by piece and never more than 64 KB at once: whoever takes the pieces says when it is enough.
final class Inflater {
  private static let pieceBytes = 64 << 10
  private let isDeflate: Bool
  private let stream: UnsafeMutablePointer<z_stream>
  private var isBegun = false
  private var isWhole = false

  /// The inflater for a `Content-Encoding`; nil where the body is as it is.
  ///
  /// - Throws: `bad_content_encoding` (415) for what nobody here undoes.
  static func of(_ coding: String?) throws(Problem) -> Inflater? {
    switch coding?.lowercased().filter({ $0 != " " }) {
    case nil, "", "identity": return nil
    case "gzip", "x-gzip": return Inflater(isDeflate: false)
    case "deflate": return Inflater(isDeflate: true)
    default:
      throw Problem(
        .invalid, "bad_content_encoding", "正文的压缩方式只接受 gzip 和 deflate。",
        notes: [.init(.parameter("Content-Encoding"), "不支持这种压缩方式。", suggestions: ["gzip", "deflate"])])
    }
  }

  private init(isDeflate: Bool) {
    self.isDeflate = isDeflate
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
  }

  deinit {
    if isBegun { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// - Throws: `bad_body` for what is not compressed so, and what `take` throws.
  func add(_ bytes: ByteBuffer, _ take: (ByteBuffer) throws -> Void) throws {
    var input = bytes
    // A full piece may leave more behind, also when all that came has gone in.
    var isFull = false
    while input.readableBytes > 0 || isFull {
      try begin(input)
      let piece = try step(&input)
      isFull = piece.readableBytes >= Self.pieceBytes && !isWhole
      if piece.readableBytes > 0 { try take(piece) }
    }
  }

  /// - Throws: `bad_body` when the end is missing.
  func finish() throws(Problem) {
    guard isWhole else { throw Self.broken }
  }

  /// At the first byte, and where another member of gzip follows.
  private func begin(_ input: ByteBuffer) throws(Problem) {
    if isBegun, isWhole, input.readableBytes > 0 {
      guard !isDeflate, inflateReset(stream) == Z_OK else { throw Self.broken }
      isWhole = false
    }
    guard !isBegun, let first = input.readableBytesView.first else { return }
    // 31: gzip. 15: zlib's frame, which deflate means (RFC 9110 8.4.1.2); many send it without, which is -15.
    let bits: Int32 = isDeflate ? (first & 0x0F == 8 ? 15 : -15) : 31
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, bits, ZLIB_VERSION, size) == Z_OK else { throw Self.broken }
    isBegun = true
  }

  private func step(_ input: inout ByteBuffer) throws(Problem) -> ByteBuffer {
    var output = ByteBuffer()
    var result = Z_OK
    input.readWithUnsafeMutableReadableBytes { bytes in
      stream.pointee.next_in = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(bytes.count)
      output.writeWithUnsafeMutableBytes(minimumWritableBytes: Self.pieceBytes) { space in
        stream.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(Self.pieceBytes)
        result = inflate(stream, Z_NO_FLUSH)
        return Self.pieceBytes - Int(stream.pointee.avail_out)
      }
      let left = Int(stream.pointee.avail_in)
      (stream.pointee.next_in, stream.pointee.next_out, stream.pointee.avail_in) = (nil, nil, 0)
      return bytes.count - left
    }
    switch result {
    case Z_STREAM_END: isWhole = true
    case Z_OK, Z_BUF_ERROR: break
    default: throw Self.broken
    }
    return output
  }

  private static let broken = Problem(
    .invalid, "bad_body", "正文没有按 Content-Encoding 所说的方式压缩，或者不完整。",
    notes: [.init(.parameter("Content-Encoding"), "正文解不开。")])
}

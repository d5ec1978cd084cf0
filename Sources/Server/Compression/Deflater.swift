import CZlib
import NIOCore

/// Makes gzip (RFC 1952), piece by piece.
///
/// The system's zlib and not NIOHTTPCompression: that works on the event loop for a whole answer at once, ends the process for
/// an answer without a request (a refused one), and sends a body with HEAD.
final class Deflater {
  /// Most of the gain at a third of the time of the default.
  private static let level: Int32 = 4
  private let stream: UnsafeMutablePointer<z_stream>

  /// nil when there is no memory for it.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    // 16 more than the window: with the frame of gzip.
    let result = deflateInit2_(stream, Self.level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    guard result == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// What comes out after these bytes; often nothing until more have gone in.
  func add(_ bytes: ByteBuffer) -> ByteBuffer { run(bytes, Z_NO_FLUSH) }

  /// What is left.
  func finish() -> ByteBuffer { run(ByteBuffer(), Z_FINISH) }

  /// All of it at once; nil when there is no memory for it.
  static func whole(_ bytes: ByteBuffer) -> ByteBuffer? {
    Deflater()?.run(bytes, Z_FINISH)
  }

  private func run(_ bytes: ByteBuffer, _ flush: Int32) -> ByteBuffer {
    var input = bytes
    var output = ByteBuffer()
    input.readWithUnsafeMutableReadableBytes { bytes in
      stream.pointee.next_in = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(bytes.count)
      repeat {
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: 16 << 10) { space in
          stream.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
          stream.pointee.avail_out = UInt32(space.count)
          deflate(stream, flush)
          return space.count - Int(stream.pointee.avail_out)
        }
      } while stream.pointee.avail_out == 0
      (stream.pointee.next_in, stream.pointee.next_out) = (nil, nil)
      return bytes.count
    }
    return output
  }
}

import NIOCore

/// Finds where the headers of a request end (an empty line), also when it comes in pieces.
struct HeadScanner {
  private enum State { case inLine, afterLine, afterReturn }
  private var state = State.inLine

  /// The number of bytes up to and with the end; nil when it is not among these.
  mutating func end(in bytes: ByteBufferView) -> Int? {
    for (offset, byte) in bytes.enumerated() {
      switch (state, byte) {
      case (.afterLine, 0x0A), (.afterReturn, 0x0A):
        state = .inLine
        return offset + 1
      case (.afterLine, 0x0D): state = .afterReturn
      case (_, 0x0A): state = .afterLine
      default: state = .inLine
      }
    }
    return nil
  }
}

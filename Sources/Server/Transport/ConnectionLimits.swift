import NIOCore

/// What one connection may take, in bytes and in time. The shorter times hold under pressure (`ConnectionPool`).
package struct ConnectionLimits: Sendable {
  package struct Patience: Sendable {
    /// A connection on which no request is under way.
    package var idle: TimeAmount
    /// From the first byte of a request to the end of its headers.
    package var head: TimeAmount
    /// How long a body may take before its rate counts, and afterwards the least bytes a second.
    package var bodyGrace: TimeAmount
    package var bodyBytesPerSecond: Int
    /// How long an answer may wait for the other side to take the next piece of it.
    package var write: TimeAmount
    /// How long bytes that nobody wants any more are read, so that the last answer still arrives.
    package var linger: TimeAmount
  }

  package var usual = Patience(
    idle: .seconds(60), head: .seconds(15), bodyGrace: .seconds(15), bodyBytesPerSecond: 1 << 10, write: .seconds(30),
    linger: .seconds(10))
  package var pressed = Patience(
    idle: .seconds(3), head: .seconds(3), bodyGrace: .seconds(3), bodyBytesPerSecond: 16 << 10, write: .seconds(5),
    linger: .seconds(1))
  /// However fast a body comes.
  package var bodyTotal = TimeAmount.minutes(30)
  /// Request line and headers together.
  package var headBytes = 80 << 10
  package var headFields = 256
  /// Read from the socket at once, and so the most that is held of requests to come.
  package var readBytes = 16 << 10
  /// What arrived with the other side's last byte, when it is more than one reading.
  package var heldBytes = 256 << 10
  /// Written to the socket as one piece: how finely progress is noticed.
  package var pieceBytes = 64 << 10
  /// What the kernel keeps of an answer that is not read.
  package var sendBufferBytes = 256 << 10
  /// How often the times are looked at.
  package var tick = TimeAmount.seconds(1)

  package init() {}
}

import Foundation
import Kernel

/// One connection to the bench's own server on this machine: a request out, its answer in, the next one. Blocking, on a
/// thread of its own, so that what is measured is the server.
final class BenchConnection {
  private let socket: Int32
  private let token: String

  /// - Throws: when nobody listens there.
  init(port: UInt16, token: String) throws {
    self.token = token
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard socket >= 0, connected == 0 else { throw Self.broken }
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(socket) }

  /// Sends JSON, and answers with the status and the body.
  func post(_ path: String, _ body: String) throws -> (status: Int, body: String) {
    let text = """
      POST \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n\
      Content-Length: \(body.utf8.count)\r\n\r\n\(body)
      """
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { throw Self.broken }
      rest = rest.dropFirst(sent)
    }
    return try receive()
  }

  private func receive() throws -> (status: Int, body: String) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { throw Self.broken }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let head = text[..<end.lowerBound].lowercased().components(separatedBy: "\r\n")
      let line = head.first { $0.hasPrefix("content-length:") }
      let length = line.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
      let body = text[end.upperBound...]
      guard body.utf8.count >= length else { continue }
      return (head.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0, String(body))
    }
  }

  private static let broken = Problem(.conflict, "bench_broken", "与服务的连接中断。")
}

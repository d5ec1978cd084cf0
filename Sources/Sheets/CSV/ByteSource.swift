import Foundation
import Kernel

/// Bytes in order, from a file or from memory, that can be read again from the start.
package final class ByteSource {
  private let descriptor: Int32?
  private let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) {
    descriptor = nil
    self.bytes = bytes
  }

  init(path: String) throws {
    let opened = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Problem.sheet("file_unreadable", "打不开文件:\(String(cString: strerror(errno)))") }
    descriptor = opened
    bytes = []
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Fills `buffer` from its start and answers how many bytes; 0 at the end.
  func read(into buffer: inout [UInt8]) throws -> Int {
    guard let descriptor else {
      let count = min(buffer.count, bytes.count - offset)
      buffer.replaceSubrange(0..<count, with: bytes[offset..<(offset + count)])
      offset += count
      return count
    }
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw Problem.sheet("file_unreadable", "读文件出错:\(String(cString: strerror(errno)))")
      }
    }
  }

  func rewind(to start: Int) throws {
    offset = min(start, bytes.count)
    if let descriptor, lseek(descriptor, off_t(start), SEEK_SET) < 0 {
      throw Problem.sheet("file_unreadable", "只能读普通文件,不能读管道")
    }
  }
}

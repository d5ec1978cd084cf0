import Foundation
import Kernel

/// A text file as UTF-8, chunk by chunk, whatever it was written in.
final class TextStream {
  private static let chunk = 64 << 10
  private let source: ByteSource
  private let converter: iconv_t?
  private let name: String
  /// Bytes read and not yet converted: the first half of a character.
  private var pending: [UInt8] = []
  private var line = 1

  /// Starts at the beginning of the source, after its mark.
  init(_ source: ByteSource, _ encoding: TextEncoding) throws {
    self.source = source
    switch encoding {
    case .utf8(let skip):
      (converter, name) = (nil, "UTF-8")
      try source.rewind(to: skip)
    case .other(let name, let skip):
      self.name = name
      let opened = iconv_open("UTF-8", name)
      // iconv_open answers -1, not null, when it does not know the encoding.
      guard Int(bitPattern: opened) != -1 else {
        converter = nil
        throw Problem.sheet("invalid_text", "这台机器不能读 \(name) 编码,请另存为 UTF-8 的 CSV")
      }
      converter = opened
      try source.rewind(to: skip)
    }
  }

  deinit { if let converter { iconv_close(converter) } }

  /// Puts the next chunk into `buffer`; false at the end. Throws `Problem` `invalid_text` with the row.
  func read(into buffer: inout [UInt8]) throws -> Bool {
    var input = [UInt8](repeating: 0, count: TextStream.chunk)
    while true {
      let count = try source.read(into: &input)
      guard let converter else {
        input.removeLast(input.count - count)
        buffer = input
        return count > 0
      }
      if count == 0 {
        guard pending.isEmpty else { throw broken }
        return false
      }
      buffer = try convert(pending + input[..<count], with: converter)
      if !buffer.isEmpty { return true }
    }
  }

  private func convert(_ input: [UInt8], with converter: iconv_t) throws -> [UInt8] {
    var input = input
    // No character of GB18030 or UTF-16 grows to more than twice its bytes in UTF-8.
    var output = [UInt8](repeating: 0, count: input.count * 2 + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let failure = input.withUnsafeMutableBytes { from in
      output.withUnsafeMutableBytes { into -> Int32 in
        var reading = from.baseAddress?.assumingMemoryBound(to: CChar.self)
        var writing = into.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = iconv(converter, &reading, &inputLeft, &writing, &outputLeft)
        return inputLeft > 0 ? errno : 0
      }
    }
    output.removeLast(outputLeft)
    line += output.count { $0 == UInt8(ascii: "\n") }
    pending = Array(input.suffix(inputLeft))
    // EINVAL: the chunk ends within a character.
    guard failure == 0 || failure == EINVAL else { throw broken }
    return output
  }

  private var broken: Problem {
    let tried = name == "GB18030" ? "既不是 UTF-8 也不是 GB18030 文字" : "不是 \(name) 文字"
    return .sheet("invalid_text", "第 \(line) 行\(tried),请另存为 UTF-8 的 CSV")
  }
}

import Kernel

/// What a text file is written in, found out by reading all of it once.
enum TextEncoding: Equatable {
  case utf8(skip: Int)
  /// What iconv must be told, and how many bytes of mark to skip.
  case other(name: String, skip: Int)

  /// UTF-8 with or without mark, UTF-16 with mark, or else GB18030, in which the whole file must then make sense.
  ///
  /// A file that is mostly good UTF-8 is not taken for GB18030, which finds some character for nearly every pair of
  /// bytes: it is damaged, and the row is named. Throws `Problem`: `nul_byte`, `invalid_text`.
  static func detect(_ source: ByteSource) throws -> TextEncoding {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var scan = TextScan()
    var head: [UInt8] = []
    while case let count = try source.read(into: &buffer), count > 0 {
      if head.isEmpty { head = Array(buffer[..<min(3, count)]) }
      if let wide = wide(head) { return try whole(wide, source) }
      buffer[..<count].withUnsafeBufferPointer { scan.feed($0) }
    }
    scan.finish()
    if let line = scan.firstNulLine {
      throw Problem.sheet("nul_byte", "第 \(line) 行含有 NUL 字节,不是文本文件(或是没有标记的 UTF-16),请另存为 UTF-8 的 CSV")
    }
    let marked = head == [0xEF, 0xBB, 0xBF]
    guard let line = scan.firstWrongLine else { return .utf8(skip: marked ? 3 : 0) }
    if marked || scan.longSequences > scan.wrongRuns {
      throw Problem.sheet("invalid_text", "第 \(line) 行有损坏的 UTF-8 文字")
    }
    return try whole(.other(name: "GB18030", skip: 0), source)
  }

  private static func wide(_ head: [UInt8]) -> TextEncoding? {
    if head.starts(with: [0xFF, 0xFE]) { return .other(name: "UTF-16LE", skip: 2) }
    return head.starts(with: [0xFE, 0xFF]) ? .other(name: "UTF-16BE", skip: 2) : nil
  }

  /// Answers the encoding when the whole file can be decoded with it.
  private static func whole(_ encoding: TextEncoding, _ source: ByteSource) throws -> TextEncoding {
    let stream = try TextStream(source, encoding)
    var buffer: [UInt8] = []
    while try stream.read(into: &buffer) {
      if buffer.contains(0) { throw Problem.sheet("nul_byte", "文件含有 NUL 字符,不是文本文件") }
    }
    return encoding
  }
}

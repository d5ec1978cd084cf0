/// One line of a text file.
struct TextLine {
  var bytes: [UInt8] = []
  /// What ended it: `\n`, `\r\n`, `\r`, or nothing at the end of the file.
  var end: [UInt8] = []
  /// It was longer than lines may be, and what follows is missing.
  var isCut = false
}

/// A text file line by line. Lines can be put back, for whoever has read too far.
final class LineSource {
  private let text: TextStream
  /// Lines longer than this are cut; whoever takes them apart refuses them.
  private let limit: Int
  private var chunk: [UInt8] = []
  private var position = 0
  private var atEnd = false
  /// Put back, the next one last.
  private var waiting: [TextLine] = []

  init(_ text: TextStream, limit: Int) {
    self.text = text
    self.limit = limit
  }

  /// The first lines, fewer where the file has fewer; they come again.
  func opening(_ count: Int) throws -> [TextLine] {
    var lines: [TextLine] = []
    while lines.count < count, let line = try next() { lines.append(line) }
    putBack(lines)
    return lines
  }

  func putBack(_ lines: [TextLine]) { waiting += lines.reversed() }

  func stop() { (atEnd, chunk, position, waiting) = (true, [], 0, []) }

  func next() throws -> TextLine? {
    if let line = waiting.popLast() { return line }
    var line = TextLine()
    var isThere = false
    while try fill() {
      isThere = true
      let end = chunk.withUnsafeBufferPointer { bytes in
        bytes[position...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
      }
      if line.bytes.count <= limit { line.bytes += chunk[position..<end] }
      position = end
      guard end < chunk.count else {
        if line.bytes.count > limit {
          line.isCut = true
          return line
        }
        continue
      }
      try takeEnd(&line)
      line.isCut = line.bytes.count > limit
      return line
    }
    return isThere ? line : nil
  }

  private func takeEnd(_ line: inout TextLine) throws {
    let first = chunk[position]
    position += 1
    line.end = [first]
    guard first == UInt8(ascii: "\r"), try fill(), chunk[position] == UInt8(ascii: "\n") else { return }
    position += 1
    line.end.append(UInt8(ascii: "\n"))
  }

  /// Whether there is a byte at `position`.
  private func fill() throws -> Bool {
    while position >= chunk.count, !atEnd {
      atEnd = try !text.read(into: &chunk)
      position = 0
      if atEnd { chunk = [] }
    }
    return position < chunk.count
  }
}

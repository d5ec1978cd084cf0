/// Which character parts the columns of a CSV file.
enum CSVDelimiter {
  /// The one of `,` `;` and tab that the first line with any of them has most of, outside quotes; else the comma.
  static func guess(_ start: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var quoted = false
    for byte in start {
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !quoted {
        if counts != [0, 0, 0] { break }
      } else if !quoted, let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
      }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

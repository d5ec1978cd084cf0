/// Which character parts the columns of a CSV file, and how many there are.
struct CSVDelimiter {
  var byte = UInt8(ascii: ",")
  /// How many columns most lines have; nil where no line has two.
  var width: Int?

  private static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The one of `,` `;` and tab on whose number the most of the first lines and records agree; of several the one that makes
  /// more columns. Titles above the header have other numbers. A first line `sep=;` says it itself.
  init(opening lines: [TextLine]) {
    let said = Self.said(lines.first)
    var best = (agreed: 0, columns: 0)
    for candidate in said.map({ [$0] }) ?? Self.candidates {
      let byLine = Self.most(Self.columns(lines, candidate))
      let byRecord = Self.most(Self.recordColumns(lines, candidate))
      let agreed = byLine.count + byRecord.count
      // Records tell of cells over several lines; where a stray quote has made one of many, lines do.
      let columns = byRecord.count > 1 ? byRecord.columns : max(byLine.columns, byRecord.columns)
      guard columns > 1, (agreed, columns) > (best.agreed, best.columns) else { continue }
      (byte, width, best) = (candidate, columns, (agreed, columns))
    }
    if let said { byte = said }
  }

  /// How many columns most have that have two or more, and how many these are.
  private static func most(_ columns: [Int]) -> (count: Int, columns: Int) {
    var agreed: [Int: Int] = [:]
    for count in columns where count > 1 { agreed[count, default: 0] += 1 }
    let most = agreed.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (most?.value ?? 0, most?.key ?? 0)
  }

  /// The number of columns of each record, quoted cells over several lines included; a record that does not end, or that
  /// goes on behind its closing quote, counts for nothing.
  private static func recordColumns(_ lines: [TextLine], _ delimiter: UInt8) -> [Int] {
    var limits = SheetLimits()
    limits.cellBytes = limits.rowBytes
    var record = CSVRecord(delimiter: delimiter, limits: limits)
    var (counts, isSound): ([Int], Bool) = ([], true)
    for line in lines {
      guard let said = try? record.take(line) else { return counts }
      if said.hasTail { isSound = false }
      guard !record.isOpen else { continue }
      if isSound { counts.append(record.column) }
      isSound = true
      record.clear()
    }
    return counts
  }

  private static func said(_ line: TextLine?) -> UInt8? {
    guard let bytes = line?.bytes, bytes.count >= 5,
      String(decoding: bytes[..<4], as: UTF8.self).lowercased() == "sep=",
      bytes.dropFirst(5).allSatisfy({ $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
    else { return nil }
    return candidates.contains(bytes[4]) ? bytes[4] : nil
  }

  /// The number of columns of each line. A quote is only one where a field begins.
  private static func columns(_ lines: [TextLine], _ delimiter: UInt8) -> [Int] {
    lines.map { line in
      var (columns, isQuoted, isStart) = (1, false, true)
      for byte in line.bytes {
        if byte == UInt8(ascii: "\""), isQuoted || isStart {
          isQuoted.toggle()
          isStart = false
        } else if byte == delimiter, !isQuoted {
          columns += 1
          isStart = true
        } else {
          isStart = false
        }
      }
      return columns
    }
  }
}

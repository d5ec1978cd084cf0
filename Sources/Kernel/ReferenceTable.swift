/// Reads the small tables that ship with the program: CSV (RFC 4180), a heading, every row as wide as it.
package enum ReferenceTable {
  /// The rows as dictionaries from heading to cell. Throws `.invalid`, code `reference_table`, with the row's number.
  package static func rows(_ text: String) throws(Problem) -> [[String: String]] {
    let records = cells(text)
    guard let heading = records.first else { return [] }
    var rows: [[String: String]] = []
    for (number, record) in records.enumerated().dropFirst() {
      guard record.count == heading.count else {
        throw Problem(.invalid, "reference_table", "第\(number + 1)行有\(record.count)格，应当是\(heading.count)格")
      }
      rows.append(Dictionary(zip(heading, record), uniquingKeysWith: { first, _ in first }))
    }
    return rows
  }

  private static func cells(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        if !quoted, previous == byte { cell.append(byte) }
        quoted.toggle()
      case UInt8(ascii: ",") where !quoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !quoted:
        records.append(record + [String(decoding: cell, as: UTF8.self)])
        (record, cell) = ([], [])
      case UInt8(ascii: "\r") where !quoted: break
      default: cell.append(byte)
      }
      previous = byte
    }
    return cell.isEmpty && record.isEmpty ? records : records + [record + [String(decoding: cell, as: UTF8.self)]]
  }
}

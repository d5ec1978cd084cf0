enum HTMLText {
  /// Adds the text so that none of it is markup.
  static func append(_ text: String, to buffer: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): buffer.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): buffer.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): buffer.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): buffer.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): buffer.append(contentsOf: "&#39;".utf8)
        // Control characters are no HTML text.
        case 0..<9, 11, 12, 14..<32, 127: break
        default: buffer.append(byte)
        }
      }
    }
  }

  /// Page numbers in the margin are CSS Paged Media; browsers without it print their own.
  static let style: StaticString = """
    @page { @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 9pt serif; } }
    body { margin: 1em; font: 11pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
    table { border-collapse: collapse; table-layout: fixed; width: 100%; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; page-break-inside: avoid; }
    th, td { border: 0.5pt solid #555; padding: 0.2em 0.4em; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
    .title th { border: none; font-size: 16pt; text-align: center; }
    .sub th { border: none; font-weight: normal; }
    .head th { background: #eee; text-align: center; }
    .g { break-after: avoid; page-break-after: avoid; }
    .g th { background: #f6f6f6; }
    .t { text-align: center; }
    .w { height: 2em; }
    @media print { body { margin: 0; font-size: 9pt; } * { print-color-adjust: exact; } }

    """
}

extension SheetLayout.Column.Kind {
  /// The tag of a cell.
  package var open: StaticString {
    switch self {
    case .text, .code: "<td>"
    case .number, .date, .tick: "<td class=\"t\">"
    case .note: "<td class=\"w\">"
    }
  }
}

extension Cell {
  /// As it is printed: days in Chinese.
  package var shown: String {
    guard case .date(let day) = self else { return text }
    let (year, month, date) = day.parts
    return "\(year)年\(month)月\(date)日"
  }
}

/// Writes a page of its own that prints on A4: no script, nothing fetched, the head of the table on each sheet of paper.
package final class HTMLWriter: SheetWriter {
  private static let chunk = 32 << 10
  private let emit: ([UInt8]) throws -> Void
  private let columns: [SheetLayout.Column]
  private var buffer: [UInt8] = []

  /// `emit` gets the page in chunks, in order.
  package init(layout: SheetLayout, emit: @escaping ([UInt8]) throws -> Void) {
    self.emit = emit
    columns = layout.columns
    buffer.reserveCapacity(HTMLWriter.chunk + 4096)
    writeHead(layout)
  }

  package func write(_ cells: [Cell]) throws {
    markup("<tr>")
    for (index, column) in columns.enumerated() {
      markup(column.kind.open)
      let cell = cells.indices.contains(index) ? cells[index] : .empty
      if case .tick = column.kind, cell == .empty { markup("□") } else { HTMLText.append(cell.shown, to: &buffer) }
      markup("</td>")
    }
    markup("</tr>\n")
    try flush(beyond: HTMLWriter.chunk)
  }

  package func heading(_ text: String) throws {
    markup("<tr class=\"g\"><th colspan=\"\(columns.count)\" scope=\"rowgroup\">")
    HTMLText.append(text, to: &buffer)
    markup("</th></tr>\n")
    try flush(beyond: HTMLWriter.chunk)
  }

  package func finish() throws {
    markup("</tbody>\n</table>\n</body>\n</html>\n")
    try flush(beyond: 0)
  }

  private func flush(beyond count: Int) throws {
    guard buffer.count > count else { return }
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func markup(_ text: StaticString) { text.withUTF8Buffer { buffer.append(contentsOf: $0) } }
  private func markup(_ text: String) { buffer.append(contentsOf: text.utf8) }

  private func writeHead(_ layout: SheetLayout) {
    markup("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    HTMLText.append(layout.title ?? layout.sheet, to: &buffer)
    markup("</title>\n")
    if let mark = layout.mark {
      markup("<meta name=\"menpai-export\" content=\"")
      HTMLText.append(mark, to: &buffer)
      markup("\">\n")
    }
    markup("<style>\n@page { size: A4\(layout.isLandscape ? " landscape" : ""); margin: 14mm 12mm; }\n")
    markup(HTMLText.style)
    markup("</style>\n</head>\n<body>\n<table>\n<colgroup>")
    let total = max(1, layout.columns.reduce(0) { $0 + $1.width })
    for column in layout.columns { markup("<col style=\"width: \(Int(column.width / total * 100))%\">") }
    markup("</colgroup>\n<thead>\n")
    for (text, name) in [(layout.title, "title"), (layout.subtitle, "sub")] {
      guard let text else { continue }
      markup("<tr class=\"\(name)\"><th colspan=\"\(layout.columns.count)\">")
      HTMLText.append(text, to: &buffer)
      markup("</th></tr>\n")
    }
    markup("<tr class=\"head\">")
    for column in layout.columns {
      markup("<th scope=\"col\">")
      HTMLText.append(column.name, to: &buffer)
      markup("</th>")
    }
    markup("</tr>\n</thead>\n<tbody>\n")
  }
}

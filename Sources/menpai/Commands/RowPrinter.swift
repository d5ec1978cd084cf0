import Foundation
import Kernel
import Registry
import Sheets

/// Prints pages of rows as one JSON document, as CSV, or as a table.
final class RowPrinter {
  private let format: SearchCommand.Format
  private let columns: [String]
  private let sheet = CSVWriter { FileHandle.standardOutput.write(Data($0)) }
  private var isFirstRow = true

  init(_ format: SearchCommand.Format, columns: [String]) {
    self.format = format
    self.columns = columns
  }

  func print(_ answer: Search.Answer, isFirst: Bool, room: Int) throws {
    let items = answer.items.prefix(room)
    switch format {
    case .json:
      if isFirst { write("{\"total\":\(answer.total ?? 0),\"as_of\":\"\(answer.asOf)\",\"items\":[") }
      for item in items {
        write((isFirstRow ? "\n" : ",\n") + item)
        isFirstRow = false
      }
    case .csv:
      if isFirst { try sheet.write(columns.map { .text($0) }) }
      for item in items { try sheet.write(cells(item).map { .text($0) }) }
    case .table:
      let rows = try items.map(cells)
      if isFirst { write("共 \(answer.total ?? 0) 条（\(answer.asOf)）\n") }
      write(table(isFirst ? [columns] + rows : rows))
    }
  }

  func finish() {
    switch format {
    case .json: write("\n],\"next_cursor\":null}\n")
    case .csv: try? sheet.finish()
    case .table: break
    }
  }

  private func cells(_ item: String) throws -> [String] {
    let row = try JSONReader.read(item)
    return columns.map { name in
      switch row[name] {
      case .string(let text)?: text
      case nil, .null?: ""
      case let value?: value.text
      }
    }
  }

  /// Chinese characters take two places on a terminal.
  private func table(_ rows: [[String]]) -> String {
    func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
    let widths = columns.indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}

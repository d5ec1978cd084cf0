import Kernel
import Sheets
import TextClassifier
import WorkOrders

/// Reads samples from a sheet with a heading.
enum DispatchSamples {
  struct Columns {
    var text: String?
    var label: String
    var features: [String]
  }

  /// Rows without a label are left out. Throws `Problem`: what the sheet's reader throws, `column_missing` with the
  /// columns that there are, and `row_broken` for a row whose cells have shifted.
  static func read(_ path: String, _ columns: Columns) throws -> [Sample] {
    let source = try SheetFile.open(path: path)
    guard let heading = try source.next() else { throw Problem(.invalid, "file_empty", "文件“\(path)”里没有表头") }
    let names = heading.cells.map(\.text)
    let text = try columns.text.map { try position(of: $0, in: names, path) }
    let label = try position(of: columns.label, in: names, path)
    let features = try columns.features.map { try position(of: $0, in: names, path) }
    var samples: [Sample] = []
    while let row = try source.next() {
      if let fault = row.fault { throw Problem(.invalid, "row_broken", "文件“\(path)”：\(fault)") }
      guard case let answer = row[label].text, !answer.isEmpty else { continue }
      let evidence = Evidence(text: text.map { row[$0].text } ?? "", categories: features.map { row[$0].text })
      samples.append(Sample(evidence, label: answer))
    }
    guard !samples.isEmpty else { throw Problem(.invalid, "too_few_samples", "文件“\(path)”里没有带标签的行") }
    return samples
  }

  /// The lines of a labelled history, and those that cannot be read. Throws as `read`, but for broken rows.
  static func history(
    _ path: String, text: String, label: String
  ) throws -> (rows: [SeedDispatch.Row], broken: [SeedDispatch.Refused]) {
    let source = try SheetFile.open(path: path)
    guard let heading = try source.next() else { throw Problem(.invalid, "file_empty", "文件“\(path)”里没有表头") }
    let names = heading.cells.map(\.text)
    let (text, label) = (try position(of: text, in: names, path), try position(of: label, in: names, path))
    var (rows, broken): ([SeedDispatch.Row], [SeedDispatch.Refused]) = ([], [])
    while let row = try source.next() {
      if let fault = row.fault {
        broken.append(.init(line: row.number, detail: fault))
      } else if row[label].text.isEmpty {
        broken.append(.init(line: row.number, detail: "没有标签"))
      } else {
        rows.append(.init(line: row.number, text: row[text].text, label: row[label].text))
      }
    }
    return (rows, broken)
  }

  private static func position(of name: String, in names: [String], _ path: String) throws(Problem) -> Int {
    if let position = names.firstIndex(of: name) { return position }
    let note = Problem.Note(.parameter(name), "没有这一列", suggestions: names)
    throw Problem(.invalid, "column_missing", "文件“\(path)”里没有“\(name)”这一列", notes: [note])
  }
}

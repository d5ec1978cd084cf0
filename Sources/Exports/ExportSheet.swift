import FilterLanguage
import Kernel
import Ledgers
import Sheets
import TagIndex

/// How a run looks as a sheet: which columns, the lines above them, and what stands in each cell.
package struct ExportSheet: Sendable {
  private(set) var layout: SheetLayout
  private let parts: [Part]
  /// Where the values stand that the rows are grouped by; empty where the columns themselves show them.
  private let groups: [Int]
  private let totals: [String: Int]
  private let words: [Int: [String: String]]
  private let flags: Set<Int>
  private var heading: String?
  /// What each row bears, where people are shown in full.
  private var mark: String?

  private enum Part: Sendable {
    case cell(Int)
    case note(LedgerNote)
  }

  /// - Throws: `unknown_column` for a name that is neither a column nor a note of the run.
  init(_ view: RunView, _ wish: ExportInput, places: String) throws(Problem) {
    let draft = view.row.draft
    let grouped = draft.groupBy.compactMap { name in draft.columns.firstIndex { $0.name == name } }
    let isGrouped = wish.format == .xlsx || wish.format == .html
    var parts: [Part]
    if let names = wish.columns {
      parts = try names.map { name throws(Problem) in try Self.part(name, draft) }
      groups = isGrouped && Set(names).isDisjoint(with: draft.groupBy) ? grouped : []
    } else {
      let hidden = isGrouped && grouped.count < draft.columns.count ? Set(grouped) : []
      parts = draft.columns.indices.filter { !hidden.contains($0) }.map { .cell($0) } + draft.notes.map { .note($0) }
      groups = hidden.isEmpty ? [] : grouped
    }
    self.parts = parts
    words = ExportWords.of(draft.columns, view.subject)
    flags = Set(draft.columns.indices.filter { ExportWords.isFlag(draft.columns[$0].name, view.subject) })
    totals = Dictionary(
      view.totals.map { ($0.values.joined(separator: " · "), $0.rows) }, uniquingKeysWith: { first, _ in first })
    var layout = SheetLayout(
      columns: parts.map { part in
        switch part {
        case .cell(let index): ExportColumn.layout(draft.columns[index])
        case .note(let note): ExportColumn.layout(note)
        }
      }, title: draft.name,
      subtitle: (["截至 \(draft.asOf)", places, "共 \(view.total) 条"].filter { !$0.isEmpty }).joined(separator: " · "))
    (layout.sheet, layout.hasFilter) = (draft.name, groups.isEmpty)
    self.layout = layout
  }

  /// The same with what the file says of itself.
  func stamped(_ stamp: ExportStamp) -> ExportSheet {
    var sheet = self
    (sheet.layout.mark, sheet.layout.madeAt) = (stamp.mark, stamp.at)
    sheet.layout.subtitle = [layout.subtitle, stamp.line].compactMap { $0 }.joined(separator: " · ")
    guard stamp.isRevealing else { return sheet }
    sheet.mark = stamp.mark
    sheet.layout.columns.append(SheetLayout.Column(ExportStamp.column, width: 15, kind: .code))
    sheet.layout.footer = "# \(stamp.line)"
    return sheet
  }

  private static func part(_ name: String, _ draft: RunDraft) throws(Problem) -> Part {
    if let index = draft.columns.firstIndex(where: { $0.name == name }) { return .cell(index) }
    if let note = draft.notes.first(where: { $0.name == name }) { return .note(note) }
    let detail = "没有「\(name)」这一列。"
    throw Problem(
      .invalid, "unknown_column", detail,
      notes: [
        .init(
          .parameter("columns"), detail, suggestions: draft.columns.map(\.name) + draft.notes.map(\.name))
      ])
  }

  /// Writes a row, and before it the name of its group where another begins.
  mutating func write(_ line: RunLine, to writer: any SheetWriter) throws {
    if !groups.isEmpty {
      let name = groups.map { shown(line, $0).text }.joined(separator: " · ")
      if name != heading {
        heading = name
        let count = totals[groups.map { line.cells[$0].text }.joined(separator: " · ")]
        try writer.heading((name.isEmpty ? "未填" : name) + (count.map { "（\($0) 条）" } ?? ""))
      }
    }
    let cells = parts.map { part in
      switch part {
      case .cell(let index): shown(line, index)
      case .note(let note): line.cell(of: note)
      }
    }
    try writer.write(mark.map { cells + [.text($0)] } ?? cells)
  }

  private func shown(_ line: RunLine, _ index: Int) -> Cell {
    let cell = index < line.cells.count ? line.cells[index] : .empty
    if flags.contains(index) { return .text(["1", "true", "TRUE"].contains(cell.text) ? "是" : "") }
    if let word = words[index]?[cell.text] { return .text(word) }
    guard case .text(let word) = cell else { return cell }
    if words[index] != nil { return cell }
    return .text(Self.localTime(word) ?? word)
  }

  /// A moment as a clock on the wall shows it: 2026-12-03T23:59:59.000+08:00 is 2026-12-03 23:59. nil for any other text.
  private static func localTime(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 25, bytes[10] == UInt8(ascii: "T"), bytes.suffix(6).elementsEqual("+08:00".utf8),
      Day(String(text.prefix(10))) != nil
    else { return nil }
    return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
  }
}

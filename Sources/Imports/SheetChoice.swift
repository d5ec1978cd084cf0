import Kernel
import Sheets

/// Which sheet of a file is the roster, what its header means, and what becomes of the other sheets.
struct SheetChoice {
  /// nil for a text file.
  let sheet: String?
  let map: ColumnMap
  let layout: ImportLayout

  /// How many rows may stand above the header row.
  private static let openingRows = 20

  /// - Throws: `no_such_sheet`, `sheet_ambiguous` where several sheets may be meant, `columns_missing` and the like where
  ///   none can be read, `file_empty`.
  static func make(_ book: SheetBook, _ job: ImportJob) throws -> SheetChoice {
    guard !book.isText else {
      return try choice(Probe(book, nil, job), [], job)
    }
    let wanted = job.sheet.isEmpty ? book.sheets.filter { !$0.isHidden }.map(\.name) : [job.sheet]
    let probes = try wanted.map { try Probe(book, $0, job) }
    let chosen = try choose(probes)
    let sheets = book.sheets.map { sheet in
      ImportLayout.Sheet(sheet.name, use(of: sheet, chosen, probes))
    }
    return try choice(chosen, sheets, job)
  }

  /// What can be said of a file in which no roster was found: its sheets with what speaks against each, and where there is but
  /// one to be meant, what of its header is understood.
  static func survey(_ book: SheetBook, _ job: ImportJob) throws -> (layout: ImportLayout, map: ColumnMap?) {
    let names: [String?] = book.isText ? [nil] : book.sheets.filter { !$0.isHidden }.map(\.name)
    let probes = try names.map { try Probe(book, $0, job) }
    var layout = ImportLayout()
    layout.sheets = book.sheets.map { sheet in .init(sheet.name, use(of: sheet, nil, probes)) }
    let filled = probes.filter { !$0.lines.isEmpty }
    let meant = filled.first { !job.sheet.isEmpty && $0.name == job.sheet } ?? (filled.count == 1 ? filled[0] : nil)
    guard let block = meant?.block else { return (layout, nil) }
    return (layout, ColumnMap.understood(block, job.subject))
  }

  private static func choice(
    _ probe: Probe, _ sheets: [ImportLayout.Sheet], _ job: ImportJob
  ) throws -> SheetChoice {
    guard let block = probe.block else { throw Problem(.invalid, "file_empty", "文件里没有内容。") }
    var layout = ImportLayout()
    layout.sheets = sheets
    layout.headerRow = probe.lines[block.index].number
    return SheetChoice(sheet: probe.name, map: try probe.map.get(), layout: layout)
  }

  /// The one sheet with a header and rows; else the one with a header; else the only one that says anything, whose fault is
  /// then the file's.
  private static func choose(_ probes: [Probe]) throws -> Probe {
    let rosters = probes.filter { $0.isMapped && $0.hasRows }
    if rosters.count > 1 {
      let names = rosters.compactMap(\.name)
      throw Problem(
        .invalid, "sheet_ambiguous",
        "文件里有 \(rosters.count) 张工作表都像名册：\(names.joined(separator: "、"))。请指明要导入哪一张（sheet），其余的分次导入。",
        notes: [.init(.parameter("sheet"), "工作表的名称", suggestions: names)])
    }
    if let one = rosters.first ?? probes.first(where: \.isMapped) { return one }
    let filled = probes.filter { !$0.lines.isEmpty }
    if filled.count == 1 || probes.count == 1, let one = filled.first ?? probes.first { return one }
    guard !filled.isEmpty else { throw Problem(.invalid, "file_empty", "所有工作表都是空的。") }
    throw Problem(
      .invalid, "columns_missing",
      "没有一张工作表有需要的列。工作表：\(filled.compactMap(\.name).joined(separator: "、"))。请指明工作表（sheet），或指定列的含义（mapping）。",
      notes: [.init(.parameter("sheet"), "工作表的名称", suggestions: filled.compactMap(\.name))])
  }

  private static func use(of sheet: SheetBook.Sheet, _ chosen: Probe?, _ probes: [Probe]) -> ImportLayout.SheetUse {
    if let chosen, sheet.name == chosen.name { return .read }
    if sheet.isHidden { return .hidden }
    guard let probe = probes.first(where: { $0.name == sheet.name }) else { return .notChosen }
    if probe.lines.isEmpty { return .empty }
    return probe.isMapped ? .notChosen : .noHeader
  }

  /// A look at the first rows of a sheet.
  private struct Probe {
    let name: String?
    let lines: [HeaderBlock.Line]
    let block: HeaderBlock?
    let map: Result<ColumnMap, Problem>
    let hasRows: Bool

    var isMapped: Bool { (try? map.get()) != nil }

    init(_ book: SheetBook, _ name: String?, _ job: ImportJob) throws {
      self.name = name
      let rows = try book.rows(of: name)
      var lines: [HeaderBlock.Line] = []
      while lines.count < SheetChoice.openingRows, let row = try rows.next() {
        let line = HeaderBlock.Line(number: row.number, cells: row.cells.map(\.text), spans: row.spans)
        if line.cells.contains(where: { !$0.isEmpty }) { lines.append(line) }
      }
      self.lines = lines
      block = HeaderBlock.find(among: lines, subject: job.subject, overrides: job.mapping)
      guard let block else {
        (map, hasRows) = (.failure(Problem(.invalid, "file_empty", "文件里没有内容。")), false)
        return
      }
      do throws(Problem) {
        let found = try ColumnMap.make(header: block, subject: job.subject, overrides: job.mapping)
        map = .success(found)
        hasRows = lines[(block.index + 1)...].contains { LeftOutKind.of($0.cells, found) == nil }
      } catch {
        (map, hasRows) = (.failure(error), false)
      }
    }
  }
}

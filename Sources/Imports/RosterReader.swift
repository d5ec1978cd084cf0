import Foundation
import Identity
import Kernel
import Platform
import Sheets
import Storage

/// The first stage: finds the sheet and its header and lays the rows down, sealed, in batches, under the numbers that the
/// sheet gives them. Resumes after the last row laid down.
struct RosterReader {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  private let halt: ImportHalt

  init(_ job: ImportJob, _ store: Store, _ pace: ImportPace, _ halt: ImportHalt) {
    (self.job, self.store, self.pace, self.halt) = (job, store, pace, halt)
  }

  func run() async throws {
    let file = try await store.read { [job] in try $0.importFile(job.id) }
    let book = try SheetFile.book([UInt8](file))
    try await layDown(book, job.headers.isEmpty ? try await open(book) : job)
    let next: ImportState = job.autoApply && !job.dryRun ? .applying : .matching
    try await store.write { [job] writer in
      try writer.setState(import: job.id, from: .reading, to: .matching)
      if next == .applying { try writer.setState(import: job.id, from: .matching, to: .applying) }
      // A trial is soon followed by another, or by the import in earnest.
      if !job.dryRun { try writer.deleteChunks(import: job.id) }
    }
  }

  /// Finds the header; its meaning is kept when it is read for the first time.
  private func open(_ book: SheetBook) async throws -> ImportJob {
    let choice = try await choose(book)
    let source = job.source.isEmpty ? ImportSource.unsaid(job.subject).name : job.source
    return try await store.write { [job] writer in
      try Self.checkStreet(job, choice.map, writer.read)
      try writer.setColumns(
        import: job.id, choice.map, source: source, sheet: choice.sheet ?? "", layout: choice.layout)
      guard let job = try writer.read.importJob(job.id) else { throw ImportMovedOn.problem }
      return job
    }
  }

  /// A file that is not understood says what is in it, so that somebody can say which sheet and which columns are meant.
  private func choose(_ book: SheetBook) async throws -> SheetChoice {
    do {
      return try SheetChoice.make(book, job)
    } catch let problem as Problem where problem.kind == .invalid {
      let (layout, map) = try SheetChoice.survey(book, job)
      try await store.write { [job] writer in try writer.setSurvey(import: job.id, layout, map) }
      throw problem
    }
  }

  private func layDown(_ book: SheetBook, _ job: ImportJob) async throws {
    let rows = try book.rows(of: job.sheet.isEmpty ? nil : job.sheet)
    let sorter = RowSorter(job, isText: book.isText, from1904: book.from1904)
    var layout = job.layout
    let start = max(job.rowsRead, job.layout.headerRow ?? 0)
    var (last, isBehind) = (start, false)
    var batch: [StagedRow] = []
    while let row = try rows.next() {
      try halt.check()
      guard isBehind || row.number > start else { continue }
      isBehind = true
      // A file may give one number twice; ours go up.
      guard let staged = sorter.sort(row, number: max(row.number, last + 1), &layout) else { continue }
      last = staged.n
      batch.append(staged)
      if batch.count == pace.batch * 4 {
        try await stage(batch, layout)
        batch = []
      }
    }
    try await stage(batch, layout)
  }

  private func stage(_ rows: [StagedRow], _ layout: ImportLayout) async throws {
    try await store.write { [job] writer in
      guard try writer.read.importJob(job.id)?.state == .reading else { throw ImportMovedOn.problem }
      try writer.stage(import: job.id, rows, layout)
    }
    guard let last = rows.last else { return }
    pace.progress(.reading, last.n)
    try await pace.afterBatch(.reading, rows.count)
  }

  /// Committees come under a street: the roster's area says which, or a column does.
  private static func checkStreet(_ job: ImportJob, _ map: ColumnMap, _ reader: Reader) throws {
    guard job.subject == .houses else { return }
    let tree = AreaTree(try reader.areas())
    let area = job.area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)] }
    if StreetFinder.needsColumn(area, tree), map.columns[.street] == nil {
      throw Problem(
        .invalid, "area_missing", "不知道这些房屋在哪个街道：请指定街道代码（area），或在文件里加一列「街道」。",
        notes: [.init(.parameter("area"), "街道或居委会的代码")])
    }
    if map.columns[.committee] == nil, area?.level != .committee {
      throw Problem(
        .invalid, "columns_missing", "缺少必需的列：committee。文件里的列：\(map.headers.joined(separator: "、"))。",
        notes: [
          .init(
            .parameter("mapping"), "committee 认得的列名",
            suggestions: ImportField.committee.synonyms(for: .houses))
        ])
    }
  }
}

/// Sorts the rows behind the header into those that are about somebody and those that are not.
private struct RowSorter {
  private let map: ColumnMap
  private let isText: Bool
  private let from1904: Bool
  private static let days: [ImportField] = [.birth, .death, .since, .until, .opened, .licenceUntil, .due]

  init(_ job: ImportJob, isText: Bool, from1904: Bool) {
    (map, self.isText, self.from1904) = (job.columnMap, isText, from1904)
  }

  /// nil for a row that is about nobody; the layout then says so.
  func sort(_ row: Sheets.Row, number: Int, _ layout: inout ImportLayout) -> StagedRow? {
    let cells = texts(row)
    if row.fault == nil, row.notes.isEmpty, let kind = LeftOutKind.of(cells, map) {
      layout.leaveOut(row.number, kind)
      return nil
    }
    var fault = row.fault
    for column in cells.indices where isNameless(column) && !cells[column].trimmingBlanks.isEmpty {
      if isText, column >= map.headers.count {
        fault = fault ?? "第 \(row.number) 行有 \(cells.count) 列，表头只有 \(map.headers.count) 列，可能有没加引号的逗号"
      } else {
        layout.nameless(column + 1)
      }
    }
    return StagedRow(n: number, cells: cells, notes: row.notes, fault: fault)
  }

  private func isNameless(_ column: Int) -> Bool {
    !map.headers.indices.contains(column) || map.headers[column].isEmpty
  }

  /// What the cells say. A bare number in a column of days counts from the workbook's own first day.
  private func texts(_ row: Sheets.Row) -> [String] {
    var cells = row.cells.map(\.text)
    guard from1904 else { return cells }
    for column in Self.days.compactMap({ map.columns[$0] }) where column < cells.count {
      guard case .number(let serial) = row.cells[column],
        let day = try? DateReading.day(serial: serial, from1904: true)
      else { continue }
      cells[column] = day.description
    }
    return cells
  }
}

/// What a stage ends with when somebody has cancelled the import meanwhile.
enum ImportMovedOn {
  static let problem = Problem(.conflict, "import_moved_on", "该导入的状态已改变，请刷新后再试。")
}

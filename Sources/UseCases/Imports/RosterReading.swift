import Domain
import Foundation
import Sheets
import Store

/// The first stage: finds the header row and lays the rows down, sealed, in batches. Resumes after the last row laid down.
struct RosterReading {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  /// How many rows may stand above the header row.
  private static let titleRows = 10

  init(_ job: ImportJob, _ store: Store, _ pace: ImportPace) {
    (self.job, self.store, self.pace) = (job, store, pace)
  }

  func run() async throws {
    let file = try await store.read { [job] in try $0.importFile(job.id) }
    let roster = try RosterFile(file)
    let opening = try roster.opening(Self.titleRows)
    let header = try await header(opening)
    var waiting = opening.dropFirst(header + 1).map { $0 }[...]
    var n = 0
    var batch: [StagedRow] = []
    while let row = try waiting.popFirst() ?? roster.next() {
      n += 1
      guard n > job.rowsRead else { continue }
      batch.append(StagedRow(n: n, cells: row.cells.map(\.text), fault: row.fault))
      if batch.count == pace.batch * 4 {
        try await stage(batch)
        batch = []
      }
    }
    try await stage(batch)
    let next: ImportState = job.autoApply && !job.dryRun ? .applying : .matching
    try await store.write { [job] writer in
      try writer.setState(import: job.id, from: .reading, to: .matching)
      if next == .applying { try writer.setState(import: job.id, from: .matching, to: .applying) }
      try writer.deleteChunks(import: job.id)
    }
  }

  private func stage(_ rows: [StagedRow]) async throws {
    guard !rows.isEmpty else { return }
    try await store.write { [job] writer in
      guard try writer.read.importJob(job.id)?.state == .reading else { throw ImportMovedOn.problem }
      try writer.stage(import: job.id, rows)
    }
    pace.progress(.reading, rows.last?.n ?? 0)
    try await pace.afterBatch(.reading, rows.count)
  }

  /// Which of the opening rows is the header; its meaning is kept when it is read for the first time.
  private func header(_ opening: [Sheets.Row]) async throws -> Int {
    let rows = opening.map { $0.cells.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) } }
    if !job.headers.isEmpty, let index = rows.firstIndex(of: job.headers) { return index }
    guard let index = ColumnMap.headerRow(among: rows, subject: job.subject, overrides: job.mapping) else {
      throw Problem(.invalid, "file_empty", "文件里没有内容。")
    }
    let map = try ColumnMap.make(headers: rows[index], subject: job.subject, overrides: job.mapping)
    let source = job.source.isEmpty ? ImportSource.guess(job.subject, map).name : job.source
    try await store.write { [job] writer in
      try Self.checkStreet(job, map, writer.read)
      try writer.setColumns(import: job.id, map, source: source)
    }
    return index
  }

  /// Committees come under a street: the roster's area says which, or a column does.
  private static func checkStreet(_ job: ImportJob, _ map: ColumnMap, _ reader: Reader) throws {
    guard job.subject == .houses else { return }
    let tree = AreaTree(try reader.areas())
    let area = job.area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)] }
    if StreetFinder.needsColumn(area, tree), map.columns[.street] == nil {
      throw Problem(
        .invalid, "area_missing", "不知道这些房屋在哪个街道：请用 --area 指定街道代码，或在文件里加一列「街道」。",
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

/// What a stage ends with when somebody has cancelled the import meanwhile.
enum ImportMovedOn {
  static let problem = Problem(.conflict, "import_moved_on", "该导入的状态已改变，请刷新后再试。")
}

import Kernel
import Platform
import Sheets
import Storage

/// What two runs differ in: who came, who left and why, and what changed of those who stayed. Who: callers for whom both runs
/// exist; only rows in their areas count.
package enum DiffRuns {
  package struct Change: Sendable {
    package let column: LedgerColumn
    package let before: Cell
    package let after: Cell
  }

  package struct Left: Sendable {
    package let line: RunLine
    package let why: [LeavingReason]
  }

  package struct Answer: Sendable {
    package let run: RunView
    package let against: RunView
    package let added: (total: Int, items: [RunLine])
    package let left: (total: Int, items: [Left])
    package let changed: (total: Int, items: [(id: Int64, fields: [Change])])
  }

  /// Enough for some 250,000 rows.
  package static let bound = WorkBudget.Limits(steps: .max, processor: .milliseconds(1800), elapsed: .seconds(10))

  /// - Parameters:
  ///   - against: the older run; nil for the one before of the same ledger and areas.
  ///   - limit: how many rows of each kind are listed; the totals are exact.
  /// - Throws: `not_found`, `run_not_done`, `no_run_before`, `not_comparable`, `too_costly`.
  package static func run(
    _ id: Int64, against: Int64?, limit: Int, caller: Caller, app: AppContext,
    limits: WorkBudget.Limits = DiffRuns.bound
  ) async throws -> Answer {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let view = try await GetRun.done(id, sight, app)
    guard let older = against ?? view.row.previous else {
      throw Problem(.conflict, "no_run_before", "这是第一次生成，没有可以比较的上一次。请用 against 指定。")
    }
    let before = try await GetRun.done(older, sight, app)
    guard before.subject == view.subject else {
      throw Problem(
        .invalid, "not_comparable", "两次生成查的不是同一类对象。", notes: [.init(.parameter("against"), "查的不是同一类对象。")])
    }
    let columns = RunComparison(old: before.row.draft.columns, new: view.row.draft.columns)
    let found = try await app.store.read { [before, view] reader in
      for row in [before.row, view.row] { try GetRun.requireRows(row, reader) }
      return try columns.compare(old: before, new: view, limit: limit, reader, limits)
    }
    let leaving = try await LeavingReasons(before, view, caller, app)
    let (oldCells, newCells) = (
      RunMasking(columns: before.row.draft.columns), RunMasking(columns: view.row.draft.columns)
    )
    func line(_ row: FrozenRow, _ cells: RunMasking) -> RunLine {
      RunLine(id: Int64(row.subject), cells: cells.cells(row), marks: [])
    }
    var left: [Left] = []
    for row in found.left.items {
      left.append(Left(line: line(row, oldCells), why: try await leaving.why(row)))
    }
    return Answer(
      run: view, against: before, added: (found.added.total, found.added.items.map { line($0, newCells) }),
      left: (found.left.total, left),
      changed: (
        found.changed.total,
        found.changed.items.map { pair in
          (Int64(pair.new.subject), columns.changes(pair.old, pair.new))
        }
      ))
  }
}

/// The comparison of rows, column by column.
struct RunComparison: Sendable {
  /// Columns of both runs, by their places in each; what moves by itself with the day does not count as a change.
  private let pairs: [(column: LedgerColumn, old: Int, new: Int)]

  struct Found<Item: Sendable>: Sendable {
    var total = 0
    var items: [Item] = []

    mutating func add(_ item: @autoclosure () -> Item, limit: Int) {
      total += 1
      if items.count < limit { items.append(item()) }
    }
  }

  struct Result: Sendable {
    var added = Found<FrozenRow>()
    var left = Found<FrozenRow>()
    var changed = Found<(old: FrozenRow, new: FrozenRow)>()
  }

  init(old: [LedgerColumn], new: [LedgerColumn]) {
    pairs = new.enumerated().compactMap { place, column in
      guard !Self.moves(column.name), let other = old.firstIndex(where: { $0.name == column.name }) else { return nil }
      return (column, other, place)
    }
  }

  private static func moves(_ name: String) -> Bool {
    if case .daysUntil? = ColumnName(name) { return true }
    return ["age", "version", "updated_at"].contains(name)
  }

  /// Reads both runs once, and those rows of the older one again that are to be shown.
  ///
  /// - Throws: `too_costly`, `too_busy`: whoever compares holds one of the database's readers meanwhile.
  func compare(
    old: RunView, new: RunView, limit: Int, _ reader: Reader, _ limits: WorkBudget.Limits
  ) throws -> Result {
    let budget = WorkBudget(limits)
    var hashes: [UInt32: Int] = [:]
    try old.access.each(old.row.id, reader, within: budget) { row in hashes[row.subject] = hash(row, \.old) }
    var result = Result()
    var changed: [FrozenRow] = []
    try new.access.each(new.row.id, reader, within: budget) { row in
      guard let before = hashes.removeValue(forKey: row.subject) else {
        return result.added.add(row, limit: limit)
      }
      guard before != hash(row, \.new) else { return }
      result.changed.total += 1
      if changed.count < limit { changed.append(row) }
    }
    let held = try reader.runRows(old.row.id, of: Set(changed.map(\.subject))).compactMapValues(old.access.seen)
    result.changed.items = changed.compactMap { row in held[row.subject].map { ($0, row) } }
    result.left.total = hashes.count
    guard !hashes.isEmpty else { return result }
    try old.access.each(old.row.id, reader, within: budget) { row in
      if hashes[row.subject] != nil, result.left.items.count < limit { result.left.items.append(row) }
    }
    return result
  }

  /// What is another, masked as in lists.
  func changes(_ old: FrozenRow, _ new: FrozenRow) -> [DiffRuns.Change] {
    let cells = RunMasking(columns: [])
    return pairs.compactMap { pair in
      guard pair.old < old.cells.count, pair.new < new.cells.count, old.cells[pair.old] != new.cells[pair.new] else {
        return nil
      }
      return DiffRuns.Change(
        column: pair.column, before: cells.cell(old.cells[pair.old], pair.column.kind, isShown: false),
        after: cells.cell(new.cells[pair.new], pair.column.kind, isShown: false))
    }
  }

  private func hash(_ row: FrozenRow, _ side: (((column: LedgerColumn, old: Int, new: Int)) -> Int)) -> Int {
    var hasher = Hasher()
    for pair in pairs where side(pair) < row.cells.count { hasher.combine(row.cells[side(pair)]) }
    return hasher.finalize()
  }
}

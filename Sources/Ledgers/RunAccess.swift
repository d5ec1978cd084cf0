import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// Which frozen rows of a run exist for a caller.
///
/// Work orders are those of the caller's own list: they change units and places. Everything else is where it lay when it was
/// frozen, for a list that was printed stays what it was, but for houses that have come to lie elsewhere since: what was
/// frozen of them, and of whoever lived or traded there, went along.
package struct RunAccess: Sendable {
  private enum Rule: Sendable {
    case all
    case places(Set<UInt32>)
    case rows(Bitmap)
    case moved(Moved)
  }

  private struct Moved: Sendable {
    package let houses: Set<UInt32>
    let places: Set<UInt32>
    package let subject: Subject
    package let asOf: Day
    package let index: TagIndex

    /// Where the row lies today, if its house has moved since.
    package func place(of row: FrozenRow) -> Location? {
      let home = index.locations(of: [row.subject], subject, asOf: asOf, scope: .everything).first ?? nil
      return home.flatMap { home in home.house.map(houses.contains) == true ? home : nil }
    }
  }

  private let rule: Rule
  /// Columns that name areas, by their places: of a row that has come to the caller they tell whose it was.
  private let areaColumns: [Int]

  package init(_ run: RunRecord, _ policy: AccessPolicy, _ reader: Reader) throws {
    areaColumns = run.draft.columns.indices.filter { Self.areaNames.contains(run.draft.columns[$0].name) }
    guard let places = policy.placed else {
      rule = .all
      return
    }
    guard let subject = Subject(word: run.draft.subject), subject != .workOrders else {
      rule = .rows(policy.everyone(.workOrders))
      return
    }
    let houses = try reader.housesMoved(since: run.madeAt)
    switch subject {
    case _ where houses.isEmpty: rule = .places(places)
    case .houses, .buildings, .assets: rule = .rows(policy.everyone(subject))
    default:
      rule = .moved(
        Moved(houses: houses, places: places, subject: subject, asOf: run.draft.asOf, index: policy.live.index))
    }
  }

  private static let areaNames: Set = ["committee", "grid", "subdistrict", "district", "area"]

  /// The committees and grids that chunks with such rows name; nil where every chunk has to be looked at.
  var chunkPlaces: [UInt32]? { if case .places(let places) = rule { places.sorted() } else { nil } }

  /// The row as the caller sees it; nil where it does not exist for them.
  package func seen(_ row: FrozenRow) -> FrozenRow? {
    switch rule {
    case .all: return row
    case .places(let places): return row.lies(in: places) ? row : nil
    case .rows(let ids): return ids.contains(row.subject) ? row : nil
    case .moved(let moved):
      guard let place = moved.place(of: row) else { return row.lies(in: moved.places) ? row : nil }
      let lies = [place.committee, place.grid].compactMap(\.self).contains(where: moved.places.contains)
      return lies ? (row.lies(in: moved.places) ? row : row.blanking(areaColumns)) : nil
    }
  }

  /// The rows from a chunk on, chunk by chunk.
  func rows(of run: Int64, from chunk: Int, limit: Int, _ reader: Reader) throws -> [(chunk: Int, rows: [Placed])] {
    try reader.runChunks(run, from: chunk, scope: chunkPlaces, limit: limit).map { chunk in
      let rows = FrozenRows(chunk.rows).enumerated().compactMap { offset, row in
        seen(row).map { Placed(chunk: chunk.n, offset: offset, row: $0) }
      }
      return (chunk.n, rows)
    }
  }

  /// A row and where it stands in the run.
  struct Placed: Sendable {
    let chunk: Int
    let offset: Int
    let row: FrozenRow
  }

  /// All rows, in their order.
  func each(_ run: Int64, _ reader: Reader, within budget: WorkBudget, _ body: (FrozenRow) throws -> Void) throws {
    var next = 0
    while let found = try rows(of: run, from: next, limit: 1, reader).first {
      _ = budget.spend(found.rows.count)
      try budget.check()
      for placed in found.rows { try body(placed.row) }
      next = found.chunk + 1
    }
  }

  /// How the rows that the caller sees spread over what the run is grouped by.
  ///
  /// - Throws: `too_costly`.
  package func groups(of run: RunRecord, _ reader: Reader, within budget: WorkBudget) throws -> [RunGroup] {
    switch rule {
    case .all: return run.groups
    case .places(let places):
      return run.groups.filter { group in [group.committee, group.grid].contains { $0.map(places.contains) == true } }
    case .rows, .moved: return run.state == .done ? try count(run, reader, budget) : []
    }
  }

  private func count(_ run: RunRecord, _ reader: Reader, _ budget: WorkBudget) throws -> [RunGroup] {
    let columns = run.draft.groupBy.compactMap { name in run.draft.columns.firstIndex { $0.name == name } }
    var (order, counts): ([[String]], [[String]: Int]) = ([], [:])
    func add(_ values: [String], _ rows: Int) {
      if counts[values] == nil { order.append(values) }
      counts[values, default: 0] += rows
    }
    if columns.isEmpty, case .rows(let ids) = rule {
      try reader.runSubjects(run.id) { _, subjects in
        _ = budget.spend(subjects.count)
        try budget.check()
        let rows = subjects.count(where: ids.contains)
        if rows > 0 { add([], rows) }
      }
    } else {
      try each(run.id, reader, within: budget) { row in add(columns.map { row.text($0) }, 1) }
    }
    return order.map { RunGroup(values: $0, committee: nil, grid: nil, rows: counts[$0] ?? 0) }
  }
}

extension FrozenRow {
  /// Without what stands in these columns.
  fileprivate func blanking(_ columns: [Int]) -> FrozenRow {
    var cells = cells
    for column in columns where column < cells.count { cells[column] = .null }
    return FrozenRow(subject: subject, committee: committee, grid: grid, cells: cells)
  }

  /// A cell as the rows are grouped by it.
  fileprivate func text(_ column: Int) -> String {
    guard column < cells.count, case .text(let text) = cells[column] else { return "" }
    return text
  }
}

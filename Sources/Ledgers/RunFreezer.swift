import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// Freezes rows: reads their cells and where they lie, and counts them by group.
struct RunFreezer {
  /// Rows in a chunk.
  static let chunk = 500

  private let plan: RunPlan
  private let index: LiveIndex
  private let tags: TagCells?
  private(set) var groups: [RunGroup] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let values: [String]
    let committee: UInt32?
    let grid: UInt32?
  }

  init(_ plan: RunPlan, _ app: AppContext) async throws {
    self.plan = plan
    index = try app.index
    tags = try await TagCells(plan, app)
  }

  /// The rows of these ids as chunks. A row that has gone meanwhile is left out.
  mutating func freeze(_ ids: ArraySlice<UInt32>, _ store: Store) async throws -> [RunChunkDraft] {
    let parts = stride(from: ids.startIndex, to: ids.endIndex, by: Self.chunk).map { start in
      Array(ids[start..<min(start + Self.chunk, ids.endIndex)])
    }
    let work = parts.map { part in
      Part(
        ids: part, tags: tags.map { cells in part.map { cells.json(of: $0) } } ?? [],
        places: index.index.places(of: part, plan.subject, asOf: plan.query.asOf, scope: plan.query.scope))
    }
    let frozen = try await store.read { [freeze = plan.freeze] reader in
      try work.map { part in try part.freeze(freeze, reader) }
    }
    for part in frozen { for key in part.keys { count(key) } }
    return frozen.map(\.chunk)
  }

  private mutating func count(_ key: Key) {
    if let place = places[key] {
      groups[place].rows += 1
    } else {
      places[key] = groups.count
      groups.append(RunGroup(values: key.values, committee: key.committee, grid: key.grid, rows: 1))
    }
  }

  /// One chunk's worth.
  private struct Part: Sendable {
    let ids: [UInt32]
    let tags: [[String]]
    let places: [RowPlace?]

    func freeze(_ plan: FreezePlan, _ reader: Reader) throws -> (chunk: RunChunkDraft, keys: [Key]) {
      var chunk = RunChunkDraft()
      var keys: [Key] = []
      chunk.subjects.reserveCapacity(ids.count)
      chunk.rows.reserveCapacity(ids.count * 200)
      var position = 0
      try reader.freeze(plan, ids: ids, tags: tags) { id, cells, values in
        while position < ids.count, ids[position] != id { position += 1 }
        guard position < ids.count else {
          throw Problem(.internalFault, "internal_error", "名单各行的次序不对，没有保存。")
        }
        let place = places[position]
        append(id, place, cells, to: &chunk)
        keys.append(Key(values: values, committee: place?.area, grid: place?.grid))
      }
      chunk.rows.append(UInt8(ascii: chunk.rows.isEmpty ? "[" : "]"))
      if chunk.subjects.isEmpty { chunk.rows.append(UInt8(ascii: "]")) }
      return (chunk, keys)
    }

    private func append(
      _ id: UInt32, _ place: RowPlace?, _ cells: UnsafeBufferPointer<UInt8>, to chunk: inout RunChunkDraft
    ) {
      chunk.rows.append(UInt8(ascii: chunk.rows.isEmpty ? "[" : ","))
      let committee = place.map { String($0.area) } ?? "null"
      let grid = place?.grid.map { String($0) } ?? "null"
      chunk.rows.append(contentsOf: "[\(id),\(committee),\(grid),".utf8)
      chunk.rows.append(contentsOf: cells)
      chunk.rows.append(UInt8(ascii: "]"))
      chunk.subjects.append(id)
      if let place { chunk.places.insert(place.area) }
      if let grid = place?.grid { chunk.places.insert(grid) }
    }
  }
}

/// The names of tags that stand in columns of tags. Restricted ones never do, nor those of an area that does not hold all of
/// the run's: a run goes further than its caller.
private struct TagCells {
  /// For each column, the tags with their rows.
  private let columns: [[(json: String, rows: Bitmap)]]

  /// Nil where no column is of tags.
  init?(_ plan: RunPlan, _ app: AppContext) async throws {
    let live = try app.index
    let (all, faults) = (live.tags, live.index.faults)
    var columns: [[(json: String, rows: Bitmap)]] = []
    for column in plan.freeze.columns {
      guard case .tags(let line) = column else { continue }
      // One whose rule is broken is nobody's here; the tag itself says that it is.
      let tags = all.filter { tag in
        tag.subject == plan.subject.tagSubject && !tag.isRestricted && line.map { $0 == tag.line } ?? true
          && faults[tag.code] == nil && Self.isEverybodys(tag, plan.draft.areas, live.areas)
      }
      let (subject, query) = (plan.subject, plan.query)
      columns.append(
        try await app.ask(plan.caller) { index, budget in
          try tags.map { tag in
            let asked = Query(subject, .tag(code: tag.code), asOf: query.asOf, scope: query.scope)
            return (JSONValue.string(tag.name).text, try index.select(asked, budget: budget).ids)
          }.filter { !$0.1.isEmpty }
        })
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }

  private static func isEverybodys(_ tag: TagRow, _ areas: [Int64]?, _ tree: AreaTree) -> Bool {
    guard let owner = tag.owner else { return true }
    return areas?.allSatisfy { area in
      tree.path(UInt32(truncatingIfNeeded: area)).contains { Int64($0.id) == owner }
    } ?? false
  }

  package func json(of id: UInt32) -> [String] {
    columns.map { tags in
      "[" + tags.filter { $0.rows.contains(id) }.map(\.json).joined(separator: ",") + "]"
    }
  }
}

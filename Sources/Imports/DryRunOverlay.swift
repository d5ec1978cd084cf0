/// Something that the database holds and rows are matched with.
protocol ExistingRow: Equatable {
  associatedtype LookUp: Hashable
  var id: Int64 { get }
  /// By what it can be found.
  var lookUps: [LookUp] { get }
}

/// What rows are matched with: the database, and, in a plan, what the rows before would have made of it.
///
/// A plan writes nothing and keeps what it would write in memory, under ids below zero; applying writes. Both decide by the
/// same code, so that a dry run says what will happen. Lives inside one read or write.
final class DryRunOverlay<Held: ExistingRow> {
  private let load: (Held.LookUp) throws -> [Held]
  private let write: ((Held, Held?) throws -> Int64)?
  private var planned: [Int64: Held] = [:]
  private var index: [Held.LookUp: [Int64]] = [:]
  private var next: Int64 = -1

  /// - Parameter write: saves a thing and what it was before; nil plans only.
  init(load: @escaping (Held.LookUp) throws -> [Held], write: ((Held, Held?) throws -> Int64)?) {
    (self.load, self.write) = (load, write)
  }

  /// - Parameter stored: what the database holds of it, where the caller knows better than to load all.
  func find(_ lookUp: Held.LookUp, stored known: [Held]? = nil) throws -> [Held] {
    let stored = try known ?? load(lookUp)
    guard write == nil else { return stored }
    let kept = stored.filter { planned[$0.id] == nil }
    let changed = (index[lookUp] ?? []).compactMap { planned[$0] }.filter { $0.lookUps.contains(lookUp) }
    return kept + changed
  }

  /// In a plan, what the rows before would have made of it.
  func planned(_ id: Int64) -> Held? { planned[id] }

  /// In a plan, how many may be found so that the rows before would have made or changed.
  func plannedCount(_ lookUp: Held.LookUp) -> Int { index[lookUp]?.count ?? 0 }

  /// - Returns: the id, below zero for what a plan would make.
  func save(_ held: Held, was old: Held?, renumbered: (Held, Int64) -> Held) throws -> Int64 {
    if let write { return try write(held, old) }
    let id = old?.id ?? next
    if old == nil { next -= 1 }
    let kept = renumbered(held, id)
    let known = Set(planned[id]?.lookUps ?? [])
    planned[id] = kept
    for lookUp in kept.lookUps where !known.contains(lookUp) { index[lookUp, default: []].append(id) }
    return id
  }
}

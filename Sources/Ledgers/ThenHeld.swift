import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// Which parts of a condition held for a row on the older run's day: tags by when they began and ended, places as the run has
/// them, everything else by asking the question of that day.
struct ThenHeld {
  /// Of the older run's day.
  let query: Query
  let tree: AreaTree
  let tags: [TagRow]
  let caller: Caller
  let app: AppContext

  /// The smallest parts of a condition that have made it fail: it held then, and fails on `now`'s day.
  ///
  /// - Returns: nothing where the records do not show which of several alternatives had held.
  func changed(_ condition: Expression, _ row: FrozenRow, _ now: Query) async throws -> [Expression] {
    switch condition {
    case .and(let parts):
      var failing: [Expression] = []
      for part in parts {
        if try await holds(part, row, now) { continue }
        failing += try await changed(part, row, now)
      }
      return failing
    case .or(let parts):
      var failing: [Expression] = []
      for part in parts {
        if try await held(part, row) { failing += try await changed(part, row, now) }
      }
      return failing
    case .not(.and(let parts)): return try await changed(.or(parts.map { .not($0) }), row, now)
    case .not(.or(let parts)): return try await changed(.and(parts.map { .not($0) }), row, now)
    case .not(.not(let inner)): return try await changed(inner, row, now)
    default: return [condition]
    }
  }

  private func holds(_ condition: Expression, _ row: FrozenRow, _ query: Query) async throws -> Bool {
    try await app.ask(caller) { [id = row.subject] index, budget in
      try index.holding([condition], for: id, query, budget: budget).first ?? false
    }
  }

  /// Whether a condition held then.
  private func held(_ condition: Expression, _ row: FrozenRow) async throws -> Bool {
    switch condition {
    case .everything: return true
    case .and(let parts):
      for part in parts {
        if try await !held(part, row) { return false }
      }
      return true
    case .or(let parts):
      for part in parts {
        if try await held(part, row) { return true }
      }
      return false
    case .tag(let code):
      guard let tag = tags.first(where: { $0.code == code }), !tag.isComputed else {
        return try await holds(condition, row, query)
      }
      return try await had(tag, row.subject)
    case .field(let field, .compare(.equal, .text(let name))):
      guard let level = StoredAreas.level(of: field) else { return try await holds(condition, row, query) }
      return lay(in: [name], level, row)
    case .field(let field, .list(let values)):
      guard let level = StoredAreas.level(of: field) else { return try await holds(condition, row, query) }
      return lay(in: values.compactMap { if case .text(let name) = $0 { name } else { nil } }, level, row)
    case .not, .field, .related, .count: return try await holds(condition, row, query)
    }
  }

  /// A tag that was ended on that very day was there when the run was made.
  private func had(_ tag: TagRow, _ id: UInt32) async throws -> Bool {
    let (target, day) = (TagTarget(tag.subject, Int64(id)), query.asOf)
    return try await app.store.read { reader in
      try reader.taggings(of: target, tag: tag.id).contains { row in
        row.since <= day && (row.until.map { day <= $0 } ?? true)
      }
    }
  }

  private func lay(in names: [String], _ level: AreaFacts.Level, _ row: FrozenRow) -> Bool {
    guard let lowest = row.grid ?? row.committee else { return false }
    let path = Set(tree.path(lowest).map(\.id))
    return names.contains { name in StoredAreas.areas(name, level, tree).contains { path.contains($0.id) } }
  }
}

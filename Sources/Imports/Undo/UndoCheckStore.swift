import GRDB
import Kernel
import Platform
import Registry
import Storage

/// Says of one row of a roster after the other, from the last to the first, whether it can be taken back.
///
/// While it is only asked, what the rows behind it would take away counts as gone and what they would put back as it was;
/// while it is done, they have done so.
struct UndoCheck {
  private struct Key: Hashable {
    let table: TracedTable
    let id: Int64
  }

  private let reader: Reader
  private let sight: UndoSight
  private var gone: Set<Key> = []
  private var put: [Key: RowState] = [:]

  init(_ reader: Reader, _ sight: UndoSight) { (self.reader, self.sight) = (reader, sight) }

  /// Counts a row as taken back.
  mutating func assume(_ effects: ImportEffects) {
    for made in effects.made { gone.insert(Key(table: made.table, id: made.id)) }
    for changed in effects.changed {
      put[Key(table: changed.table, id: changed.id), default: [:]].merge(changed.before) { _, new in new }
    }
  }

  /// - Returns: what stands against it; nil for nothing.
  func obstacle(_ effects: ImportEffects) throws -> UndoObstacle? {
    for (table, id) in effects.made.map({ ($0.table, $0.id) }) + effects.changed.map({ ($0.table, $0.id) }) {
      let rows = try table.isPlaced ? table.kind.map { [(kind: $0, id: id)] } ?? [] : reader.owners(table, id)
      for row in rows where row.kind != .compounds {
        if try !sight.sees(row.kind, row.id, reader) { return .outOfSight }
      }
    }
    for changed in effects.changed where try !isAsLeft(changed) { return .changed }
    for made in effects.made where !made.table.isContainer {
      guard let state = try state(made.table, made.id), try ImportEffects.digest(state) == made.digest else {
        return .changed
      }
    }
    let own = Set(effects.made.map { Key(table: $0.table, id: $0.id) })
    for made in effects.made {
      if let found = try hanging(on: made, besides: own) { return found }
    }
    return nil
  }

  /// Whether the columns that the row changed hold what it left there.
  private func isAsLeft(_ changed: ImportEffects.Changed) throws -> Bool {
    guard let state = try state(changed.table, changed.id) else { return false }
    return changed.after.allSatisfy { state[$0.key] ?? .null == $0.value }
  }

  private func state(_ table: TracedTable, _ id: Int64) throws -> RowState? {
    guard let held = try reader.rowState(table, id) else { return nil }
    guard let put = put[Key(table: table, id: id)] else { return held }
    return held.merging(put) { _, new in new }.filter { $0.value != .null }
  }

  private func hanging(on made: ImportEffects.Made, besides own: Set<Key>) throws -> UndoObstacle? {
    switch made.table {
    case .people:
      return try rows("people", "person_id", made.id, own) ?? visits("person_id", made.id) ?? used("people", made.id)
        ?? isMerged(made.id)
    case .houses:
      return try rows("houses", "house_id", made.id, own) ?? visits("house_id", made.id) ?? placed(made.id, own)
        ?? used("houses", made.id)
    case .shops:
      return try rows("shops", "shop_id", made.id, own) ?? orders("shop_id", made.id) ?? used("shops", made.id)
    case .assets: return try used("assets", made.id)
    case .occupancies: return try visits(in: made.id)
    case .taggings: return try ticks(made.id)
    case .claims, .aliases, .buildings, .compounds: return nil
    }
  }
}

extension UndoCheck {
  /// Links, tags, records and what other sources say.
  private func rows(_ subject: String, _ column: String, _ id: Int64, _ own: Set<Key>) throws -> UndoObstacle? {
    if let link = try others(.occupancies, column, id, own, about: "house_id").first {
      return try sight.sees(.houses, link.about, reader) ? .linked : .used
    }
    if let tagging = try others(.taggings, column, id, own, about: "tag_id").first {
      return sight.mayHear(ofTag: tagging.about) ? .tagged : .used
    }
    let dataset = try Int64.fetchOne(
      reader.db.cachedStatement(sql: "SELECT dataset_id FROM records WHERE \(column) = ? LIMIT 1"), arguments: [id])
    if let dataset { return sight.mayHear(ofDataset: dataset) ? .recorded : .used }
    return try others(.claims, column, id, own).isEmpty ? nil : .said
  }

  /// Rows of a table that refer to a row, without those that the roster's row has made itself and those that are gone.
  private func others(
    _ table: TracedTable, _ column: String, _ id: Int64, _ own: Set<Key>, about: String = "0"
  ) throws -> [(id: Int64, about: Int64)] {
    try Row.fetchAll(
      reader.db.cachedStatement(sql: "SELECT id, \(about) FROM \(table.rawValue) WHERE \(column) = ?"),
      arguments: [id]
    ).map { try (id: $0.value(0) as Int64, about: $0.value(1) as Int64) }.filter { row in
      let key = Key(table: table, id: row.id)
      return !own.contains(key) && !gone.contains(key)
    }
  }

  /// Assets and orders at a house, and whatever lies where it lay before.
  private func placed(_ id: Int64, _ own: Set<Key>) throws -> UndoObstacle? {
    if try !others(.assets, "house_id", id, own).isEmpty { return .ordered }
    if try !others(.aliases, "house_id", id, own).isEmpty { return .used }
    if let found = try orders("house_id", id) { return found }
    let isCandidate = try exists(
      """
      SELECT 1 FROM work_orders INDEXED BY work_orders_candidates, json_each(candidates) c
      WHERE house_id IS NULL AND candidates <> '[]' AND c.value = ?
      """, id)
    return try isCandidate || exists("SELECT 1 FROM house_moves WHERE house_id = ?", id) ? .used : nil
  }

  private func orders(_ column: String, _ id: Int64) throws -> UndoObstacle? {
    let order = try Int64.fetchOne(
      reader.db.cachedStatement(sql: "SELECT id FROM work_orders WHERE \(column) = ? LIMIT 1"), arguments: [id])
    return try order.map { try sight.mayHear(ofOrder: $0, reader) ? .ordered : .used }
  }

  private func visits(_ column: String, _ id: Int64) throws -> UndoObstacle? {
    try exists("SELECT 1 FROM visits WHERE \(column) = ?", id) ? .visited : nil
  }

  /// Ticks on lists, entries of campaigns, and reminders.
  private func used(_ subject: String, _ id: Int64) throws -> UndoObstacle? {
    let isTicked = try exists(
      """
      SELECT 1 FROM run_marks m JOIN runs r ON r.id = m.run_id WHERE m.subject_id = ? AND r.subject = '\(subject)'
      """, id)
    if isTicked { return .used }
    let isEntered = try exists(
      """
      SELECT 1 FROM campaign_entries e JOIN campaigns c ON c.id = e.campaign_id JOIN ledgers l ON l.id = c.ledger_id
      WHERE e.subject_id = ? AND l.subject = '\(subject)'
      """, id)
    if isEntered { return .used }
    return try exists("SELECT 1 FROM reminders WHERE subject = '\(subject)' AND subject_id = ?", id) ? .used : nil
  }

  private func isMerged(_ id: Int64) throws -> UndoObstacle? {
    try exists("SELECT 1 FROM merges WHERE kept_id = ? AND undone_at IS NULL", id) ? .used : nil
  }

  /// Whether somebody was visited where they lived by this link alone.
  private func visits(in link: Int64) throws -> UndoObstacle? {
    let others = try Row.fetchAll(
      reader.db.cachedStatement(
        sql: """
          SELECT o.id FROM occupancies own JOIN occupancies o ON o.person_id = own.person_id AND o.house_id = own.house_id
          WHERE own.id = ?1 AND o.id <> ?1
          """), arguments: [link]
    ).map { try $0.value(0) as Int64 }.filter { !gone.contains(Key(table: .occupancies, id: $0)) }
    guard others.isEmpty else { return nil }
    let isVisited = try exists(
      """
      SELECT 1 FROM occupancies o JOIN visits v ON v.person_id = o.person_id AND v.house_id = o.house_id WHERE o.id = ?
      """, link)
    return isVisited ? .visited : nil
  }

  /// Whether a tick on a list stands for this tag.
  private func ticks(_ tagging: Int64) throws -> UndoObstacle? {
    try exists(
      """
      SELECT 1 FROM taggings t JOIN run_marks m
        ON m.subject_id = coalesce(t.person_id, t.house_id, t.shop_id, t.building_id) AND m.tagging_id = t.id
      WHERE t.id = ?
      """, tagging) ? .used : nil
  }

  private func exists(_ sql: String, _ id: Int64) throws -> Bool {
    try Bool.fetchOne(reader.db.cachedStatement(sql: "SELECT EXISTS (\(sql))"), arguments: [id]) ?? false
  }
}

import FilterLanguage
import GRDB
import Kernel
import Platform
import Registry
import Storage

extension Writer {
  /// Takes back what a row of a roster has written. `UndoCheck` has said that nothing stands against it.
  ///
  /// - Parameter reason: for the audit log.
  /// - Throws: what the rules of the registry refuse.
  func takeBack(_ effects: ImportEffects, by caller: Caller, reason: String) throws {
    let rows = effects.made.map { ($0.table, $0.id) } + effects.changed.map { ($0.table, $0.id) }
    let moved = try rows.flatMap { table, id in
      try table == .occupancies ? read.owners(table, id) : table.kind.map { [(kind: $0, id: id)] } ?? []
    }
    let placed = moved.filter { [.people, .houses, .shops, .assets, .buildings].contains($0.kind) }
    try tellingLeavings(of: placed.uniqued { "\($0.kind)/\($0.id)" }) {
      for table in TracedTable.allCases where table.isLink { try takeAway(table, effects, caller, reason) }
      for changed in effects.changed.reversed() {
        let changes = try putBack(changed)
        guard changed.table.isPlaced, let kind = changed.table.kind else { continue }
        try audit(
          caller, AuditEntry("imports.restore", subject: kind, id: changed.id, reason: reason, changes: changes))
      }
      for table in TracedTable.allCases where !table.isLink { try takeAway(table, effects, caller, reason) }
    }
    try requireLives(effects)
  }

  private func takeAway(
    _ table: TracedTable, _ effects: ImportEffects, _ caller: Caller, _ reason: String
  ) throws {
    for made in effects.made.reversed() where made.table == table {
      try takeAway(table, made.id)
      guard table.isPlaced, let kind = table.kind else { continue }
      try audit(caller, AuditEntry("imports.remove", subject: kind, id: made.id, reason: reason))
    }
  }

  private func takeAway(_ table: TracedTable, _ id: Int64) throws {
    if table.isContainer, try !isEmpty(table, id) { return }
    let owners = try read.owners(table, id)
    try execute("DELETE FROM \(table.rawValue) WHERE id = ?", [id])
    guard let kind = table.kind else { return try owners.forEach { try recordChange($0.kind, $0.id, .update) } }
    try unseal(of: kind, id)
    try recordChange(kind, id, .delete)
    for owner in owners { try recordChange(owner.kind, owner.id, .update) }
  }

  /// Whether a building or compound is there and empty: then it goes with the last that stood in it.
  private func isEmpty(_ table: TracedTable, _ id: Int64) throws -> Bool {
    let inside =
      table == .compounds
      ? ["SELECT 1 FROM buildings WHERE compound_id = ?1", "SELECT 1 FROM aliases WHERE compound_id = ?1"]
      : ["houses", "assets", "records", "taggings", "work_orders", "aliases"].map {
        "SELECT 1 FROM \($0) WHERE building_id = ?1"
      } + ["SELECT 1 FROM reminders WHERE subject = 'buildings' AND subject_id = ?1"]
    let isUsed = inside.map { "EXISTS (\($0))" }.joined(separator: " OR ")
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT NOT (\(isUsed)) FROM \(table.rawValue) WHERE id = ?1"), arguments: [id]) ?? false
  }

  /// What the person's birth and death, once put back, say against links that others have registered since.
  private func requireLives(_ effects: ImportEffects) throws {
    for changed in effects.changed where changed.table == .people {
      guard let life = try read.life(changed.id) else { continue }
      try LifeRules.check(
        birth: life.birth, death: life.death, links: read.occupancies(ofPerson: changed.id).map(\.period))
    }
  }
}

extension Reader {
  /// What a link, tag, or other name hangs on: whoever follows the changes of one area hears of it by that.
  func owners(_ table: TracedTable, _ id: Int64) throws -> [(kind: SubjectKind, id: Int64)] {
    let columns: [(String, SubjectKind)] =
      switch table {
      case .occupancies, .claims: [("house_id", .houses), ("person_id", .people), ("shop_id", .shops)]
      case .taggings:
        [("house_id", .houses), ("person_id", .people), ("shop_id", .shops), ("building_id", .buildings)]
      case .aliases: [("house_id", .houses), ("building_id", .buildings), ("compound_id", .compounds)]
      default: []
      }
    guard !columns.isEmpty else { return [] }
    let names = columns.map(\.0).joined(separator: ", ")
    let found = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(names) FROM \(table.rawValue) WHERE id = ?"), arguments: [id])
    return try columns.enumerated().compactMap { index, column in
      try (found?.value(index) as Int64?).map { (column.1, $0) }
    }
  }
}

extension Writer {
  /// Writes the columns as they were before; version and feed go on.
  private func putBack(_ changed: ImportEffects.Changed) throws -> [AuditEntry.Change] {
    let (id, old) = (changed.id, OldColumns(changed.before))
    switch changed.table {
    case .people: return try updatePerson(id, old.person)
    case .shops: return try updateShop(id, old.shop)
    case .houses: return try updateHouse(id, old.house)
    case .buildings: return try updateBuilding(id, BuildingPatch(stored: old.stored(.buildings)))
    case .assets: return try updateAsset(id, old.asset)
    case .occupancies: return try endOccupancy(id, until: old.day("until") ?? nil)
    case .taggings:
      try execute("UPDATE taggings SET until = ? WHERE id = ?", [(old.day("until") ?? nil)?.description, id])
      try recordChange(.taggings, id, .update)
    case .compounds: try nameCompound(id, old.text("name") ?? nil)
    case .claims, .aliases: break
    }
    return []
  }
}

extension BuildingPatch {
  fileprivate init(stored: StoredChanges) {
    self.init()
    self.stored = stored
  }
}

/// Columns as they were, as the patches of the registry take them.
private struct OldColumns {
  private let columns: RowState

  init(_ columns: RowState) { self.columns = columns }

  /// Outer nil: the column is not among them.
  func text(_ name: String) -> String?? {
    columns[name].map { if case .string(let text) = $0 { text } else { nil } }
  }

  func day(_ name: String) -> Day?? { text(name).map { $0.flatMap { Day($0) } } }

  private func number(_ name: String) -> Double?? {
    columns[name].map { if case .number(let number) = $0 { number } else { nil } }
  }

  private func id(_ name: String) -> Int64?? { number(name).map { $0.map { Int64($0) } } }

  private func set<Value>(_ value: Value??) -> FieldChange<Value> { value.map { .set($0) } ?? .keep }

  var person: PersonPatch {
    var patch = PersonPatch()
    (patch.name, patch.sex, patch.hukou) = (set(text("name")), set(text("sex")), set(text("hukou")))
    (patch.birth, patch.death) = (set(day("birth_date")), set(day("death_date")))
    (patch.idKind, patch.idNumber, patch.phone) = (set(text("id_kind")), set(text("id_number")), set(text("phone")))
    (patch.ethnicity, patch.education) = (set(text("ethnicity")), set(text("education")))
    patch.source = set(text("source"))
    return patch
  }

  var shop: ShopPatch {
    var patch = ShopPatch()
    (patch.name, patch.creditCode, patch.kind) = (set(text("name")), set(text("credit_code")), set(text("kind")))
    (patch.category, patch.status) = (set(text("category")), set(text("status")))
    (patch.opened, patch.licenceUntil) = (set(day("opened")), set(day("licence_until")))
    (patch.closes, patch.contact, patch.phone) = (set(text("closes")), set(text("contact")), set(text("phone")))
    return patch
  }

  var house: HousePatch {
    var patch = HousePatch()
    (patch.committee, patch.grid, patch.kind) = (set(id("committee_id")), set(id("grid_id")), set(text("kind")))
    patch.area = set(number("area_m2"))
    if let source = text("area_source") { patch.areaSource = source }
    patch.stored = stored(.houses)
    return patch
  }

  var asset: AssetPatch {
    var patch = AssetPatch()
    if let house = id("house_id") ?? nil {
      patch.place = .set(.house(house))
    } else if let building = id("building_id") ?? nil {
      patch.place = .set(.building(building))
    }
    (patch.status, patch.due) = (set(text("status")), set(day("due")))
    return patch
  }

  func stored(_ subject: SubjectKind) -> StoredChanges {
    var changes: StoredChanges = [:]
    for field in StoredField.of(subject) {
      switch columns[field.name] {
      case nil: continue
      case .number(let number): changes[field.name] = .set(.number(number))
      case .string(let text): changes[field.name] = .set(.text(text))
      default: changes[field.name] = .set(nil)
      }
    }
    return changes
  }
}

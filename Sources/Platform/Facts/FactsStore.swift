import FilterLanguage
import GRDB
import Kernel
import Storage

extension Reader {
  package func areaFacts(_ body: (AreaFacts) throws -> Void) throws { try FactsQueries.areas.forEach(db, body) }
  package func buildingFacts(_ body: (BuildingFacts) throws -> Void) throws {
    try FactsQueries.buildings.forEach(db, body)
  }
  package func houseFacts(_ body: (HouseFacts) throws -> Void) throws { try FactsQueries.houses.forEach(db, body) }
  package func personFacts(_ body: (PersonFacts) throws -> Void) throws { try FactsQueries.people.forEach(db, body) }
  package func shopFacts(_ body: (ShopFacts) throws -> Void) throws { try FactsQueries.shops.forEach(db, body) }
  package func assetFacts(_ body: (AssetFacts) throws -> Void) throws { try FactsQueries.assets.forEach(db, body) }
  package func occupancyFacts(_ body: (OccupancyFacts) throws -> Void) throws {
    try FactsQueries.occupancies.forEach(db, body)
  }
  package func taggingFacts(_ body: (TaggingFacts) throws -> Void) throws {
    try FactsQueries.taggings.forEach(db, body)
  }
  package func visitFacts(_ body: (VisitFacts) throws -> Void) throws { try FactsQueries.visits.forEach(db, body) }
  package func recordFacts(_ body: (RecordFacts) throws -> Void) throws {
    try FactsQueries.records(try datasetsByID()).forEach(db, body)
  }

  package func workOrderFacts(_ body: (WorkOrderFacts) throws -> Void) throws {
    try FactsQueries.workOrders.forEach(db, body)
  }

  /// The newest change; 0 in a database without any.
  package func lastChange() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT coalesce(max(seq), 0) FROM changes") ?? 0
  }

  /// Whether people, or where they live, have changed since.
  package func peopleChanged(since change: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM changes WHERE seq > ? AND subject IN ('people', 'occupancies'))"),
      arguments: [change]) ?? false
  }

  /// What the changes after `seq` come to, and the newest of them. Changes of other processes are among them.
  package func factsDelta(after seq: Int64) throws -> (delta: FactsDelta, seq: Int64) {
    let newest = try lastChange()
    guard newest > seq else { return (FactsDelta(), newest) }
    var touched: [SubjectKind: Set<UInt32>] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT DISTINCT subject, subject_id FROM changes WHERE seq > ?"), arguments: [seq])
    while let row = try rows.next() {
      guard let kind = try SubjectKind(rawValue: row.value(0)) else { continue }
      try touched[kind, default: []].insert(row.id(1))
    }
    return (try delta(touched), newest)
  }

  private func delta(_ touched: [SubjectKind: Set<UInt32>]) throws -> FactsDelta {
    var delta = FactsDelta()
    delta.catalogueChanged = touched[.tags] != nil || touched[.datasets] != nil
    func load<F>(_ kind: SubjectKind, _ query: FactsQuery<F>, id: (F) -> UInt32) throws -> [F] {
      guard var missing = touched[kind] else { return [] }
      var found: [F] = []
      try query.forEach(db, ids: missing.sorted()) { found.append($0) }
      for facts in found { missing.remove(id(facts)) }
      if !missing.isEmpty { delta.removed[kind] = missing.sorted() }
      return found
    }
    delta.areas = try load(.areas, FactsQueries.areas) { $0.id }
    delta.buildings = try load(.buildings, FactsQueries.buildings) { $0.id }
    delta.houses = try load(.houses, FactsQueries.houses) { $0.id }
    delta.people = try load(.people, FactsQueries.people) { $0.id }
    delta.shops = try load(.shops, FactsQueries.shops) { $0.id }
    delta.assets = try load(.assets, FactsQueries.assets) { $0.id }
    delta.occupancies = try load(.occupancies, FactsQueries.occupancies) { $0.id }
    delta.taggings = try load(.taggings, FactsQueries.taggings) { $0.id }
    delta.visits = try load(.visits, FactsQueries.visits) { $0.id }
    delta.records = try load(.records, FactsQueries.records(try datasetsByID())) { $0.id }
    delta.workOrders = try load(.workOrders, FactsQueries.workOrders) { $0.id }
    return delta
  }

  /// The datasets by row id, as questions know them.
  func datasetsByID() throws -> [Int64: Vocabulary.Dataset] {
    var datasets: [Int64: Vocabulary.Dataset] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, code, name, subject, fields, about FROM datasets")
    while let row = try rows.next() {
      try datasets[row.value(0)] = Vocabulary.Dataset(
        code: row.value(1), name: row.value(2), subject: TagSubject(rawValue: row.value(3)) ?? .house,
        attributes: try DatasetFields.decode(row.value(4)), about: row.value(5))
    }
    return datasets
  }
}

import GRDB
import Kernel
import Storage

/// Writes one committee's rows. Row ids go on from those that are there.
struct DemoBatchLoader {
  private let writer: Writer
  let batch: DemoBatch
  private let committee: Int64
  private let district: Int64
  private let grids: [Int64]
  /// The row id before the batch's first row, by table.
  private let before: [String: Int64]
  let caller = "演示数据"

  init(_ writer: Writer, _ batch: DemoBatch) throws {
    self.writer = writer
    self.batch = batch
    guard let street = try writer.read.area(code: batch.subdistrict), let district = street.parent else {
      throw Problem(.notFound, "unknown_area", "没有代码为 \(batch.subdistrict) 的街镇。")
    }
    self.district = Int64(district)
    committee = try Self.area(writer, batch.committee, .committee, under: Int64(street.id))
    grids = try batch.grids.map { [committee] in try Self.area(writer, $0, .grid, under: committee) }
    var before: [String: Int64] = [:]
    for table in [
      "compounds", "buildings", "houses", "people", "shops", "occupancies", "assets", "taggings", "records", "visits",
    ] {
      before[table] =
        try Int64.fetchOne(
          writer.db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = ?"), arguments: [table]) ?? 0
    }
    self.before = before
  }

  private static func area(
    _ writer: Writer, _ name: String, _ level: AreaFacts.Level, under parent: Int64
  ) throws -> Int64 {
    if let area = try writer.read.area(named: name, under: parent, level: level) { return Int64(area.id) }
    return try writer.insertArea(name: name, level: level, parent: parent)
  }

  mutating func run() throws {
    try places()
    try people()
    try shops()
    try links()
    try overlays()
  }

  func first(_ table: String) -> Int64 { (before[table] ?? 0) + 1 }
  func insert(_ table: String, _ columns: [String]) throws -> BulkInsert {
    try BulkInsert(writer.db, table, columns)
  }

  private func places() throws {
    var compounds = try insert("compounds", ["district_id", "road", "lane", "name"])
    for row in batch.compounds {
      compounds.bind(district)
      compounds.bind(row.road)
      compounds.bind(row.lane)
      compounds.bind(row.name)
      try compounds.run()
    }
    try aliases()
    var buildings = try insert(
      "buildings",
      [
        "district_id", "committee_id", "grid_id", "compound_id", "address", "road", "lane", "sublane", "number",
        "building", "storeys", "built", "lat", "lon", "flue", "updated_at",
      ])
    for row in batch.buildings {
      buildings.bind(district)
      buildings.bind(committee)
      buildings.bind(grids[row.grid])
      buildings.bind(row.compound.map { first("compounds") + Int64($0) })
      for text in [row.address, row.road, row.lane, row.sublane, row.number, row.building] { buildings.bind(text) }
      buildings.bind(row.storeys)
      buildings.bind(row.built)
      let place = row.place(in: batch.committee)
      buildings.bind(place.lat)
      buildings.bind(place.lon)
      buildings.bind(row.flue)
      buildings.bind(morningOf: row.updated)
      try buildings.run()
    }
    try houses()
  }

  /// A compound is found by its name too; the invented names are their own folded form.
  private func aliases() throws {
    var aliases = try insert("aliases", ["district_id", "name", "folded", "compound_id"])
    for (place, row) in batch.compounds.enumerated() {
      guard let name = row.name else { continue }
      aliases.bind(district)
      aliases.bind(name)
      aliases.bind(name)
      aliases.bind(first("compounds") + Int64(place))
      try aliases.run()
    }
  }

  private func houses() throws {
    let building = first("buildings")
    var houses = try insert(
      "houses",
      [
        "building_id", "district_id", "committee_id", "grid_id", "address", "room", "kind", "area_m2", "built",
        "structure", "floor", "updated_at",
      ])
    for row in batch.houses {
      let place = batch.buildings[row.building]
      houses.bind(building + Int64(row.building))
      houses.bind(district)
      houses.bind(committee)
      houses.bind(grids[place.grid])
      for text in [row.address, row.room, row.kind] { houses.bind(text) }
      houses.bind(row.area)
      houses.bind(place.built)
      houses.bind(place.structure)
      houses.bind(row.floor.map { Int64($0) })
      houses.bind(morningOf: row.updated)
      try houses.run()
    }
  }

  private func people() throws {
    var people = try insert(
      "people",
      [
        "name", "sex", "birth_date", "death_date", "id_kind", "id_number_sealed", "id_number_key", "id_number_masked",
        "phone_sealed", "phone_key", "phone_masked", "hukou", "ethnicity", "education", "source", "updated_at",
      ])
    for (place, row) in batch.people.enumerated() {
      let id = first("people") + Int64(place)
      people.bind(row.name)
      people.bind(row.isMale ? "男" : "女")
      people.bind(row.isComplete ? row.birth : nil)
      people.bind(row.death)
      people.bind(row.idKind)
      people.bind(try row.idNumber?.sealed(writer.keys, at: "people", row: id))
      people.bind(try row.phone?.sealed(writer.keys, at: "people", row: id))
      for text in [row.isComplete ? row.hukou : nil, row.ethnicity, row.education, row.source] { people.bind(text) }
      people.bind(morningOf: row.updated)
      try people.run()
    }
  }

  private func shops() throws {
    var shops = try insert(
      "shops",
      [
        "name", "credit_code", "kind", "category", "status", "opened", "licence_until", "closes", "contact",
        "phone_sealed", "phone_key", "phone_masked", "source", "updated_at",
      ])
    for (place, row) in batch.shops.enumerated() {
      let id = first("shops") + Int64(place)
      shops.bind(row.name)
      shops.bind(row.creditCode)
      shops.bind(row.isCompany ? "company" : "storefront")
      shops.bind(row.category)
      shops.bind(row.status)
      shops.bind(row.opened)
      shops.bind(row.licenceUntil)
      shops.bind(row.closes)
      shops.bind(row.contact)
      shops.bind(try row.phone?.sealed(writer.keys, at: "shops", row: id))
      shops.bind(caller)
      shops.bind(morningOf: row.updated)
      try shops.run()
    }
  }
}

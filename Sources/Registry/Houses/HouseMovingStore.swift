import GRDB
import Kernel
import Storage

/// Moving houses. A house takes along everything that lies where it lies: its building, where that follows it, the orders at
/// both, those that may be at it, and what is reminded of any of them. People, shops, assets, visits, records and tags hang
/// on houses and buildings and need no place of their own. `updateHouse` is the one door, whoever knocks.
extension Writer {
  /// The patch as it may be written: a house that goes to another committee leaves its grid behind, and a grid that is named
  /// must be one of the committee.
  ///
  /// - Throws: `grid_elsewhere`.
  func settled(_ patch: HousePatch, from old: HousePlace) throws -> HousePatch {
    var patch = patch
    var committee = old.committee
    if case .set(let new?) = patch.committee { committee = new }
    switch patch.grid {
    case .set(let grid?):
      guard try read.areaPath(of: grid).dropFirst().first == committee else {
        let detail = "该微网格不属于这个居民区。"
        throw Problem(.invalid, "grid_elsewhere", detail, notes: [.init(.pointer("/grid"), detail)])
      }
    case .keep where committee != old.committee: patch.grid = .set(nil)
    case .keep, .set(nil): break
    }
    return patch
  }

  /// What has to follow a house that lay at `old` until now. Nothing where it lies there still.
  func follow(_ house: Int64, from old: HousePlace) throws {
    guard let new = try read.housePlaces([house]).first, new.seat != old.seat else { return }
    try execute("INSERT INTO house_moves (house_id, at) VALUES (?, ?)", [house, now.description])
    try placeBuilding(new.building)
    try execute(
      "UPDATE campaign_entries SET committee_id = ?, grid_id = ? WHERE house_id = ?",
      [new.seat.committee, new.seat.grid, house])
    try moveOrders("house_id = ?", [house], to: new.seat)
    try moveCandidates(of: house, from: old.seat)
    let whose = Self.remindersOfHouse
    try moveReminders(whose, ["id": house, "committee": old.committee, "grid": old.grid], from: old.seat, to: new.seat)
  }

  /// A building lies where its first house lies.
  private func placeBuilding(_ id: Int64) throws {
    guard let old = try read.buildingSeat(id),
      let new = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT committee_id, grid_id FROM houses WHERE building_id = ? ORDER BY id LIMIT 1"),
        arguments: [id]
      ).map({ try Seat(committee: $0.value(0), grid: $0.value(1)) }), new != old
    else { return }
    try execute(
      "UPDATE buildings SET committee_id = ?, grid_id = ?, version = version + 1, updated_at = ? WHERE id = ?",
      [new.committee, new.grid, now.description, id])
    try recordChange(.buildings, id, .update)
    // What may be at one of several houses follows those houses.
    try moveOrders(
      "building_id = ? AND house_id IS NULL AND candidates = '[]' AND committee_id = ?", [id, old.committee], to: new)
    try moveReminders(Self.remindersOfBuilding, ["id": id], from: old, to: new)
  }

  private func moveOrders(_ condition: String, _ arguments: StatementArguments, to seat: Seat) throws {
    let ids = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM work_orders WHERE \(condition)"), arguments: arguments)
    for id in ids {
      try moveOrder(id, committee: seat.committee, grid: seat.grid, area: seat.area)
    }
  }

  private func moveOrder(_ id: Int64, committee: Int64?, grid: Int64?, area: Int64) throws {
    try tellingLeavings(of: [(.workOrders, id)]) {
      try execute(
        """
        UPDATE work_orders SET committee_id = ?1, grid_id = ?2, area_id = ?3,
          unit_area_id = iif(unit LIKE '居委会%' AND unit_area_id IS NOT NULL, ?1, unit_area_id), version = version + 1,
          updated_at = ?4
        WHERE id = ?5 AND (committee_id IS NOT ?1 OR grid_id IS NOT ?2 OR area_id IS NOT ?3)
        """, [committee, grid, area, now.description, id])
      if db.changesCount > 0 { try recordChange(.workOrders, id, .update) }
    }
  }

  /// An order that may be at one of several houses lies in the smallest area that holds all of them.
  private func moveCandidates(of house: Int64, from old: Seat) throws {
    let orders = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, candidates, area_id FROM work_orders INDEXED BY work_orders_candidates
          WHERE house_id IS NULL AND candidates <> '[]' AND area_id IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM json_each(candidates) c WHERE c.value = ?)
          """), arguments: [Reader.list(try read.areaPath(of: old.area)), house])
    for row in orders {
      let seats = try read.housePlaces(StoredJSON.value([Int64].self, row.value(1))).map(\.seat)
      guard let first = seats.first else { continue }
      let committee = seats.allSatisfy { $0.committee == first.committee } ? first.committee : nil
      let grid = seats.allSatisfy { $0 == first } ? first.grid : nil
      let area = try grid ?? committee ?? read.commonArea(of: seats.map(\.committee)) ?? (row.value(2) as Int64)
      try moveOrder(row.value(0), committee: committee, grid: grid, area: area)
    }
  }

  /// - Parameter condition: which reminders are meant, with `:id` and whatever else it names.
  private func moveReminders(
    _ condition: String, _ arguments: StatementArguments, from old: Seat, to new: Seat
  ) throws {
    let places = Reader.list([old.committee] + (old.grid.map { [$0] } ?? []))
    let ids = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM reminders WHERE place_id IN (SELECT value FROM json_each(:places)) AND (\(condition))
          """), arguments: arguments + ["places": places])
    for id in ids {
      // Whom somebody has passed it on to stays; who had it for the place is another now.
      try execute(
        """
        UPDATE reminders SET area_id = iif(area_id = place_id, ?1, area_id), place_id = ?1, version = version + 1,
          updated_at = ?2 WHERE id = ?3
        """, [new.area, now.description, id])
      try recordChange(.reminders, id, .update)
    }
  }

  /// Of a person or shop only where no other house of theirs keeps them in the old place.
  private static let remindersOfHouse = """
    subject = 'houses' AND subject_id = :id
    OR subject = 'work_orders' AND subject_id IN (SELECT id FROM work_orders WHERE house_id = :id)
    OR subject = 'assets' AND subject_id IN (SELECT id FROM assets WHERE house_id = :id)
    OR subject = 'people' AND subject_id IN (SELECT person_id FROM occupancies WHERE house_id = :id)
      AND NOT EXISTS (SELECT 1 FROM occupancies o JOIN houses h ON h.id = o.house_id
        WHERE o.person_id = subject_id AND o.until IS NULL AND (h.committee_id = :committee OR h.grid_id = :grid))
    OR subject = 'shops' AND subject_id IN (SELECT shop_id FROM occupancies WHERE house_id = :id)
      AND NOT EXISTS (SELECT 1 FROM occupancies o JOIN houses h ON h.id = o.house_id
        WHERE o.shop_id = subject_id AND o.until IS NULL AND (h.committee_id = :committee OR h.grid_id = :grid))
    """

  private static let remindersOfBuilding = """
    subject = 'buildings' AND subject_id = :id
    OR subject = 'assets' AND subject_id IN (SELECT id FROM assets WHERE building_id = :id)
    OR subject = 'work_orders' AND subject_id IN
      (SELECT id FROM work_orders WHERE building_id = :id AND house_id IS NULL AND candidates = '[]')
    """
}

/// A committee and, where there is one, its grid.
struct Seat: Equatable {
  let committee: Int64
  let grid: Int64?
  /// The smaller of the two.
  var area: Int64 { grid ?? committee }
}

extension HousePlace {
  var seat: Seat { Seat(committee: committee, grid: grid) }
}

extension Reader {
  /// The houses that have come to lie elsewhere since a moment, that moment included.
  package func housesMoved(since moment: String) throws -> Set<UInt32> {
    try Set(
      UInt32.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT house_id FROM house_moves WHERE at >= ?"), arguments: [moment]))
  }

  func buildingSeat(_ id: Int64) throws -> Seat? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT committee_id, grid_id FROM buildings WHERE id = ?"), arguments: [id]
    ).map { try Seat(committee: $0.value(0), grid: $0.value(1)) }
  }
}

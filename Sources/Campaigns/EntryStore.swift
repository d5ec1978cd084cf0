import Foundation
import GRDB
import Kernel
import Platform
import Storage

/// Which entries of a round a list is about.
package struct EntryFilter: Sendable {
  package var round: Int
  package var state: DeliveryState?
  package var building: Int64?
  /// Committees and grids; nil for all.
  package var places: [UInt32]?

  package init(round: Int, state: DeliveryState? = nil, building: Int64? = nil, places: [UInt32]? = nil) {
    (self.round, self.state, self.building, self.places) = (round, state, building, places)
  }
}

extension Reader {
  /// Whether anything was entered in a round.
  package func isTouched(_ campaign: Int64, round: Int) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM campaign_entries WHERE campaign_id = ? AND round = ? AND state <> 'waiting')
          """), arguments: [campaign, round]) ?? false
  }

  /// An entry that exists in these places; nil for another.
  package func entry(campaign: Int64, round: Int, subject: Int64, places: [UInt32]?) throws -> EntryRow? {
    try row(
      "campaign_entries",
      Self.entryColumns + " WHERE campaign_id = ? AND round = ? AND subject_id = ? AND \(Self.inPlaces)",
      [campaign, round, subject] + Self.placed(places)
    ).map(Self.entry)
  }

  /// In the order of doors.
  ///
  /// - Parameter position: of the entry behind which to go on.
  package func entries(
    campaign: Int64, _ filter: EntryFilter, after position: Int64?, limit: Int
  ) throws -> [EntryRow] {
    var (terms, arguments): ([String], StatementArguments) = (
      ["campaign_id = ?", "round = ?"], [campaign, filter.round]
    )
    if let state = filter.state {
      terms.append("state = ?")
      arguments += [state.rawValue]
    }
    if let building = filter.building {
      terms.append("building_id = ?")
      arguments += [building]
    }
    if filter.places != nil {
      terms.append(Self.inPlaces)
      arguments += Self.placed(filter.places)
    }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: Self.entryColumns
          + " WHERE \(terms.joined(separator: " AND ")) AND position > ? ORDER BY position LIMIT ?"),
      arguments: arguments + [position ?? -1, limit]
    ).map { try Self.entry(StoredRow("campaign_entries", $0)) }
  }

  /// Where an entry stands; nil where it does not exist in these places.
  package func position(campaign: Int64, round: Int, subject: Int64, places: [UInt32]?) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT position FROM campaign_entries
          WHERE campaign_id = ? AND round = ? AND subject_id = ? AND \(Self.inPlaces)
          """), arguments: [campaign, round, subject] + Self.placed(places))
  }

  /// All subjects of a campaign with where they stand, in whatever round.
  package func positions(campaign: Int64) throws -> [UInt32: Int64] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT subject_id, position FROM campaign_entries WHERE campaign_id = ?"),
      arguments: [campaign])
    var found: [UInt32: Int64] = [:]
    while let row = try rows.next() { try found[row.id(0)] = row.value(1) }
    return found
  }

  /// The last entry of each subject that lies in these places, in the order of doors.
  package func lastEntries(campaign: Int64, places: [UInt32]?, _ body: (EntryRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: Self.entryColumns + """
           WHERE campaign_id = ? AND is_last AND \(Self.inPlaces) ORDER BY position, round
          """), arguments: [campaign] + Self.placed(places))
    while let row = try rows.next() { try body(Self.entry(StoredRow("campaign_entries", row))) }
  }

  fileprivate static let inPlaces = """
    (? IS NULL OR committee_id IN (SELECT value FROM json_each(?)) OR grid_id IN (SELECT value FROM json_each(?)))
    """

  fileprivate static func placed(_ places: [UInt32]?) -> StatementArguments {
    let text: String? = places.map { Self.list($0) }
    return [text, text, text]
  }

  private static let entryColumns = """
    SELECT id, round, subject_id, house_id, building_id, committee_id, grid_id, name, address, expected, is_last, state,
      quantity, note, code, given_on, by_caller, at, collected_by, relation, version FROM campaign_entries
    """

  private static func entry(_ row: StoredRow) throws -> EntryRow {
    var delivery = Delivery(try row["state"] as DeliveryState)
    delivery.quantity = try row["quantity"] as Int?
    delivery.note = try row["note"] as String?
    delivery.code = try row["code"] as String?
    delivery.on = try row["given_on"] as Day?
    delivery.collectedBy = try row["collected_by"] as String?
    delivery.relation = try row["relation"] as String?
    let (id, round, subject): (Int64, Int, Int64) = (try row["id"], try row["round"], try row["subject_id"])
    let (house, building): (Int64?, Int64?) = (try row["house_id"], try row["building_id"])
    let (committee, grid): (Int64?, Int64?) = (try row["committee_id"], try row["grid_id"])
    let (name, address): (String?, String?) = (try row["name"], try row["address"])
    let (expected, isLast): (Int, Bool) = (try row["expected"], try row["is_last"])
    let (by, at): (String?, String?) = (try row["by_caller"], try row["at"])
    return EntryRow(
      id: id, round: round, subject: subject, house: house, building: building, committee: committee, grid: grid,
      name: name, address: address, expected: expected, isLast: isLast, delivery: delivery, by: by, at: at,
      version: try row["version"] as Int64)
  }
}

extension Writer {
  /// One statement for many: a campaign of a street has tens of thousands.
  package func insertEntries(_ entries: [EntryDraft], campaign: Int64, round: Int) throws {
    for start in stride(from: 0, to: entries.count, by: 1000) {
      let rows = entries[start..<min(start + 1000, entries.count)].map { entry -> JSONValue in
        func id(_ id: UInt32?) -> JSONValue { .integer(id.map(Int64.init)) }
        return .array([
          id(entry.subject), .integer(entry.position), id(entry.house), id(entry.building), id(entry.committee),
          id(entry.grid), .optional(entry.name), .optional(entry.address), .integer(entry.expected),
        ])
      }
      let columns = (0..<9).map { "j.value ->> \($0)" }.joined(separator: ", ")
      try execute(
        """
        INSERT INTO campaign_entries (campaign_id, round, subject_id, position, house_id, building_id, committee_id, grid_id,
          name, address, expected)
        SELECT ?, ?, \(columns) FROM json_each(?) j
        """, [campaign, round, JSONValue.array(rows).text])
    }
    // A house may have come to lie elsewhere since the rows were read.
    try execute(
      """
      UPDATE campaign_entries SET committee_id = h.committee_id, grid_id = h.grid_id FROM houses h
      WHERE h.id = campaign_entries.house_id AND campaign_entries.campaign_id = ? AND campaign_entries.round = ?
        AND (campaign_entries.committee_id IS NOT h.committee_id OR campaign_entries.grid_id IS NOT h.grid_id)
      """, [campaign, round])
  }

  /// Writes what was entered about a subject over whatever stood there; `waiting` takes it away.
  package func putDelivery(_ delivery: Delivery, on entry: EntryRow, campaign: Int64, by caller: Caller) throws {
    let isEntered = delivery.state != .waiting
    try execute(
      """
      UPDATE campaign_entries SET state = ?, quantity = ?, note = ?, code = ?, given_on = ?, by_caller = ?, at = ?,
        collected_by = ?, relation = ?, version = version + 1 WHERE id = ?
      """,
      [
        delivery.state.rawValue, delivery.quantity, delivery.note.map(shown), delivery.code,
        delivery.on?.description, isEntered ? caller.name : nil, now.description, delivery.collectedBy.map(shown),
        delivery.relation, entry.id,
      ])
    let place = "\(entry.round)/\(entry.subject)"
    try reseal(delivery.note, "note/\(place)", of: .campaigns, campaign, held: entry.delivery.note)
    try reseal(
      delivery.collectedBy, "collected_by/\(place)", of: .campaigns, campaign, held: entry.delivery.collectedBy)
  }
}

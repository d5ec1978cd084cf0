import GRDB
import Kernel
import Platform
import Storage

/// What of a campaign is counted, and by what.
package struct CountQuestion: Sendable {
  package enum Key: String, Sendable {
    case round, committee = "committee_id", grid = "grid_id", building = "building_id", worker
  }

  package var by: Key
  package var round: Int?
  package var state: DeliveryState?
  package var building: Int64?
  /// Committees and grids; nil for all.
  package var places: [UInt32]?

  package init(
    by: Key, round: Int? = nil, state: DeliveryState? = nil, building: Int64? = nil, places: [UInt32]? = nil
  ) {
    (self.by, self.round, self.state, self.building, self.places) = (by, round, state, building, places)
  }
}

extension Reader {
  /// Read from the counts that are kept with every entry: by building as many rows as there are buildings, else as there are grids
  /// and workers, whatever the number of doors.
  package func campaignCounts(_ campaign: Int64, _ question: CountQuestion) throws -> [CountRow] {
    let isByBuilding = question.by == .building || question.building != nil
    let places = question.places.map { Self.list($0) }
    var arguments: StatementArguments = [campaign, question.round, question.state?.rawValue, places]
    if let building = question.building { arguments += [building] }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(question.by.rawValue), state, is_last, sum(entries), sum(quantity), sum(expected)
          FROM \(isByBuilding ? "campaign_building_counts" : "campaign_counts")
          WHERE campaign_id = ?1 \(question.building == nil ? "" : "AND building_id = ?5")
            AND (?2 IS NULL OR round = ?2) AND (?3 IS NULL OR state = ?3)
            AND (?4 IS NULL OR committee_id IN (SELECT value FROM json_each(?4))
              OR grid_id IN (SELECT value FROM json_each(?4)))
          GROUP BY 1, 2, 3
          """),
      arguments: arguments)
    var found: [CountRow] = []
    while let row = try rows.next() {
      try found.append(
        CountRow(
          key: question.by == .worker ? .name(row.value(0)) : .id(row.value(0)),
          state: row.word(1, in: "campaign_counts"), isLast: row.value(2), entries: row.value(3),
          quantity: row.value(4), expected: row.value(5)))
    }
    return found
  }

  /// The addresses of buildings, by id.
  func buildingAddresses(_ ids: [Int64]) throws -> [Int64: String] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT b.id, b.address FROM json_each(?) j CROSS JOIN buildings b ON b.id = j.value"),
      arguments: [Self.list(ids)])
    var found: [Int64: String] = [:]
    while let row = try rows.next() { try found[row.value(0)] = row.value(1) }
    return found
  }
}

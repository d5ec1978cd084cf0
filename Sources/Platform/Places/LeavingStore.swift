import GRDB
import Kernel
import Storage

/// Who has lost sight of a row by a change: those of an area, or a unit.
package struct Leaving: Sendable, Equatable {
  package let area: UInt32?
  package let unit: String?
}

extension Writer {
  /// Runs what may take rows to another place or to other hands. Whoever saw one of them until now and has lost it is told so
  /// by its line in the feed (`leavings`), and who sees it now hears of it by the same line.
  package func tellingLeavings<T>(of rows: [(kind: SubjectKind, id: Int64)], _ body: () throws -> T) throws -> T {
    let before = try rows.map { try holders(of: $0.kind, $0.id) }
    let result = try body()
    for (row, old) in zip(rows, before) where !old.isEmpty || !hasMade(row.kind, row.id) {
      let new = try holders(of: row.kind, row.id)
      guard new != old else { continue }
      try recordChange(row.kind, row.id, .update)
      let seq = db.lastInsertedRowID
      for area in old.areas.subtracting(new.areas).sorted() {
        try execute("INSERT INTO leavings (seq, area) VALUES (?, ?)", [seq, area])
      }
      for unit in old.units.subtracting(new.units).sorted() {
        try execute("INSERT INTO leavings (seq, unit) VALUES (?, ?)", [seq, unit])
      }
    }
    return result
  }

  /// The areas whose callers see a row, and the units that have it.
  private struct Holders: Equatable {
    var areas: Set<UInt32> = []
    var units: Set<String> = []
    var isEmpty: Bool { areas.isEmpty && units.isEmpty }
  }

  private func holders(of kind: SubjectKind, _ id: Int64) throws -> Holders {
    if kind == .workOrders {
      guard let place = try read.workOrderSight(id) else { return Holders() }
      return Holders(
        areas: place.givenTo.union([place.area]), units: place.assisting.union([place.unit].compactMap(\.self)))
    }
    let places = try read.places(of: kind, id, on: today) ?? []
    return Holders(
      areas: Set(places.flatMap { [$0.committee, $0.grid].compactMap(\.self) }.map { UInt32(truncatingIfNeeded: $0) }))
  }
}

extension Reader {
  /// Who has lost sight of what by the changes from `first` up to `last`, by the change.
  package func leavings(from first: Int64, to last: Int64) throws -> [Int64: [Leaving]] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT seq, area, unit FROM leavings WHERE seq BETWEEN ? AND ? ORDER BY seq"),
      arguments: [first, last])
    return try Dictionary(grouping: rows) { try $0.value(0) as Int64 }.mapValues { rows in
      try rows.map { row in
        try Leaving(area: (row.value(1) as Int64?).map { UInt32(truncatingIfNeeded: $0) }, unit: row.value(2))
      }
    }
  }

  /// The changes after `seq` by which somebody has lost sight of a row of this kind.
  package func leavings(of kind: SubjectKind, after seq: Int64) throws -> [(line: FeedLine, leavings: [Leaving])] {
    let known = try leavings(from: seq + 1, to: .max)
    guard !known.isEmpty else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT seq, at, subject_id, action FROM changes
          WHERE seq IN (SELECT value FROM json_each(?)) AND subject = ? ORDER BY seq
          """), arguments: [Self.list(known.keys.sorted()), kind.rawValue])
    return try rows.map { row in
      try (
        FeedLine(seq: row.value(0), at: row.value(1), subject: kind, id: row.value(2), action: row.value(3)),
        known[row.value(0)] ?? []
      )
    }
  }
}

import Foundation
import GRDB
import Kernel
import Storage
import TextClassifier

extension Reader {
  /// The responsibility list as of a day, by code: what dispatch, deadlines and admissions go by.
  package func duties(on day: Day) throws -> [Duty] { try dutyVersions(on: day).map(\.version.duty) }

  /// The same with the days of each and the row's version.
  package func dutyVersions(on day: Day) throws -> [(rowVersion: Int64, version: DutyVersion)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.dutyColumns), d.version FROM duty_versions v JOIN duties d ON d.id = v.duty_id
          WHERE v.since <= ? AND (v.until IS NULL OR v.until > ?) ORDER BY d.code
          """), arguments: [day.description, day.description]
    ).map { (rowVersion: try $0.value(16), version: try Self.dutyVersion($0)) }
  }

  /// What tells one state of the list from another: every change makes a row's version greater.
  package func dutyListMark(on day: Day) throws -> DutyListMark {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT count(*), coalesce(sum(version), 0) FROM duties"))
    return try DutyListMark(day: day, count: row?.value(0) ?? 0, versions: row?.value(1) ?? 0)
  }

  /// One duty with all that it has been; nil when there is none of this code.
  package func duty(code: String) throws -> DutyRow? {
    guard
      let head = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, version, owner_id FROM duties WHERE code = ?"), arguments: [code])
    else { return nil }
    let versions = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.dutyColumns) FROM duty_versions v JOIN duties d ON d.id = v.duty_id
          WHERE v.duty_id = ? ORDER BY v.since
          """), arguments: [try head.value(0) as Int64])
    return try DutyRow(
      id: head.value(0), code: code, version: head.value(1), versions: versions.map(Self.dutyVersion),
      owner: head.value(2))
  }

  private static let dutyColumns = """
    d.code, v.category, v.subcategory, v.keywords, v.unless, v.unit, v.co_units, v.basis, v.deadline_days,
    v.urgent_hours, v.since, v.until, v.by_caller, v.made_at, v.basis_kind, v.level
    """

  private static func dutyVersion(_ row: Row) throws -> DutyVersion {
    let duty = try Duty(
      code: row.value(0), category: row.value(1), subcategory: row.value(2),
      keywords: try TextList.decode(row.value(3)).map { $0.split(separator: "+").map(String.init) },
      unless: try TextList.decode(row.value(4)), unit: row.value(5), coUnits: try TextList.decode(row.value(6)),
      basis: row.value(7),
      basisKind: try row.word(14, in: "duties") as Duty.BasisKind, level: try row.word(15, in: "duties") as Duty.Level,
      deadlineDays: row.value(8), urgentHours: row.value(9))
    return try DutyVersion(
      duty: duty, since: try row.mustDay(10, in: "duties"), until: row.day(11), by: row.value(12), madeAt: row.value(13)
    )
  }
}

/// A state of the responsibility list.
package struct DutyListMark: Sendable, Equatable {
  package let day: Day
  package let count: Int64
  package let versions: Int64
}

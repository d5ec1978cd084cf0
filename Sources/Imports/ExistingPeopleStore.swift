import Foundation
import GRDB
import Kernel
import Registry
import Storage

/// Somebody with a link to a house.
package struct ResidentLine: Sendable {
  package let id: Int64
  package let name: String
  package let birth: Day?
  package let sex: String?
}

extension Reader {
  /// - Parameter day: that of the roster: tags that are on from then on count as held.
  package func heldPerson(_ id: Int64, on day: Day) throws -> ExistingPerson? {
    guard let row = try person(id) else { return nil }
    var held = ExistingPerson(id: row.id, name: row.name, source: row.source)
    (held.sex, held.birth, held.death, held.phone) = (row.sex, row.birth, row.death, row.phone)
    (held.idNumber, held.idKind) = (row.idNumber, row.idKind)
    (held.hukou, held.ethnicity, held.education) = (row.hukou, row.ethnicity, row.education)
    held.occupancies = try heldOccupancies(person: id)
    held.visits = try visited(id)
    held.claims = try heldClaims("person_id", id)
    held.tags = try heldTags("person_id", id, on: day)
    return held
  }

  /// Who has, or had, a link to the house, by what tells people apart at a glance: nothing sealed is opened for it.
  package func residents(house: Int64) throws -> [ResidentLine] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT p.id, p.name, p.birth_date, p.sex FROM occupancies o JOIN people p ON p.id = o.person_id
          WHERE o.house_id = ? ORDER BY p.id
          """), arguments: [house])
    var lines: [ResidentLine] = []
    while let row = try rows.next() {
      try lines.append(ResidentLine(id: row.value(0), name: row.value(1), birth: row.day(2), sex: row.value(3)))
    }
    return lines
  }

  private func heldOccupancies(person id: Int64) throws -> [ExistingOccupancy] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT o.id, o.house_id, h.committee_id, o.role, o.since, o.until, o.source
          FROM occupancies o JOIN houses h ON h.id = o.house_id WHERE o.person_id = ? ORDER BY o.id
          """), arguments: [id])
    var held: [ExistingOccupancy] = []
    while let row = try rows.next() {
      try held.append(
        ExistingOccupancy(
          id: row.value(0), house: row.value(1), committee: row.value(2), role: row.value(3), since: row.day(4),
          until: row.day(5),
          source: row.value(6)))
    }
    return held
  }

  /// Tags that are on on the day or later, whoever has put them on, and those of an import that somebody has taken off: a
  /// roster puts neither on again. One whose days have run out may be said anew.
  func heldTags(_ column: String, _ id: Int64, on day: Day) throws -> Set<Int64> {
    try Set(
      Int64.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT tag_id FROM taggings WHERE \(column) = ?
              AND (until IS NULL OR until > ? OR (source = 'import' AND ended_by IS NOT NULL))
            """), arguments: [id, day.description]))
  }
}

extension Writer {
  /// Writes a person as merged: the row, links, claims and tags that differ from `old`, and the audit entry.
  package func save(_ new: ExistingPerson, was old: ExistingPerson?, _ stamp: ImportStamp) throws -> Int64 {
    let id: Int64
    var changes: [AuditEntry.Change] = []
    if let old {
      id = old.id
      changes = try updatePerson(id, Self.patch(new, old))
    } else {
      id = try insertPerson(
        PersonDraft(
          name: new.name, sex: new.sex, birth: new.birth, death: new.death, idKind: new.idKind, idNumber: new.idNumber,
          phone: new.phone, hukou: new.hukou, ethnicity: new.ethnicity, education: new.education, source: new.source))
    }
    for occupancy in new.occupancies where old?.occupancies.contains(occupancy) != true {
      changes.append(try save(occupancy, person: id))
    }
    try saveMarks(
      .person, id, claims: new.claims.subtracting(old?.claims ?? []), tags: new.tags.subtracting(old?.tags ?? []),
      &changes, stamp)
    try audit(
      stamp.caller,
      AuditEntry(
        old == nil ? "people.create" : "people.update", subject: .people, id: id, reason: stamp.reason, changes: changes
      ))
    return id
  }

  /// Writes new claims and tags of a subject.
  func saveMarks(
    _ subject: TagSubject, _ id: Int64, claims: Set<ExistingClaim>, tags: Set<Int64>,
    _ changes: inout [AuditEntry.Change],
    _ stamp: ImportStamp
  ) throws {
    let target = TagTarget(subject, id)
    for claim in claims {
      if try insertClaim(on: target, field: claim.field, value: claim.value, source: claim.source) {
        changes.append(
          AuditEntry.Change("claim.\(claim.field)", before: nil, after: Claim.masked(claim.field, claim.value)))
      }
    }
    for tag in tags.sorted() {
      _ = try insertTagging(
        TaggingDraft(
          tag: tag, target: target, since: stamp.day, until: stamp.validDays[tag].map { stamp.day.adding(days: $0) },
          source: "import", evidence: stamp.evidence), by: stamp.caller)
      // Which tag somebody has does not stand in the log: it may be a restricted one.
      changes.append(.sealed("tag"))
    }
  }

  private func save(_ occupancy: ExistingOccupancy, person: Int64) throws -> AuditEntry.Change {
    let shown = "\(occupancy.role)@\(occupancy.house)"
    if let held = occupancy.id {
      _ = try endOccupancy(held, until: occupancy.until)
      return AuditEntry.Change("occupancy.until", before: shown, after: occupancy.until?.description)
    }
    _ = try insertOccupancy(
      OccupancyDraft(
        house: occupancy.house, subject: .person(person), role: occupancy.role, since: occupancy.since,
        until: occupancy.until, source: occupancy.source))
    return AuditEntry.Change("occupancy", before: nil, after: shown)
  }

  private static func patch(_ new: ExistingPerson, _ old: ExistingPerson) -> PersonPatch {
    var patch = PersonPatch()
    if new.name != old.name { patch.name = .set(new.name) }
    if new.sex != old.sex { patch.sex = .set(new.sex) }
    if new.birth != old.birth { patch.birth = .set(new.birth) }
    if new.death != old.death { patch.death = .set(new.death) }
    if new.idNumber != old.idNumber { (patch.idNumber, patch.idKind) = (.set(new.idNumber), .set(new.idKind)) }
    if new.phone != old.phone { patch.phone = .set(new.phone) }
    if new.hukou != old.hukou { patch.hukou = .set(new.hukou) }
    if new.ethnicity != old.ethnicity { patch.ethnicity = .set(new.ethnicity) }
    if new.education != old.education { patch.education = .set(new.education) }
    if new.source != old.source { patch.source = .set(new.source) }
    return patch
  }
}

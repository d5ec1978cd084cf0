import Identity
import Kernel
import Platform
import Storage

/// A row as it is shown: names and numbers masked.
package struct ImportRowReport: Sendable, Equatable, Encodable {
  /// Somebody or something that the row may be about.
  package struct Candidate: Sendable, Equatable, Encodable {
    package let subjectID: Int64
    package let name: String
    package let birthDate: Day?
    package let idNumber: String?
    package let phone: String?

    private enum CodingKeys: String, CodingKey {
      case name, phone
      case subjectID = "subject_id"
      case birthDate = "birth_date"
      case idNumber = "id_number"
    }
  }

  /// As the sheet numbers it, the header included.
  package let row: Int
  package let status: ImportRowStatus
  package let applied: Bool
  package let subjectID: Int64?
  package let reasons: [RowReason]
  package let candidates: [Candidate]
  package let decision: RowDecision?
  /// Field to value, of the columns that are read.
  package let values: [String: String]

  private enum CodingKeys: String, CodingKey {
    case row, status, applied, reasons, candidates, decision, values
    case subjectID = "subject_id"
  }
}

/// The rows of an import with reasons and candidates. Who: as for the import.
package enum ListImportRows {
  package struct Page: Sendable {
    /// How many there are of the status that was asked for.
    package let total: Int
    package let rows: [ImportRowReport]
    /// The row to go on after; nil at the end.
    package let next: Int?
  }

  /// - Parameter after: the last row already seen.
  package static func run(
    _ id: Int64, status: ImportRowStatus? = nil, after: Int = 0, limit: Int = 50, caller: Caller, app: AppContext
  ) async throws -> Page {
    try caller.must(.importRosters)
    return try await app.store.read { reader in
      let job = try ImportAccess.job(id, caller, reader)
      let context = try RosterContext(job, reader, today: app.clock.today)
      let areas = CallerAreas.within(caller, context.tree)
      let words = HiddenWords(try reader.tags(), for: caller, context.tree)
      let rows = try reader.importRows(id, after: after, statuses: status.map { [$0] } ?? [], limit: limit)
      let reports = try rows.map { try report($0, context, areas, words, reader) }
      let counts = try reader.importCounts(id)
      return Page(
        total: status.map(counts.count) ?? counts.read, rows: reports, next: rows.count == limit ? rows.last?.n : nil)
    }
  }

  private static func report(
    _ row: StagedRow, _ context: RosterContext, _ areas: Set<UInt32>?, _ words: HiddenWords, _ reader: Reader
  ) throws -> ImportRowReport {
    let cells = RowCells(map: context.map, cells: row.cells, notes: row.notes)
    var values: [String: String] = [:]
    for field in context.map.columns.keys {
      if let text = cells.raw(field) { values[field.rawValue] = words.starred(shown(field, text)) }
    }
    return ImportRowReport(
      row: row.n, status: row.status, applied: row.applied, subjectID: row.subjectID,
      reasons: row.reasons.map(shown).map { RowReason($0.code, $0.column, words.starred($0.detail)) },
      candidates: try row.candidates.compactMap { try candidate($0, context, areas, reader) },
      decision: row.decision, values: values)
  }

  private static func shown(_ field: ImportField, _ text: String) -> String {
    switch field {
    case .name, .contact: Masking.name(text)
    case .idNumber: Masking.idNumber(text)
    case .phone, .phone2: Masking.phone(text)
    case .creditCode, .code: text
    default: Masking.numbers(in: text)
    }
  }

  /// A reason quotes the cell that it is about.
  private static func shown(_ reason: RowReason) -> RowReason {
    RowReason(reason.code, reason.column, Masking.numbers(in: reason.detail))
  }

  private static func candidate(
    _ id: Int64, _ context: RosterContext, _ areas: Set<UInt32>?, _ reader: Reader
  ) throws -> ImportRowReport.Candidate? {
    switch context.job.subject {
    case .people, .tenancies, .taggings:
      guard let person = try reader.heldPerson(id, on: context.job.asOf), isVisible(person, areas, context.today)
      else { return nil }
      return ImportRowReport.Candidate(
        subjectID: id, name: Masking.name(person.name), birthDate: person.birth,
        idNumber: person.idNumber.map(Masking.idNumber), phone: person.phone.map(Masking.phone))
    case .shops:
      guard let shop = try reader.heldShop(id, on: context.job.asOf) else { return nil }
      let places = try reader.homes(ofShop: id, on: context.today)
      guard areas.map({ areas in places.contains { areas.contains(UInt32(truncatingIfNeeded: $0.committee)) } }) ?? true
      else { return nil }
      return ImportRowReport.Candidate(subjectID: id, name: shop.name, birthDate: nil, idNumber: nil, phone: nil)
    case .houses, .assets:
      return ImportRowReport.Candidate(subjectID: id, name: "", birthDate: nil, idNumber: nil, phone: nil)
    }
  }

  private static func isVisible(_ person: ExistingPerson, _ areas: Set<UInt32>?, _ today: Day) -> Bool {
    guard let areas else { return true }
    return person.homes(on: today).contains { areas.contains(UInt32(truncatingIfNeeded: $0.committee)) }
  }
}

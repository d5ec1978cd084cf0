import FilterLanguage
import Foundation
import Kernel
import Platform
import Schema
import Storage
import TextClassifier

/// Brings the responsibility list that this binary ships into the database, as `CatalogueSeeding` does with tags.
///
/// A new database gets all of it. An older one gets what is new, and a new version, from today, of what the reference has
/// changed since where the office has left the duty as it came. Nothing is ever ended.
package enum DutySeeding {
  package static func run(_ writer: Writer) throws {
    let hash = CatalogueSeeding.hash(Schema.duties)
    let held = try writer.read.setting("reference_duties_hash")
    guard held != hash else { return }
    let changes = try bring(writer, ReferenceCatalogue.duties(), isNew: held == nil)
    try writer.setSetting("reference_duties_hash", hash)
    guard held != nil, !changes.isEmpty else { return }
    try writer.audit(.operatorAtConsole, AuditEntry("catalogue.update", subject: .duties, changes: changes))
  }

  /// What was added or changed.
  static func bring(_ writer: Writer, _ reference: [Duty], isNew: Bool = false) throws -> [AuditEntry.Change] {
    var marks =
      try writer.read.setting("reference_duties").map {
        try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
      } ?? [:]
    var changes: [AuditEntry.Change] = []
    let renames = try writer.read.unitRenames()
    for shipped in reference {
      var duty = shipped
      duty.unit = renames[duty.unit] ?? duty.unit
      duty.coUnits = duty.coUnits.map { renames[$0] ?? $0 }
      let mark = Self.mark(duty)
      if let row = try writer.read.duty(code: duty.code) {
        guard let came = marks[duty.code], came != mark, let newest = row.versions.last, newest.until == nil,
          came == Self.mark(newest.duty)
        else { continue }
        try writer.changeDuty(
          row, to: duty, since: max(writer.now.day, newest.since), by: Caller.operatorAtConsole.name, version: nil)
        changes += newest.duty.changes(to: duty).map {
          AuditEntry.Change("\(duty.code).\($0.field)", before: $0.before, after: $0.after)
        }
      } else {
        _ = try writer.insertDuty(duty, since: writer.now.day, by: Caller.operatorAtConsole.name, isNews: !isNew)
        changes.append(AuditEntry.Change(duty.code, before: nil, after: duty.subcategory))
      }
      marks[duty.code] = mark
    }
    try writer.setSetting("reference_duties", String(decoding: JSONEncoder().encode(marks), as: UTF8.self))
    return changes
  }

  /// The codes of duties that are as they came.
  static func untouched(_ reader: Reader) throws -> [String] {
    let marks =
      try reader.setting("reference_duties").map {
        try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
      } ?? [:]
    return try marks.filter { code, mark in
      try reader.duty(code: code)?.versions.last.map { Self.mark($0.duty) == mark } ?? false
    }.keys.sorted()
  }

  /// Takes these duties for what they came as, as they are now: their units have other names.
  package static func remark(_ codes: [String], _ writer: Writer) throws {
    guard let text = try writer.read.setting("reference_duties") else { return }
    var marks = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    for code in codes {
      if let duty = try writer.read.duty(code: code)?.versions.last?.duty { marks[code] = mark(duty) }
    }
    try writer.setSetting("reference_duties", String(decoding: JSONEncoder().encode(marks), as: UTF8.self))
  }

  private static func mark(_ duty: Duty) -> String {
    CatalogueSeeding.hash(duty.fields.map(\.text).joined(separator: "\u{1}"))
  }
}

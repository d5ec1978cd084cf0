import Crypto
import FilterLanguage
import Foundation
import GRDB
import Kernel
import Schema
import Storage

/// Brings the reference catalogue that this binary ships into the database.
///
/// A new database gets all of it. An older one gets what is new, and what the reference has changed since in rows that
/// the office has left as they came: `reference_rows` remembers how each came. Nothing is ever removed, and a code or
/// name that the office has given away itself stays the office's.
package enum CatalogueSeeding {
  package static func run(_ writer: Writer) throws {
    let hash = Self.hash(Schema.tags + "\n" + Schema.datasets)
    let held = try writer.read.setting("reference_hash")
    guard held != hash else { return }
    let changes = try bring(writer, tags: ReferenceCatalogue.tags(), datasets: ReferenceCatalogue.datasets())
    try writer.setSetting("reference_hash", hash)
    guard held != nil, !changes.isEmpty else { return }
    try writer.audit(.operatorAtConsole, AuditEntry("catalogue.update", changes: changes))
  }

  /// What was added or changed.
  static func bring(
    _ writer: Writer, tags: [TagDefinition], datasets: [DatasetDefinition]
  ) throws -> [AuditEntry.Change] {
    var marks = try marks(writer)
    let changes =
      try DatasetSeeding.run(writer, datasets, &marks) + TagSeeding.run(writer, tags, &marks)
    try writer.setSetting("reference_rows", String(decoding: JSONEncoder().encode(marks), as: UTF8.self))
    return changes
  }

  /// How each row came, by `tags/CODE` or `datasets/code`.
  private static func marks(_ writer: Writer) throws -> [String: String] {
    guard let text = try writer.read.setting("reference_rows") else { return [:] }
    return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  package static func hash(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(12).map { String($0, radix: 16) }.joined(separator: ".")
  }
}

import Foundation
import GRDB
import Identity
import Kernel
import Storage

// What people type freely (notes, remarks, evidence, fields of records) holds numbers of people again and again. The column
// keeps the text with these starred out, which is all that any list, feed, export or backup ever shows; the whole text is
// sealed beside it, so that nothing that somebody wrote is lost, and shown for a reason only (`RevealTexts`).

extension Writer {
  /// A text as its column may hold it.
  package func shown(_ text: String) -> String { Masking.numbers(in: text) }

  /// Keeps the whole of a text of a new row, where its column holds less.
  package func seal(_ text: String?, _ field: String, of kind: SubjectKind, _ id: Int64) throws {
    guard let text, Masking.holdsNumbers(text) else { return }
    try put(text, field, kind, id)
  }

  /// The same for a text that may be there already. Who sends back what was shown to them, stars and all, has changed nothing.
  package func reseal(_ text: String?, _ field: String, of kind: SubjectKind, _ id: Int64, held: String?) throws {
    if text == held { return }
    guard let text, Masking.holdsNumbers(text) else { return try unseal(field, of: kind, id) }
    try put(text, field, kind, id)
  }

  /// The texts in a JSON object's members; one that is as it was stays.
  package func reseal(_ data: JSONValue, of kind: SubjectKind, _ id: Int64, held: JSONValue = .object([])) throws {
    guard case .object(let members) = data else { return }
    for member in members {
      let text: String? = if case .string(let text) = member.value { text } else { nil }
      let before: String? = if case .string(let text)? = held[member.name] { text } else { nil }
      try reseal(text, member.name, of: kind, id, held: before)
    }
    if case .object(let before) = held {
      for member in before where data[member.name] == nil { try unseal(member.name, of: kind, id) }
    }
  }

  /// Lets go of what was sealed of a row that goes, or of one of its fields.
  package func unseal(_ field: String? = nil, of kind: SubjectKind, _ id: Int64) throws {
    try execute(
      "DELETE FROM sealed_texts WHERE subject = ? AND subject_id = ? AND (? IS NULL OR field = ?)",
      [kind.rawValue, id, field, field])
  }

  private func put(_ text: String, _ field: String, _ kind: SubjectKind, _ id: Int64) throws {
    try execute(
      """
      INSERT INTO sealed_texts (subject, subject_id, field, sealed, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (subject, subject_id, field) DO UPDATE SET sealed = excluded.sealed, at = excluded.at
      """, [kind.rawValue, id, field, try keys.seal(text, at: .text(kind, id, field)), now.description])
  }
}

extension SealedPlace {
  /// Of one typed text: which row, which field.
  fileprivate static func text(_ kind: SubjectKind, _ id: Int64, _ field: String) -> SealedPlace {
    SealedPlace("sealed_texts", "sealed", key: "\(kind.rawValue)/\(id)/\(field)")
  }
}

extension Reader {
  /// The texts of a row in full, by field; empty where its columns hold all there is.
  package func sealedTexts(of kind: SubjectKind, _ id: Int64) throws -> [(field: String, text: String)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT field, sealed FROM sealed_texts WHERE subject = ? AND subject_id = ? ORDER BY field"),
      arguments: [kind.rawValue, id]
    ).map { row in
      let field: String = try row.value(0)
      return (field, try keys.openText(row.value(1), at: .text(kind, id, field)))
    }
  }
}

import Domain
import Foundation
import GRDB

/// A person's name, identity number and phone in the clear. Lives only between the database and one answer.
package struct PersonSecrets: Sendable, Equatable {
  package let name: String
  package let idNumber: String?
  package let phone: String?
}

extension Reader {
  /// Opens what is sealed of a person; nil when there is none of this id.
  package func personSecrets(_ id: Int64) throws -> PersonSecrets? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, id_number_sealed, phone_sealed FROM people WHERE id = ?"),
      arguments: [id])
    guard let row else { return nil }
    return PersonSecrets(
      name: row[0], idNumber: try (row[1] as Data?).map(keys.openText), phone: try (row[2] as Data?).map(keys.openText))
  }
}

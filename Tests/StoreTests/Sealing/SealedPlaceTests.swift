import Crypto
import Foundation
import GRDB
import Support
import Testing
@testable import Assembly
@testable import FilterLanguage
@testable import Imports
@testable import Registry
@testable import Sheets
@testable import Storage

/// A sealed value opens in its own row and column, and nowhere else.
struct SealedPlaceTests {
  private static let number = "310199194101011115"

  private func people(_ store: Store) async throws -> (rich: Int64, other: Int64) {
    try await store.write { writer in
      (
        try writer.insertPerson(
          PersonDraft(
            name: "甲", idKind: "resident_identity", idNumber: Self.number, phone: "16400000001", source: "manual")),
        try writer.insertPerson(PersonDraft(name: "乙", phone: "16400000002", source: "manual"))
      )
    }
  }

  /// Changes the file as somebody would who owns it.
  private func tamper(_ store: Store, _ sql: String) throws {
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test(arguments: [
    "UPDATE people SET phone_sealed = (SELECT id_number_sealed FROM people WHERE id = 1) WHERE id = 2",
    """
    UPDATE people SET (phone_sealed, phone_key, phone_masked) =
      (SELECT phone_sealed, phone_key, phone_masked FROM people WHERE id = 1) WHERE id = 2
    """,
    "UPDATE people SET phone_sealed = substr(phone_sealed, 1, 20) WHERE id = 2",
  ])
  func valueMovedOrChanged_doesNotOpenAndIsNamed(sql: String) async throws {
    try await withTemporaryStore { store, _ in
      let (rich, other) = try await people(store)
      #expect(try await store.sealedFaults() == [])
      try tamper(store, sql)
      let problem = try await refusal { _ = try await store.read { try $0.person(other) } }
      #expect(problem?.code == "wrong_key")
      #expect(try await store.read { try $0.person(rich)?.idNumber } == Self.number)
      let faults = try await store.sealedFaults()
      #expect(faults.count == 1 && faults[0].contains("people.phone_sealed: 1 ") && faults[0].contains("(2)"))
    }
  }

  @Test func keyOrMaskThatDoesNotFit_isNamed() async throws {
    try await withTemporaryStore { store, _ in
      _ = try await people(store)
      try tamper(store, "UPDATE people SET phone_masked = '138****0000' WHERE id = 2")
      #expect(try await store.sealedFaults().count == 1)
    }
  }

  @Test func everySealedColumnOfTheSchema_isInTheList() async throws {
    try await withTemporaryStore { store, _ in
      let columns = try await store.read { reader in
        try String.fetchAll(
          reader.db,
          sql: """
            SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND c.name LIKE '%sealed%'
            """)
      }
      let listed = SealedColumns.all.filter { !$0.isText }.map { "\($0.table).\($0.column)" }
      #expect(columns.sorted() == listed.sorted())
    }
  }

  /// As version 0.1.0 sealed: no place, no name of the key.
  private func unbound(_ text: String) throws -> Data {
    let sealing = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(repeating: 7, count: 32)), info: Data("menpai sealing".utf8),
      outputByteCount: 32)
    return try AES.GCM.seal(Data(text.utf8), using: sealing).combined ?? Data()
  }

  @Test func valuesOfBefore_areSealedAnewAtTheFirstStart_andNeverTakenAgain() async throws {
    try await withTemporaryStore { store, clock in
      let (rich, other) = try await people(store)
      let old = try unbound("16400000009")
      let queue = try DatabaseQueue(path: store.path)
      try await queue.write { db in
        try db.execute(sql: "UPDATE people SET phone_sealed = ? WHERE id = ?", arguments: [old, other])
      }
      // Once bound, values without a place do not open any more.
      #expect(try await refusal { _ = try await store.read { try $0.person(other) } }?.code == "wrong_key")
      try await queue.write { try $0.execute(sql: "DELETE FROM settings WHERE name = 'sealed_values'") }
      let again = try Store(path: store.path, keys: store.keys, clock: clock.clock, setUp: API.setUp)
      #expect(try await again.read { try $0.person(other)?.phone } == "16400000009")
      #expect(try await again.read { try $0.personIDs(phone: "16400000009") } == [other])
      #expect(try await again.read { try $0.person(rich)?.idNumber } == Self.number)
      let raw = try await queue.read {
        try Data.fetchOne($0, sql: "SELECT phone_sealed FROM people WHERE id = ?", arguments: [other])
      }
      #expect(raw?.starts(with: Data("MP2".utf8)) == true)
      try again.close()
      try queue.close()
    }
  }
}

import Crypto
import Foundation
import GRDB
import Support
import Testing
@testable import Assembly
@testable import FilterLanguage
@testable import Kernel
@testable import Operations
@testable import Registry
@testable import Storage

/// What was typed in plain before such texts were sealed is sealed at the first start after.
@Suite struct SealingOldTextsTests {
  private static let phone = "13812349901"
  private static let number = "310101194711210017"

  /// Makes a database as it was, opens it anew, and hands it over.
  private func upgraded(_ body: (Store, DatabaseQueue) async throws -> Void) async throws {
    try await withTemporaryStore { store, clock in
      let (house, person) = try await store.write { writer in
        guard let street = try writer.read.areas().first(where: { $0.level == .subdistrict }), let above = street.parent
        else { throw Problem(.notFound, "no_street", "") }
        let committee = try writer.insertArea(name: "延中居委会", level: .committee, parent: Int64(street.id))
        let house = try writer.insertHouse(
          HouseDraft(
            district: Int64(above), committee: committee, grid: nil, address: "南昌路1号201室",
            buildingAddress: "南昌路1号", road: "南昌路", number: "1号", room: "201室"))
        return (house, try writer.insertPerson(PersonDraft(name: "王一", source: "manual")))
      }
      let raw = try DatabaseQueue(path: store.path)
      try await raw.write { db in
        try db.execute(sql: "DELETE FROM settings WHERE name = 'texts_sealed'")
        try db.execute(
          sql: """
            INSERT INTO visits (house_id, visited_on, note, by_caller, updated_at) VALUES (?, '2026-11-01', ?, 'w', '')
            """, arguments: [house, "儿子\(Self.phone)"])
        try db.execute(
          sql: """
            INSERT INTO records (dataset_id, person_id, data, source, updated_at)
            SELECT id, ?, json_object('kind', ?, 'amount', 3), 'manual', '' FROM datasets WHERE code = 'aid'
            """, arguments: [person, "身份证\(Self.number)"])
        try db.execute(
          sql: """
            INSERT INTO ledgers (name, subject, question, sentence, columns, owner, made_at, updated_at)
            VALUES ('名册', 'people', ?, ?, '[]', 'w', '', ''), ('老人', 'people', 'age >= 80', NULL, '[]', 'w', '', '')
            """, arguments: ["age > 1 and id_number = \(Self.number)", "身份证\(Self.number)的人"])
        try db.execute(
          sql: "UPDATE people SET id_number_masked = '310***********0017' WHERE id = ?", arguments: [person])
      }
      try raw.close()
      let keys = KeyRing(secret: SymmetricKey(data: Data(repeating: 7, count: 32)))
      let again = try Store(path: store.path, keys: keys, clock: clock.clock, setUp: API.setUp)
      let look = try DatabaseQueue(path: store.path)
      try await body(again, look)
      try look.close()
      try again.close()
    }
  }

  @Test func start_sealsWhatWasPlain_andLosesNothing() async throws {
    try await upgraded { store, raw in
      let (note, data) = try await raw.read { db in
        (
          try String.fetchOne(db, sql: "SELECT note FROM visits"),
          try String.fetchOne(db, sql: "SELECT data FROM records ORDER BY id DESC")
        )
      }
      #expect(note == "儿子138****9901")
      #expect(data == #"{"kind":"身份证310**************7","amount":3}"#)
      let texts = try await store.read { reader in
        try reader.sealedTexts(of: .visits, 1).map(\.text) + reader.sealedTexts(of: .records, 1).map(\.text)
      }
      #expect(texts == ["儿子\(Self.phone)", "身份证\(Self.number)"])
      try await store.checkpoint()
      let bytes = FileManager.default.contents(atPath: store.path) ?? Data()
      for plain in [Self.phone, Self.number] { #expect(bytes.range(of: Data(plain.utf8)) == nil) }
    }
  }

  @Test func start_takesNumbersOutOfStoredQuestions() async throws {
    try await upgraded { _, raw in
      let rows = try await raw.read { db in
        try Row.fetchAll(db, sql: "SELECT question, sentence, retired_at IS NOT NULL FROM ledgers ORDER BY id").map {
          (question: $0[0] as String, sentence: $0[1] as String?, isRetired: $0[2] as Bool)
        }
      }
      #expect(rows.map(\.question) == ["age > 1 and age < 0", "age >= 80"])
      #expect(rows.allSatisfy { $0.sentence == nil } && rows.map(\.isRetired) == [true, false])
    }
  }

  @Test(arguments: [
    ("phone = 13812349901", "age < 0"), ("not phone = \"021-62345678\" and age > 1", "not age < 0 and age > 1"),
    ("any residents(id_number = 310101194711210017)", "any residents(age < 0)"), ("age >= 80", "age >= 80"),
  ])
  func literals_areReplaced(_ question: String, _ without: String) {
    #expect(SealedLiterals.removed(from: question) == without)
  }
}

import Assembly
import FilterLanguage
import Foundation
import GRDB
import Kernel
import Registry
import Storage
import Support
import Testing

/// The key is changed while a server reads and writes.
struct KeyRotationTests {
  private static let number = "310199194101011115"

  /// A database with its key file in a folder of its own.
  private func withDatabase(_ body: (String, TestClock) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.appendingPathComponent("menpai.sqlite").path, TestClock())
  }

  private func add(_ name: String, _ number: String?, _ phone: String, _ store: Store) async throws -> Int64 {
    try await store.write { writer in
      try writer.audit(.operatorAtConsole, AuditEntry("people.create"))
      return try writer.insertPerson(
        PersonDraft(
          name: name, idKind: number.map { _ in "resident_identity" }, idNumber: number, phone: phone, source: "manual")
      )
    }
  }

  @Test func rotation_servedMeanwhile_losesNothing() async throws {
    try await withDatabase { path, clock in
      let server = try Store(path: path, clock: clock.clock, setUp: API.setUp)
      let before = try String(contentsOfFile: path + ".key", encoding: .utf8)
      let old = try await add("甲", Self.number, "16400000001", server)
      let photo = Data("a photo".utf8)
      let name = server.files.name(of: photo)
      try await server.files.put(photo, as: name)

      let console = try Store(path: path, clock: clock.clock, setUp: API.setUp)
      let place = try await console.rotateKey(by: .operatorAtConsole) { _ in }
      try console.close()

      // The server has heard nothing, and goes on.
      #expect(try await server.read { try $0.person(old)?.idNumber } == Self.number)
      #expect(try await server.files.get(name) == photo)
      let new = try await add("乙", nil, "16400000002", server)
      #expect(try await server.read { try $0.personID(idNumber: Self.number) } == old)
      let twice = try await refusal { _ = try await add("丙", Self.number, "16400000003", server) }
      #expect(twice?.code == "id_number_taken")
      #expect(try await server.read { try $0.auditChain().firstBroken } == nil)
      try server.close()

      let after = try String(contentsOfFile: path + ".key", encoding: .utf8)
      #expect(after != before && after.split(separator: "\n").count == 1)
      #expect(try String(contentsOfFile: try #require(place), encoding: .utf8) == before)
      let fresh = try Store(path: path, clock: clock.clock, setUp: API.setUp)
      #expect(try await fresh.read { try $0.person(new)?.phone } == "16400000002")
      #expect(try await fresh.read { try $0.person(old)?.phone } == "16400000001")
      #expect(try await fresh.read { try $0.personID(idNumber: Self.number) } == old)
      #expect(try await fresh.files.get(name) == photo)
      #expect(try await fresh.sealedFaults() == [])
      #expect(try await fresh.read { try $0.auditChain().firstBroken } == nil)
      try fresh.close()

      // The old key alone opens nothing.
      try before.write(toFile: path + ".key", atomically: false, encoding: .utf8)
      #expect(throws: Problem.self) { try Store(path: path, clock: clock.clock, setUp: API.setUp) }
    }
  }

  @Test func rotation_thatStopsHalfWay_goesOnWithTheSameKey() async throws {
    try await withDatabase { path, clock in
      let store = try Store(path: path, clock: clock.clock, setUp: API.setUp)
      let (first, second) = (
        try await add("甲", Self.number, "16400000001", store), try await add("乙", nil, "16400000002", store)
      )
      // A value that opens with no key stops it: both keys stay.
      let queue = try DatabaseQueue(path: path)
      let whole = try await queue.read { db in
        try Data.fetchOne(db, sql: "SELECT phone_sealed FROM people WHERE id = ?", arguments: [second])
      }
      try await queue.write { db in
        try db.execute(sql: "UPDATE people SET phone_sealed = x'00' WHERE id = ?", arguments: [second])
      }
      let problem = try await refusal { _ = try await store.rotateKey(by: .operatorAtConsole) { _ in } }
      #expect(problem?.code == "wrong_key")
      let keys = try String(contentsOfFile: path + ".key", encoding: .utf8).split(separator: "\n")
      #expect(keys.count == 2)
      try store.close()

      // A server that starts in between reads what either key has sealed.
      let server = try Store(path: path, clock: clock.clock, setUp: API.setUp)
      try await queue.write { db in
        try db.execute(sql: "UPDATE people SET phone_sealed = ? WHERE id = ?", arguments: [whole, second])
      }
      #expect(try await server.read { try $0.person(first)?.phone } == "16400000001")
      #expect(try await server.read { try $0.person(second)?.phone } == "16400000002")
      _ = try await server.rotateKey(by: .operatorAtConsole) { _ in }
      #expect(
        try String(contentsOfFile: path + ".key", encoding: .utf8).split(separator: "\n") == [keys[0]])
      #expect(try await server.sealedFaults() == [])
      #expect(try await server.read { try $0.auditChain().firstBroken } == nil)
      try queue.close()
      try server.close()
    }
  }
}

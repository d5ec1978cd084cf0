import GRDB
import Support
import Testing
@testable import Assembly
@testable import FilterLanguage
@testable import Kernel
@testable import Storage

struct AuditChainTests {
  private func write(_ actions: [String], to store: Store) async throws {
    try await store.write { writer in
      for action in actions {
        try writer.audit(.operatorAtConsole, AuditEntry(action, subject: .people, id: 1, reason: "因工作需要"))
      }
    }
  }

  /// Changes the file as somebody would who owns it, past the triggers.
  private func tamper(_ store: Store, _ sql: String) throws {
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      try db.execute(sql: "DROP TRIGGER audit_keep_update; DROP TRIGGER audit_keep_delete; " + sql)
    }
    try queue.close()
  }

  @Test func auditChain_untouchedIsWhole() async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a", "b", "c"], to: store)
      let chain = try await store.read { try $0.auditChain() }
      #expect(chain.rows == 3)
      #expect(chain.firstBroken == nil)
    }
  }

  @Test(arguments: [
    "UPDATE audit SET reason = '别的原因' WHERE seq = 2", "UPDATE audit SET at = '2020' WHERE seq = 2",
    "UPDATE audit SET caller_id = 5 WHERE seq = 2", "UPDATE audit SET detail = '[ ]' WHERE seq = 2",
  ])
  func auditChain_changedRowIsFound(sql: String) async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a", "b", "c"], to: store)
      try tamper(store, sql)
      #expect(try await store.read { try $0.auditChain().firstBroken } == 2)
    }
  }

  @Test func auditChain_missingRowIsFound() async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a", "b", "c"], to: store)
      try tamper(store, "DELETE FROM audit WHERE seq = 2")
      #expect(try await store.read { try $0.auditChain().firstBroken } == 3)
    }
  }

  @Test(arguments: [
    "DELETE FROM audit WHERE seq = 3", "DELETE FROM audit WHERE seq > 1",
    "DELETE FROM audit WHERE seq = 3; DELETE FROM settings WHERE name = 'audit_head'",
    "DELETE FROM audit WHERE seq = 3; UPDATE settings SET value = replace(value, '3 ', '2 ') WHERE name = 'audit_head'",
    "UPDATE settings SET value = '3 x' WHERE name = 'audit_head'",
  ])
  func auditChain_cutAtItsEndIsFound(sql: String) async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a", "b", "c"], to: store)
      try tamper(store, sql)
      let chain = try await store.read { try $0.auditChain() }
      #expect(chain.firstBroken == chain.rows + 1)
    }
  }

  /// Somebody without the key writes the whole log anew, with hashes that anybody can make.
  @Test func auditChain_writtenAnewWithoutTheKeyIsFound() async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a", "b"], to: store)
      let queue = try DatabaseQueue(path: store.path)
      try await queue.write { db in
        try db.execute(sql: "DROP TRIGGER audit_keep_update; UPDATE audit SET reason = '别的原因' WHERE seq = 1")
        var previous = AuditRow.beginning
        for row in try Row.fetchAll(
          db,
          sql: "SELECT seq, at, caller_id, caller, role, origin, action, subject, subject_id, reason, detail FROM audit"
        ) {
          let line = AuditRow(
            seq: row[0], at: row[1], callerID: row[2], caller: row[3], role: row[4], origin: row[5], action: row[6],
            subject: row[7], subjectID: row[8], reason: row[9], detail: row[10])
          let hash = line.hash(after: previous, nil)
          try db.execute(
            sql: "UPDATE audit SET prev_hash = ?, hash = ? WHERE seq = ?", arguments: [previous, hash, line.seq])
          previous = hash
        }
      }
      try queue.close()
      #expect(try await store.read { try $0.auditChain().firstBroken } == 1)
    }
  }

  @Test func auditHead_notedElsewhere_showsAFileThatWasPutBack() async throws {
    try await withTemporaryStore { store, clock in
      try await write(["a"], to: store)
      let copy = store.path + ".copy"
      _ = try await store.backup(to: copy)
      try await write(["b"], to: store)
      let note = try await store.read { try $0.auditHead().text }
      #expect(try await store.read { try $0.holdsAuditHead(note) } == true)
      let older = try Store(path: copy, keys: store.keys, clock: clock.clock, setUp: API.setUp)
      #expect(try await older.read { try $0.auditChain().firstBroken } == nil)
      #expect(try await older.read { try $0.holdsAuditHead(note) } == false)
      #expect(try await older.read { try $0.holdsAuditHead("abc") } == nil)
      try older.close()
    }
  }

  @Test func audit_triggersRefuseChanges() async throws {
    try await withTemporaryStore { store, _ in
      try await write(["a"], to: store)
      let queue = try DatabaseQueue(path: store.path)
      for sql in ["UPDATE audit SET reason = 'x'", "DELETE FROM audit"] {
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
      }
    }
  }

  @Test func auditLines_filteredByActionAndBelow() async throws {
    try await withTemporaryStore { store, _ in
      try await write(["login", "login.refused", "loginx", "logout"], to: store)
      let filter = AuditFilter(subject: .people, subjectID: 1, caller: "operator", action: "login")
      let (lines, count) = try await store.read {
        (try $0.auditLines(filter, before: nil, limit: 10), try $0.auditCount(filter))
      }
      #expect(lines.map(\.action) == ["login.refused", "login"])
      #expect(count == 2)
      let nobody = AuditFilter(caller: "somebody")
      #expect(try await store.read { try $0.auditCount(nobody) } == 0)
    }
  }
}

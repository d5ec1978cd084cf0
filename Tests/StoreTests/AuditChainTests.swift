import Domain
import GRDB
import Store
import Support
import Testing

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

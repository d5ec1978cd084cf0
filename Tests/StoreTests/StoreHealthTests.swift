import FilterLanguage
import Foundation
import GRDB
import Kernel
import Storage
import Support
import Testing

@Suite struct StoreHealthTests {
  private func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }

  @Test(arguments: [true, false])
  func write_whenTheFileIsAnother_isRefused(_ isReplaced: Bool) async throws {
    try await withTemporaryStore { store, _ in
      try await store.write { try $0.setSetting("a", "1") }
      let files = FileManager.default
      try files.moveItem(atPath: store.path, toPath: store.path + ".away")
      if isReplaced { try files.copyItem(atPath: store.path + ".away", toPath: store.path) }
      #expect(try await code { try await store.write { try $0.setSetting("a", "2") } } == "database_gone")
      #expect(store.health.fault == .gone)
      await store.watchHealth()
      #expect(store.health.fault == .gone)
    }
  }

  @Test func write_onAFullDisk_isToldAsThatAndRecovers() async throws {
    try await withTemporaryStore { store, _ in
      try await store.pool.write { try $0.execute(sql: "CREATE TABLE filler (x BLOB)") }
      // The database may not grow: what SQLite does when the disk is full.
      try await store.pool.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
      let told = try await code {
        try await store.write { writer in
          for _ in 0..<50 { try writer.db.execute(sql: "INSERT INTO filler VALUES (randomblob(8000))") }
        }
      }
      #expect(told == "disk_full" && store.health.fault == .full)
      #expect(try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filler") } == 0)
      try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1073741823") }
      await store.watchHealth()
      #expect(store.health.fault == nil)
    }
  }

  @Test func writes_thatWaitedTogether_areAllRefusedOnAFullDisk() async throws {
    try await withTemporaryStore { store, _ in
      try await store.pool.write { try $0.execute(sql: "CREATE TABLE filler (x BLOB)") }
      try await store.pool.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
      let acknowledged = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<40 {
          group.addTask {
            try await code {
              try await store.write { try $0.db.execute(sql: "INSERT INTO filler VALUES (randomblob(3000))") }
            } == nil
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      let kept = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filler") }
      #expect(kept == acknowledged && acknowledged < 40)
    }
  }

  @Test func errors_ofTheFileSystem_areKnown() {
    let full = NSError(domain: NSPOSIXErrorDomain, code: Int(ENOSPC))
    #expect(StoreHealth.fault(of: full) == .full)
    #expect(StoreHealth.fault(of: CocoaError(.fileWriteOutOfSpace)) == .full)
    #expect(StoreHealth.fault(of: CocoaError(.fileNoSuchFile)) == nil)
    #expect(StoreHealth.fault(of: DatabaseError(resultCode: .SQLITE_CORRUPT)) == .damaged)
    #expect(StoreHealth.fault(of: DatabaseError(resultCode: .SQLITE_CONSTRAINT)) == nil)
    #expect(StoreHealth.fault(of: DatabaseError(resultCode: .SQLITE_BUSY)) == .locked)
    #expect(StoreHealth.Fault.locked.problem.retryAfter != nil)
  }

  @Test func lockedFile_isAFault_untilAWriteSucceeds() async throws {
    try await withTemporaryStore { store, _ in
      let told = try await code { try await store.write { _ in throw DatabaseError(resultCode: .SQLITE_BUSY) } }
      #expect(told == "database_locked" && store.health.fault == .locked)
      await store.watchHealth()
      #expect(store.health.fault == nil)
    }
  }

  @Test func lock_isOneServersAtATime() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)").path
    let names = [path, path + "-hard", path + "-soft"]
    defer { for name in names + names.map({ $0 + ".lock" }) { try? FileManager.default.removeItem(atPath: name) } }
    _ = FileManager.default.createFile(atPath: path, contents: Data("x".utf8))
    try FileManager.default.linkItem(atPath: path, toPath: names[1])
    try FileManager.default.createSymbolicLink(atPath: names[2], withDestinationPath: path)
    try DatabaseLock.requireOneName(path: names[1])
    do {
      let first = try DatabaseLock(path: path)
      defer { withExtendedLifetime(first) {} }
      // Whatever it is called by.
      for name in names {
        #expect(throws: Problem.self) { _ = try DatabaseLock(path: name) }
      }
      // Its own name, also through the symbolic link, goes on being good; the hard link is refused.
      try DatabaseLock.requireOneName(path: path)
      try DatabaseLock.requireOneName(path: names[2])
      #expect(throws: Problem.self) { try DatabaseLock.requireOneName(path: names[1]) }
    }
    _ = try DatabaseLock(path: path)
  }
}

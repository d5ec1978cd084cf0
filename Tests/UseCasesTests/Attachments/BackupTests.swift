import Assembly
import FilterLanguage
import Foundation
import Operations
import Storage
import Support
import Testing
import WorkOrders

/// A backup holds what is needed to go on, and a damaged one says so.
@Suite struct BackupTests {
  private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("Huangpu photo".utf8))

  @Test func backup_holdsTheAttachments_andCheckMissesThem() async throws {
    try await OrdersFixture.run { orders in
      let (id, app) = (try await orders.push().order.id, orders.app)
      let added = try await OrderAttachments.add(Self.png, name: "现场.png", order: id, caller: orders.boss, app: app)
      #expect(try await CheckOffice.run(app: app) { _ in } == [])
      let copy = app.store.path + ".backup"
      #expect(try await app.store.backup(to: copy) == (1, 0))
      #expect(FileManager.default.fileExists(atPath: copy + ".files/" + added.row.hash))
      let copied = try Store(path: copy, keys: app.store.keys, clock: app.clock, setUp: API.setUp)
      #expect(try await copied.files.get(added.row.hash) == Self.png)
      try copied.close()
      #expect(try await refusal { _ = try await app.store.backup(to: copy) }?.code == "file_exists")

      let file = app.store.files.folder + "/" + added.row.hash
      try Data("nothing".utf8).write(to: URL(fileURLWithPath: file))
      #expect(try await CheckOffice.run(app: app) { _ in }.count == 1)
      try FileManager.default.removeItem(atPath: file)
      let findings = try await CheckOffice.run(app: app) { _ in }
      #expect(findings.count == 1 && findings[0].contains("is missing"))
      #expect(try await app.store.backup(to: copy + "2") == (0, 1))
    }
  }

  @Test(arguments: [0, 100, 8000, 40_000])
  func restore_ofADamagedBackup_saysSoPlainly(kept: Int) async throws {
    try await OrdersFixture.run { orders in
      let path = orders.app.store.path
      let whole = path + ".backup"
      _ = try await orders.app.store.backup(to: whole)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
      bytes = bytes.prefix(kept) + (kept == 8000 ? Data(repeating: 0xAA, count: bytes.count - kept) : Data())
      let broken = path + ".broken"
      try bytes.write(to: URL(fileURLWithPath: broken))
      let problem = try await refusal { _ = try await RestoreBackup.run(from: broken, to: path + ".new") }
      #expect(problem?.code == "backup_broken")
      #expect(problem?.detail.contains("SQLite") == false)
      #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }
  }
}

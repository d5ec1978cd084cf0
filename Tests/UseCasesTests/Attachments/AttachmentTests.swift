import FilterLanguage
import Foundation
import Registry
import Support
import Testing
import WorkOrders

@Suite struct AttachmentTests {
  private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("Huangpu photo".utf8))

  @Test func attachment_liesSealedBesideTheDatabase_andComesBack() async throws {
    try await OrdersFixture.run { orders in
      let (id, app) = (try await orders.push().order.id, orders.app)
      let worker = orders.street.worker
      let added = try await OrderAttachments.add(Self.png, name: "现场.png", order: id, caller: worker, app: app)
      #expect(added.isNew && added.row.type == "image/png" && added.row.size == Self.png.count)
      let again = try await OrderAttachments.add(Self.png, name: "又一张.png", order: id, caller: worker, app: app)
      #expect(!again.isNew && again.row.id == added.row.id)
      let file = app.store.files.folder + "/" + added.row.hash
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data("Huangpu".utf8)) == nil)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(
        try await Attachments.get(added.row.id, caller: worker, app: app).content == Self.png)
      #expect(try await orders.view(id).timeline.last?.action == "attached")
      for stranger in [
        orders.department("房管所"), orders.street.caller(.worker, at: orders.street.julu.committee),
      ] {
        let refused = try await refusal {
          _ = try await Attachments.get(added.row.id, caller: stranger, app: app)
        }
        #expect(refused?.code == "not_found")
      }
    }
  }

  @Test(arguments: [
    "<html><script>alert(1)</script>", "GIF89a....", "PK\u{3}\u{4}....", "", "RIFF....WAVE", "%PD", "<svg xmlns=''/>",
  ])
  func otherTypes_areRefused(_ content: String) async throws {
    try await OrdersFixture.run { orders in
      let id = try await orders.push().order.id
      let refused = try await refusal {
        _ = try await OrderAttachments.add(
          Data(content.utf8), name: "x.jpg", order: id, caller: orders.boss, app: orders.app)
      }
      #expect(refused?.code == "bad_media_type")
    }
  }

  @Test func twentyFirst_isRefused_andOrphans_areSweptAway() async throws {
    try await OrdersFixture.run { orders in
      let (id, app) = (try await orders.push().order.id, orders.app)
      for index in 0..<20 {
        _ = try await OrderAttachments.add(
          Data("%PDF-1.7 \(index)".utf8), name: "x.pdf", order: id, caller: orders.boss, app: app)
      }
      let refused = try await refusal {
        _ = try await OrderAttachments.add(Self.png, name: "x", order: id, caller: orders.boss, app: app)
      }
      #expect(refused?.code == "too_many_attachments")
      let folder = app.store.files.folder
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 21)
      try await Attachments.sweep(app: app)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 20)
    }
  }

  @Test func changedFile_isNotGiven() async throws {
    try await OrdersFixture.run { orders in
      let (id, app) = (try await orders.push().order.id, orders.app)
      let row = try await OrderAttachments.add(Self.png, name: "x", order: id, caller: orders.boss, app: app).row
      let file = URL(fileURLWithPath: app.store.files.folder + "/" + row.hash)
      var bytes = try Data(contentsOf: file)
      bytes[20] ^= 1
      try bytes.write(to: file)
      let refused = try await refusal { _ = try await Attachments.get(row.id, caller: orders.boss, app: app) }
      #expect(refused?.code == "wrong_key")
    }
  }
}

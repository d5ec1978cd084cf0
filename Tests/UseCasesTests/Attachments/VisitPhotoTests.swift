import Assembly
import FilterLanguage
import Foundation
import Kernel
import Operations
import Registry
import Storage
import Support
import Testing

/// Photos of visits lie where those of orders lie, and are seen by whoever sees the visit.
@Suite struct VisitPhotoTests {
  private static let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0] + Array("door".utf8))

  private static func visit(_ street: StreetFixture) async throws -> Int64 {
    try await Visits.add(
      VisitDraft(house: street.julu.house, on: TestClock.start.day), caller: street.caller(.street), app: street.app)
  }

  @Test func photo_isSeenWithTheVisit_onceHoweverOftenItIsSent() async throws {
    try await StreetFixture.run { street in
      let (id, app) = (try await Self.visit(street), street.app)
      let added = try await VisitPhotos.add(
        Self.jpeg, name: "门口.jpg", visit: id, caller: street.caller(.street), app: app)
      let again = try await VisitPhotos.add(
        Self.jpeg, name: "又.jpg", visit: id, caller: street.caller(.street), app: app)
      #expect(added.isNew && !again.isNew && again.row.id == added.row.id)
      #expect(try await VisitPhotos.list(visit: id, caller: street.caller(.street), app: app) == [added.row])
      #expect(try await Attachments.get(added.row.id, caller: street.caller(.street), app: app).content == Self.jpeg)
      let row = try await Visits.get(id, caller: street.caller(.street), app: app)
      #expect(row.photos == 1 && row.version == 2)
      // The worker of the other committee.
      let calls: [@Sendable () async throws -> Void] = [
        { _ = try await VisitPhotos.list(visit: id, caller: street.worker, app: app) },
        { _ = try await Attachments.get(added.row.id, caller: street.worker, app: app) },
        { _ = try await VisitPhotos.add(Self.jpeg, name: "x", visit: id, caller: street.worker, app: app) },
      ]
      for call in calls { #expect(try await refusal { try await call() }?.code == "not_found") }
    }
  }

  @Test(arguments: ["%PDF-1.7", "<svg/>", "", "RIFF....WEBP"])
  func otherTypes_areRefused(_ content: String) async throws {
    try await StreetFixture.run { street in
      let id = try await Self.visit(street)
      let refused = try await refusal {
        _ = try await VisitPhotos.add(
          Data(content.utf8), name: "x.jpg", visit: id, caller: street.caller(.street), app: street.app)
      }
      #expect(refused?.code == "bad_media_type")
    }
  }

  @Test func backup_holdsThem_checkMissesThem_theyGoWithTheVisit() async throws {
    try await StreetFixture.run { street in
      let (id, app) = (try await Self.visit(street), street.app)
      let row = try await VisitPhotos.add(Self.jpeg, name: "x", visit: id, caller: street.caller(.street), app: app).row
      let copy = app.store.path + ".backup"
      #expect(try await app.store.backup(to: copy) == (1, 0))
      #expect(FileManager.default.fileExists(atPath: copy + ".files/" + row.hash))
      try await Attachments.sweep(app: app)
      let file = app.store.files.folder + "/" + row.hash
      #expect(FileManager.default.fileExists(atPath: file))
      try FileManager.default.moveItem(atPath: file, toPath: file + ".away")
      #expect(try await CheckOffice.run(app: app) { _ in }.contains { $0.contains("is missing") })
      try FileManager.default.moveItem(atPath: file + ".away", toPath: file)
      let house = street.julu.house
      try await app.store.write { try $0.deleteVisit(id, house: house) }
      try await Attachments.sweep(app: app)
      #expect(!FileManager.default.fileExists(atPath: file))
      #expect(
        try await refusal { _ = try await Attachments.get(row.id, caller: street.caller(.street), app: app) }?.code
          == "not_found")
    }
  }
}

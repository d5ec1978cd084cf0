import FilterLanguage
import Foundation
import Kernel
import Registry
import Support
import Testing

/// What may be changed is asked in the transaction that changes it.
struct WriteAccessTests {
  @Test func access_seesWhatTheSameTransactionHasChanged() async throws {
    try await StreetFixture.run { street in
      let (home, other) = (street.yanzhong, street.julu)
      let verdicts = try await street.app.write(as: street.worker) { writer, access in
        let before = try access.sees(.people, home.person)
        for link in try writer.read.occupancies(ofPerson: home.person) {
          _ = try writer.endOccupancy(link.id, until: Day("2026-11-21"))
        }
        let after = try access.sees(.people, home.person)
        _ = try writer.insertOccupancy(
          OccupancyDraft(
            house: other.house, subject: .person(home.person), role: "family", since: Day("2026-11-21"),
            source: "manual"))
        return [before, after, try access.sees(.people, home.person), try access.sees(.houses, home.house)]
      }
      #expect(verdicts == [true, true, false, true])
    }
  }

  @Test func access_saysWhatTheIndexSays() async throws {
    try await StreetFixture.run { street in
      let callers = [
        street.admin, street.worker, street.secretary, street.caller(.street), street.caller(.auditor),
        street.caller(.worker, at: street.julu.committee), street.caller(.department, unit: "民政"),
      ]
      let rows: [(SubjectKind, Int64)] = [
        (.houses, street.yanzhong.house), (.houses, street.julu.house), (.buildings, street.julu.building),
        (.people, street.yanzhong.person), (.people, street.julu.person), (.people, 99), (.occupancies, 1),
        (.occupancies, 2), (.people, 0), (.people, -1), (.people, 1 << 32 + 1),
      ]
      for caller in callers {
        for (kind, id) in rows {
          let inside = try await street.app.write(as: caller) { _, access in try access.sees(kind, id) }
          #expect(try await street.app.sees(kind, id, caller) == inside, "\(caller.role) \(kind) \(id)")
        }
      }
    }
  }

  /// No use case of these folders writes past `app.write(as:)`, where nobody would have to ask what exists for the
  /// caller.
  @Test func useCases_writeAsTheirCaller() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    // Lines in the audit log for somebody who is refused or shown something, and definitions, which are nobody's rows.
    let apart = [
      "TakenNumber.swift", "RevealPerson.swift", "AdmitSealedTerms.swift", "AddDataset.swift", "AddTag.swift",
      "ChangeTag.swift", "RetireTag.swift",
    ]
    let rows = ["Assets", "Houses", "Occupancies", "People", "Records", "Search", "Shops", "Tags", "Visits"]
    for folder in rows.map({ "Registry/\($0)" }) + ["WorkOrders/Attachments"] {
      let path = sources.appendingPathComponent(folder).path
      for file in try FileManager.default.contentsOfDirectory(atPath: path) where !apart.contains(file) {
        let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        #expect(!text.contains("store.write"), "\(folder)/\(file)")
      }
    }
  }
}

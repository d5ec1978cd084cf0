import Support
import Testing
@testable import FilterLanguage
@testable import Kernel
@testable import Platform
@testable import Storage
@testable import WorkOrders

struct CatalogueSeedingTests {
  private func tag(_ code: String, _ store: Store) async throws -> TagRow? {
    try await store.read { try $0.tags() }.first { $0.code == code }
  }

  /// Brings a reference in which `edit` has been done.
  private func bring(
    _ store: Store, _ edit: @escaping @Sendable (inout [TagDefinition], inout [DatasetDefinition]) -> Void
  ) async throws -> [AuditEntry.Change] {
    try await store.write { writer in
      var (tags, datasets) = (try ReferenceCatalogue.tags(), try ReferenceCatalogue.datasets())
      edit(&tags, &datasets)
      return try CatalogueSeeding.bring(writer, tags: tags, datasets: datasets)
    }
  }

  @Test func newDatabase_hasTheWholeReference() async throws {
    try await withTemporaryStore { store, _ in
      let (tags, datasets) = try await store.read { (try $0.tags(), try $0.datasets()) }
      #expect(try tags.map(\.code) == ReferenceCatalogue.tags().map(\.code).sorted())
      #expect(try datasets.map(\.code) == ReferenceCatalogue.datasets().map(\.code).sorted())
      #expect(tags.first { $0.code == "LL013" }?.aliases.sorted() == ["独居", "独居长者"])
      #expect(try await bring(store) { _, _ in }.isEmpty)
    }
  }

  @Test func newerReference_changesWhatTheOfficeLeftAlone() async throws {
    try await withTemporaryStore { store, _ in
      let changes = try await bring(store) { tags, datasets in
        if let index = tags.firstIndex(where: { $0.code == "LL003" }) { tags[index].rule = "age >= 81" }
        if let index = datasets.firstIndex(where: { $0.code == "gas" }) { datasets[index].about = "新说明" }
        if var new = tags.first(where: { $0.code == "WM002" }) {
          (new.code, new.name) = ("WM999", "新标签")
          tags.append(new)
        }
      }
      #expect(changes.map(\.field).sorted() == ["LL003.rule", "WM999", "gas.about"])
      #expect(try await tag("LL003", store)?.rule == "age >= 81")
      #expect(try await tag("LL003", store)?.version == 2)
      #expect(try await tag("WM999", store)?.name == "新标签")
    }
  }

  @Test func newerReference_leavesWhatTheOfficeEdited() async throws {
    try await withTemporaryStore { store, _ in
      let held = try #require(try await tag("LL003", store))
      try await store.write { writer in
        var patch = TagPatch()
        patch.about = .set("本街道的说法")
        _ = try writer.updateTag(held, patch, version: nil)
      }
      let changes = try await bring(store) { tags, _ in
        if let index = tags.firstIndex(where: { $0.code == "LL003" }) { tags[index].rule = "age >= 81" }
      }
      #expect(changes.isEmpty)
      #expect(try await tag("LL003", store)?.rule == "age >= 80")
    }
  }

  @Test func newerReference_neverTakesAWordOfTheOffice() async throws {
    try await withTemporaryStore { store, _ in
      try await store.write { writer in
        _ = try writer.insertTag(
          TagDraft(
            code: "OURS", name: "楼道管家", aliases: ["管家"], line: "自治志愿", subject: .person, level: .committee))
      }
      let changes = try await bring(store) { tags, _ in
        guard var new = tags.first(where: { $0.code == "WM002" }) else { return }
        (new.code, new.name, new.aliases) = ("WM998", "楼道管家", [])
        tags.append(new)
        (new.code, new.name, new.aliases) = ("WM999", "门栋管家", ["管家", "栋长"])
        tags.append(new)
      }
      #expect(changes.map(\.field) == ["WM999"])
      #expect(try await tag("WM999", store)?.aliases == ["栋长"])
    }
  }
}

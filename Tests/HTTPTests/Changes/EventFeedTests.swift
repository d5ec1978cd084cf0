import Assembly
import NIOCore
import Support
import Testing
@testable import ChangeFeed
@testable import FilterLanguage
@testable import Platform
@testable import Registry

struct EventFeedTests {
  @Test func next_greetsThenTellsEachChange() async throws {
    try await withTemporaryStore { store, _ in
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      try await app.open()
      let newest = try await ReadChanges.newest(caller: .operatorAtConsole, app: app)
      let feed = EventFeed(since: newest, app: app) { .operatorAtConsole }
      let greeting = try #require(try await feed.next())
      #expect(String(buffer: greeting).hasPrefix(":"))

      let area = try #require(try await store.read { try $0.areas() }.first { $0.level == .subdistrict })
      let made = try await AddArea.run(
        name: "延中居委会", level: .committee, parent: area.code, caller: .operatorAtConsole, app: app)
      let event = try #require(try await feed.next())
      let lines = String(buffer: event).split(separator: "\n").map(String.init)
      let epoch = try await store.read { try $0.feedEpoch() }
      #expect(lines.prefix(2) == ["id: \(newest + 1)-\(epoch)", "event: areas"])
      #expect(lines.last?.contains("\"id\":\(made.area.id),\"action\":\"create\"") == true)
    }
  }
}

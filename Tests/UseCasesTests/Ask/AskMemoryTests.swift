import Support
import Testing
@testable import Addresses
@testable import Analytics
@testable import Bench
@testable import ChineseQuery
@testable import DemoData
@testable import Exports
@testable import FilterLanguage
@testable import HotSpots
@testable import Identity
@testable import Imports
@testable import Kernel
@testable import Ledgers
@testable import Operations
@testable import Platform
@testable import Questions
@testable import Registry
@testable import Reminders
@testable import Server
@testable import Sheets
@testable import Storage
@testable import TagIndex
@testable import TextClassifier
@testable import WorkOrders
@testable import menpai

/// The words of sentences are kept for those who may still ask with them.
@Suite struct AskMemoryTests {
  private func ask(_ street: StreetFixture, _ caller: Caller) async throws {
    _ = try await Ask.run("老人", asOf: nil, limit: nil, caller: caller, app: street.app)
  }

  @Test func newTag_endsTheWordsOfTheOldCatalogue() async throws {
    try await StreetFixture.run { street in
      for _ in 0..<2 {
        try await ask(street, street.worker)
        try await ask(street, street.admin)
      }
      #expect(street.app.sentences.count == 2)
      for number in 1...5 {
        let tag = TagDraft(code: "YZ0\(number)", name: "志愿\(number)", line: "老龄", subject: .person, level: .committee)
        _ = try await AddTag.run(tag, caller: street.admin, app: street.app)
        try await ask(street, street.worker)
        #expect(street.app.sentences.count == 1)
      }
    }
  }
}

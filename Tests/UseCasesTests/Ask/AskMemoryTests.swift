import FilterLanguage
import Kernel
import Questions
import Registry
import Support
import Testing

/// The words of sentences are kept for those who may still ask with them.
@Suite struct AskMemoryTests {
  private func ask(_ street: StreetFixture, _ caller: Caller) async throws {
    _ = try await Ask.run("老人", asOf: nil, limit: nil, caller: caller, office: street.office)
  }

  @Test func newTag_endsTheWordsOfTheOldCatalogue() async throws {
    try await StreetFixture.run { street in
      for _ in 0..<2 {
        try await ask(street, street.worker)
        try await ask(street, street.admin)
      }
      #expect(street.office.sentences.count == 2)
      for number in 1...5 {
        let tag = TagDraft(code: "YZ0\(number)", name: "志愿\(number)", line: "老龄", subject: .person, level: .committee)
        _ = try await AddTag.run(tag, caller: street.admin, office: street.office)
        try await ask(street, street.worker)
        #expect(street.office.sentences.count == 1)
      }
    }
  }
}

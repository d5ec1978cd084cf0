import ChineseQuery
import FilterLanguage
import Testing

@Suite struct AskRefusalTests {
  static let sentences = AskRefusals.table.split(separator: "\n").map {
    String($0.drop { $0 == " " })
  }

  private func refusal(_ sentence: String) throws -> AskRefusal? {
    do {
      _ = try AskWorld.asking().read(sentence, asOf: AskWorld.today)
      return nil
    } catch let refusal as AskRefusal { return refusal }
  }

  @Test func read_whatIsNotUnderstood_isRefused() throws {
    let asking = try AskWorld.asking()
    #expect(Self.sentences.count >= 200)
    for sentence in Self.sentences {
      do {
        let reading = try asking.read(sentence, asOf: AskWorld.today)
        Issue.record("\(sentence) was answered: \(reading.expression)")
      } catch {
        #expect(error.problem.code == "ask_unrecognised")
        #expect(!error.parts.isEmpty)
      }
    }
  }

  /// Near words are looked for where a person can use them, not once for every stretch of noise.
  @Test func read_noise_isRefusedWithFewSuggestions() throws {
    let found = try #require(try refusal(String(repeating: "独居平均", count: 90)))
    #expect(found.parts.count > 20)
    #expect(found.parts.dropFirst(5).allSatisfy { $0.suggestions.isEmpty })
  }

  @Test func read_unknownWord_namesItsPlaceAndWhatItMayMean() throws {
    let found = try refusal("延中居民区的独居老老人")
    let part = try #require(found?.parts.first)
    #expect(part.span.length == 1 && part.span.text == "老" && part.span.position >= 6)
    #expect(!part.suggestions.isEmpty)
    let tag = try #require(try refusal("请列出 社区矫治的人")?.parts.first)
    #expect(tag.suggestions.contains { $0.contains("社区矫正") || $0.contains("社矫") })
    #expect(tag.span.position >= 4)
  }

  @Test func read_placeOfOthers_isUnknown() throws {
    let own = Asking(
      vocabulary: try AskWorld.vocabulary(), gazetteer: Gazetteer(places: [.init(.committee, "延中")]))
    #expect(throws: AskRefusal.self) { try own.read("雁荡居民区的老人", asOf: AskWorld.today) }
    #expect(throws: Never.self) { try own.read("延中居民区的老人", asOf: AskWorld.today) }
    #expect(throws: Never.self) { try own.read("本居民区的老人", asOf: AskWorld.today) }
    #expect(throws: AskRefusal.self) { try AskWorld.asking().read("本居民区的老人", asOf: AskWorld.today) }
  }

  @Test func read_restrictedTag_isUnknownWithoutTheRight() throws {
    let all = try AskWorld.vocabulary()
    let open = Vocabulary(tags: all.tags.filter { $0.code != "SF001" }, datasets: all.datasets)
    let asking = Asking(vocabulary: open, gazetteer: AskWorld.gazetteer)
    do {
      _ = try asking.read("社区矫正对象", asOf: AskWorld.today)
      Issue.record("answered")
    } catch { #expect(!error.parts.flatMap(\.suggestions).contains { $0.contains("矫正") }) }
  }

  @Test func read_longSentence_isRefusedQuickly() throws {
    #expect(try refusal(String(repeating: "独居或", count: 200)) != nil)
    #expect(try refusal(String(repeating: "有老人的", count: 90)) != nil)
    #expect(try refusal(String(repeating: "「", count: 300)) != nil)
  }
}

import Testing
@testable import ChineseQuery
@testable import FilterLanguage

/// What a text costs, counted in words found and steps taken: twice the text is twice the work.
@Suite struct AskWorkTests {
  private static let clauses = [
    "具有本市户籍", "年满65周岁", "未享受养老服务补贴", "一个月内没有走访过", "所住楼栋没有电梯", "持有居住证", "今年领过三次以上救助", "照护评估等级为三级",
  ]

  private func words(_ count: Int) throws -> (text: Int, found: Int, divided: Int) {
    let words = AskWords(try AskWorld.vocabulary(), AskWorld.gazetteer)
    let text = AskText((0..<count).map { Self.clauses[$0 % Self.clauses.count] }.joined(separator: "、"))
    let found = AskScanner(text: text, words: words, asOf: AskWorld.today).tokens()
    return (text.count, found.joined().count, AskPaths.best(found).first?.tokens.count ?? 0)
  }

  @Test func tokens_ofADoubledText_areTwiceAsMany() throws {
    let (one, two) = (try words(16), try words(32))
    #expect(two.text <= AskText(String(repeating: "年", count: Asking.limit)).count)
    #expect(two.found <= one.found * 21 / 10 && two.divided <= one.divided * 21 / 10)
  }

  @Test func phrase_ofALongList_endsWithinItsSteps() throws {
    let piece = AskPiece.unit(AskUnit(readings: [.people: .field(.sex, .compare(.equal, .text("男")))], kind: .word))
    let pieces = (0..<200).flatMap { _ in [piece, .pause] }
    let effort = AskEffort()
    _ = AskGrammar(effort: effort, recordDays: [:]).phrase(pieces[...])
    #expect(effort.left >= -1)
  }
}

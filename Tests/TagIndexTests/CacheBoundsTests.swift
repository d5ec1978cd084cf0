import FilterLanguage
import Kernel
import Testing
@testable import TagIndex

/// What is kept beside the rows takes so much memory and no more, however large the street.
@Suite struct CacheBoundsTests {
  private static func key(_ day: Int) -> AnswerCache.Key {
    AnswerCache.Key(subject: .people, expression: .everything, asOf: Day(number: Int32(day)), scope: .everything)
  }

  /// Of 65,536 people half.
  private static func half() -> Bitmap { Bitmap((0..<32_768).map { UInt32($0) * 2 }) }

  @Test func answersOfManyDays_takeNoMoreThanTheirBytes() {
    let cache = AnswerCache(capacity: 1000, byteLimit: 1 << 20)
    for day in 0..<300 {
      cache.keep(AnswerCache.Answer(ids: Self.half(), generation: 1), for: Self.key(day))
      #expect(cache.bytes <= 1 << 20)
    }
    #expect(cache.bytes > 1 << 19)
    #expect(cache.find(Self.key(299)) != nil)
    #expect(cache.find(Self.key(0)) == nil)
    cache.clear()
    #expect(cache.bytes == 0)
  }

  @Test func answerKeptAgain_countsOnce() {
    let cache = AnswerCache(capacity: 10)
    for generation in 0..<3 {
      cache.keep(AnswerCache.Answer(ids: Self.half(), generation: UInt64(generation)), for: Self.key(1))
    }
    #expect(cache.bytes == Self.half().bytes)
    cache.keep(AnswerCache.Answer(ids: Bitmap(), generation: 3), for: Self.key(1))
    #expect(cache.bytes == Bitmap().bytes)
  }

  @Test func commitsOfRosters_keepNoMoreThanTheirRows() {
    var log = CommitLog()
    var touched = Touched()
    touched.people = Set(0..<10_000)
    for generation in 1...300 {
      log.append(UInt64(generation), before: [touched, touched], after: [touched, touched])
      #expect(log.rows <= CommitLog.keptRows)
    }
    #expect(log.changed(since: 299, now: 300, .people, within: 1)?.count == 10_000)
    #expect(log.changed(since: 200, now: 300, .people, within: 1) == nil)
  }
}

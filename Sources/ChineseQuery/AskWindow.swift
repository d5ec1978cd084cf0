import FilterLanguage
import Kernel

/// A stretch of time as it was said, before it is known what it is about.
indirect enum AskWindow: Hashable, Sendable {
  case test(Test)
  /// A part of the as-of day's year that was said without it: 3月.
  case yearless(Test, isOver: Bool)
  /// 30天内: ahead for what ends, back for what happened.
  case within(Int, DayUnit)
  /// 30天, and 超过30天, which is more.
  case duration(Int, DayUnit, isMore: Bool)
  /// 30天前: then or before.
  case ago(Int, DayUnit)
  /// 30天后: then or after.
  case later(Int, DayUnit)
  case before(Day)
  case until(Day)
  case since(Day)
  /// Up to a day that is over already.
  case past(Test)
  /// What it is of what is still to come, and of what was: 春节前.
  case either(ahead: AskWindow?, back: AskWindow?)

  enum Direction { case ahead, back }

  /// A day that lies so long behind: 90天以上 with the day itself, 超过90天 without.
  static func behind(_ count: Int, _ unit: DayUnit, isMore: Bool) -> Test {
    .compare(isMore ? .less : .lessOrEqual, .day(.today(offset: -count, unit: unit)))
  }

  /// The test of a day that lies in the window; nil where the words do not say one.
  func test(_ direction: Direction) -> Test? {
    let today = Value.day(.today(offset: 0, unit: .days))
    switch (self, direction) {
    case (.test(let test), .ahead): return test.isBeforeToday ? nil : test
    case (.test(let test), .back): return test.isAfterToday ? nil : test
    // 3月到期, said in November: which year is meant is anybody's guess.
    case (.yearless(let test, let isOver), .ahead): return isOver ? nil : test
    case (.yearless(let test, _), .back): return test
    case (.within(let n, let unit), .ahead): return .range(today, .day(.today(offset: n, unit: unit)))
    case (.within(let n, let unit), .back): return .range(.day(.today(offset: -n, unit: unit)), today)
    case (.duration, _): return nil
    case (.ago(let n, let unit), .back):
      return .compare(.lessOrEqual, .day(.today(offset: -n, unit: unit)))
    case (.ago, .ahead): return nil
    case (.later(let n, let unit), .ahead):
      return .compare(.greaterOrEqual, .day(.today(offset: n, unit: unit)))
    case (.later, .back): return nil
    case (.before(let day), .ahead): return .range(today, .day(.on(day.adding(days: -1))))
    case (.before(let day), .back): return .compare(.less, .day(.on(day)))
    case (.until(let day), .ahead): return .range(today, .day(.on(day)))
    case (.until(let day), .back): return .compare(.lessOrEqual, .day(.on(day)))
    case (.since(let day), _): return .compare(.greaterOrEqual, .day(.on(day)))
    case (.past(let test), _): return test
    case (.either(let ahead, _), .ahead): return ahead?.test(.ahead)
    case (.either(_, let back), .back): return back?.test(.back)
    }
  }

  /// The first day of the window when it ends today or is open: for 30天没有走访.
  var start: Test? {
    switch self {
    case .within(let n, let unit), .duration(let n, let unit, _):
      .compare(.greaterOrEqual, .day(.today(offset: -n, unit: unit)))
    case .test(.range(let from?, .day(.today(0, _)))): .compare(.greaterOrEqual, from)
    case .test(let test): test
    case .since(let day): .compare(.greaterOrEqual, .day(.on(day)))
    case .yearless(let test, _): test
    case .either(_, let back): back?.start
    case .ago, .later, .before, .until, .past: nil
    }
  }
}

extension Test {
  /// 下个月: nothing has happened then.
  fileprivate var isAfterToday: Bool {
    switch self {
    case .period(let period): period.which == .next
    case .compare(.equal, .day(.today(let count, _))): count > 0
    case .range(.day(.today(let from, _)), .day(.today(let to, _))): from >= 0 && to > 0
    default: false
    }
  }

  /// 近30天: said of what is still to come, it could mean either side of today.
  fileprivate var isBeforeToday: Bool {
    if case .range(.day(.today(let from, _)), .day(.today(0, _))) = self { from < 0 } else { false }
  }
}

/// Something that has a day: how it is said, and where the day stands.
enum AskTopic: Hashable, Sendable {
  case inspection, lease, licence, visit, moveIn, moveOut, vacancy, reported, finished, opening, birth, birthday, update
  /// The day on which somebody completes these years.
  case turns(Int)
  /// A dataset's day: 居住证, 养犬证.
  case record(dataset: String, field: String, TagSubject)
  /// A dataset's day on which something is to be done: 复核.
  case due(dataset: String, field: String, TagSubject)
  /// A dataset's day on which something was done: 体检, 检查.
  case event(dataset: String, field: String, TagSubject)

  /// Whether it is something that ends: 居住证, 租约.
  var isOfAnEnd: Bool {
    switch self {
    case .lease, .licence, .record, .inspection: true
    default: false
    }
  }

  /// The dataset's field that keeps the day.
  var day: [String]? {
    switch self {
    case .record(let dataset, let field, _), .due(let dataset, let field, _), .event(let dataset, let field, _):
      [dataset, field]
    default: nil
    }
  }

  /// The subject of the dataset that it is of.
  var tagged: TagSubject? {
    switch self {
    case .record(_, _, let subject), .due(_, _, let subject), .event(_, _, let subject): subject
    default: nil
    }
  }
}

import FilterLanguage
import Kernel
import Storage
import Synchronization
import TextClassifier

/// What the desk has learnt, and up to where.
struct DispatchMemory: Sendable {
  private(set) var dispatcher = Dispatcher(duties: [])
  private(set) var policy = DispatchPolicy.untried
  /// How many lessons have been learnt on top of the model.
  private(set) var count = 0
  private var list: DutyListMark?
  private var model: Int64 = 0
  /// Lessons after this one are learnt one by one, and up to that one they have been.
  private var (from, to): (Int64, Int64) = (0, 0)
  /// How the model did on what it had not seen.
  private var heldBack: [Outcome] = []
  /// How each order's proposal turned out since.
  private var outcomes: [Int64: Outcome] = [:]

  /// Between so many of the newest lessons and twice as many are learnt anew at a start: a second or so.
  static let window: Int64 = 2_000

  /// - Returns: whether anything is new.
  mutating func catchUp(_ reader: Reader, today: Day) throws -> Bool {
    let (list, mark) = (try reader.dutyListMark(on: today), try reader.dispatchMark())
    // Somebody with a newer state of the database was here first.
    guard mark.model >= model, mark.lesson >= to else { return false }
    let start = max(mark.modelLessons, (mark.lesson / Self.window - 1) * Self.window, 0)
    let isNew = list != self.list || mark.model != model || start != from
    if isNew {
      if list != self.list { dispatcher = Self.plain(try reader.duties(on: today)) }
      try begin(mark.model == 0 ? nil : try reader.dispatchModel(), at: start, try reader.unitRenames())
      (self.list, model) = (list, mark.model)
    }
    guard isNew || mark.lesson > to else { return false }
    for lesson in try reader.dispatchLessons(after: to, upTo: mark.lesson) { learn(lesson) }
    to = mark.lesson
    // In a fixed order: sums of the same numbers in another order may differ in the last bit.
    policy = .learnt(heldBack + outcomes.sorted { $0.key < $1.key }.map(\.value))
    return true
  }

  /// Other duties, by hand: what was learnt under those before is forgotten.
  mutating func replace(_ duties: [Duty]) -> Dispatcher {
    dispatcher = Self.plain(duties)
    return dispatcher
  }

  /// - Parameter names: what units are called now, by what they were called when the model was trained.
  private mutating func begin(_ kept: StoredModel?, at start: Int64, _ names: [String: String]) throws {
    let model = try kept.map { kept throws(Problem) in try LinearModel(decoding: kept.content).renamed(names) }
    dispatcher = dispatcher.with(model, share: kept?.share ?? 0)
    heldBack = (kept?.outcomes ?? []).map {
      Outcome(confidence: $0.confidence, right: $0.isRight, unit: names[$0.unit] ?? $0.unit)
    }
    (from, to, outcomes, count) = (start, start, [:], 0)
  }

  private mutating func learn(_ lesson: DispatchLesson) {
    count += 1
    dispatcher.learn(lesson.taught)
    guard let order = lesson.order, let proposal = lesson.proposal else { return }
    // The last word on an order counts.
    outcomes[order] = Outcome(confidence: proposal.confidence, right: proposal.isRight, unit: proposal.unit)
  }

  /// The dispatcher of a duty list, without model and corrections. The last one is kept: offices that work with the same
  /// list count the sayings once.
  static func plain(_ duties: [Duty]) -> Dispatcher {
    last.withLock { last in
      if let last, last.duties == duties { return last.dispatcher }
      let dispatcher = Dispatcher(duties: duties, sayings: sayings)
      last = (duties, dispatcher)
      return dispatcher
    }
  }

  private static let last = Mutex<(duties: [Duty], dispatcher: Dispatcher)?>(nil)
  /// Parsed once; broken only in a build that no test has seen.
  private static let sayings = (try? ReferenceCatalogue.sayings()) ?? [:]
}

extension DispatchLesson {
  var taught: Lesson {
    Lesson(text: text, category: category, duty: duty, unit: unit, wrongUnit: wrongUnit)
  }
}

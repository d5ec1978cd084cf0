import FilterLanguage
import Kernel

/// The index in memory: who is what, where, on which day. It is built from the facts of all rows, follows every commit,
/// and answers questions with sets of row ids.
///
/// `@unchecked Sendable` holds because everything that changes (`world`, `log`, `count`) is touched only inside
/// `lock.read`, where nothing is changed, or `lock.write`, where nobody else is; sets that leave are copies, and what is
/// shared beyond the lock (`answers`, `tagAnswers`) guards itself.
package final class TagIndex: @unchecked Sendable {
  let world: World
  package let fold: @Sendable (String) -> String
  let lock = ReadWriteLock()
  private var log = CommitLog()
  private var count: UInt64 = 0
  private let answers: AnswerCache
  private let tagAnswers: AnswerCache

  package init(_ world: World, fold: @escaping @Sendable (String) -> String, keptAnswers: Int) {
    self.world = world
    self.fold = fold
    answers = AnswerCache(capacity: keptAnswers)
    tagAnswers = AnswerCache(capacity: keptAnswers * 8)
    world.catalogue.rules = rules(of: world.catalogue)
  }

  /// How many commits the index has taken; an answer of the same generation is still right.
  package var generation: UInt64 { lock.readAlways { count } }

  /// The day whose sets are kept ready; questions as of other days are exact, and slower.
  package var today: Day { lock.readAlways { Day(number: world.today) } }

  /// The rows for which the question holds.
  ///
  /// - Throws: `Problem` for an area, tag, dataset, field or relation that is not there, for a tag whose rule is broken, for a
  ///   sealed test that was not looked up, and what `WorkBudget.check` throws.
  package func select(_ query: Query, budget: WorkBudget = WorkBudget()) throws(Problem) -> Selection {
    try asking(query.asOf, query.scope, budget) { frame throws(Problem) in
      Selection(ids: try answer(query, frame), generation: count)
    }
  }

  /// Everything of a kind that exists for an asker: the answer to a question without conditions.
  package func universe(_ subject: Subject, asOf: Day, scope: Scope) -> Bitmap {
    lock.readAlways {
      Frame(world, asOf: asOf, scope: scope, budget: WorkBudget(.unbounded)).universe(subject).copy()
    }
  }

  /// Looks at the world as one question sees it. Nothing leaves that was made of less than all rows.
  func asking<Value>(
    _ asOf: Day, _ scope: Scope, _ budget: WorkBudget, _ body: (Frame) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    try lock.read { () throws(Problem) in
      try budget.check()
      let value = try body(Frame(world, asOf: asOf, scope: scope, budget: budget))
      try budget.check()
      return value
    }
  }

  /// Takes a commit. Taking one twice changes nothing; the result equals an index built anew from the rows. When
  /// `delta.catalogueChanged`, call `replace` too.
  package func apply(_ delta: FactsDelta) {
    lock.write {
      count += 1
      let touched = world.touched(by: delta)
      let before = CommitLog.rings(around: touched, world)
      world.apply(delta)
      log.append(count, before: before, after: CommitLog.rings(around: touched, world))
      guard !delta.areas.isEmpty || delta.removed[.areas] != nil else { return }
      world.catalogue.rules = rules(of: world.catalogue)
      forget()
    }
  }

  /// Takes the catalogue after tags or datasets were edited. Only what answers say of edited tags is forgotten.
  package func replace(_ catalogue: Catalogue) {
    lock.write {
      count += 1
      let old = world.catalogue
      world.catalogue = catalogue
      world.records.learn(catalogue.datasets)
      world.taggings.learn(catalogue)
      world.catalogue.rules = rules(of: world.catalogue)
      log.append(
        count, before: CommitLog.rings(around: Touched(), world), after: CommitLog.rings(around: Touched(), world))
      guard old.datasets == catalogue.datasets else { return forget() }
      let edited = world.catalogue.edited(since: old)
      answers.forget(about: edited)
      tagAnswers.forget(about: edited)
    }
  }

  /// Moves the index to the day and minute that have begun. Cheap within a minute. A clock that is set back counts too.
  package func advance(to now: Instant) {
    guard lock.readAlways({ world.now }) != Minutes.of(now) else { return }
    lock.write {
      let (old, new) = (world.now, Minutes.of(now))
      let turning = world.orders.turning(between: old, and: new)
      world.now = new
      if world.today != now.day.number {
        count += 1
        world.advance(to: now.day.number)
        forget()
      } else if !turning.isEmpty {
        count += 1
        var touched = Touched()
        touched.orders = Set(turning.ids())
        let rings = CommitLog.rings(around: touched, world)
        log.append(count, before: rings, after: rings)
      }
      world.orders.turn(turning, now: new)
    }
  }

  private func forget() {
    log.clear()
    answers.clear()
    tagAnswers.clear()
  }
}

/// Under the read lock.
extension TagIndex {
  var generationInside: UInt64 { count }

  /// The answer as a set that is not to be changed: a kept one, brought up to date, or a new one.
  package func answer(_ query: Query, _ frame: Frame) throws(Problem) -> Bitmap {
    guard query.sealed.isEmpty else { return try make(query, frame, within: frame.universe(query.subject)) }
    return try answer(query, frame, in: answers)
  }

  private func answer(_ query: Query, _ frame: Frame, in cache: AnswerCache) throws(Problem) -> Bitmap {
    let key = AnswerCache.Key(
      subject: query.subject, expression: query.expression, asOf: query.asOf, scope: query.scope)
    let known = cache.find(key)
    if let known, known.generation == count { return known.ids }
    let ids: Bitmap
    if let known, let patched = try patch(known, query, frame) {
      ids = patched
    } else {
      ids = try make(query, frame, within: frame.universe(query.subject))
    }
    try frame.budget.check()
    cache.keep(AnswerCache.Answer(ids: ids, generation: count), for: key)
    return ids
  }

  /// A kept answer with the rows near later commits asked again; nil when that is not possible.
  private func patch(
    _ known: AnswerCache.Answer, _ query: Query, _ frame: Frame
  ) throws(Problem) -> Bitmap? {
    let reach = Reach.of(query.expression, query.subject, world.catalogue.rules)
    let length = reach.length + (frame.open == nil ? 0 : 1)
    guard let changed = log.changed(since: known.generation, now: count, query.subject, within: length) else {
      return nil
    }
    if changed.isEmpty { return known.ids }
    let fresh = try make(query, frame, within: changed.and(frame.universe(query.subject)))
    fresh.formOr(known.ids.andNot(changed))
    return fresh
  }

  private func make(_ query: Query, _ frame: Frame, within candidates: Bitmap) throws(Problem) -> Bitmap {
    try compiler(frame, sealed: query.sealed).compile(query.expression, query.subject)
      .select(within: candidates, frame.budget)
  }

  func compiler(_ frame: Frame, sealed: [SealedTest: [UInt32]] = [:]) -> Compiler {
    Compiler(frame: frame, catalogue: world.catalogue, sealed: sealed, fold: fold) { tag throws(Problem) in
      try self.members(of: tag, frame)
    }
  }

  /// The members of a computed tag, once a question. Where its rule looks at nothing but the row itself, one set serves every
  /// scope.
  func members(of tag: TagEntry, _ frame: Frame) throws(Problem) -> Bitmap? {
    guard let rule = tag.rule else { return nil }
    let reach = world.catalogue.rules.reaches[tag.code]
    let frame = reach?.dependsOnScope == false ? frame.unbounded : frame
    if let known = frame.members[tag.code] { return known }
    let query = Query(tag.subject.subject, rule, asOf: frame.asOf, scope: frame.scope)
    let found = try answer(query, frame, in: tagAnswers)
    frame.members[tag.code] = found
    return found
  }
}

extension TagSubject {
  /// The subject that a question about it has.
  package var subject: Subject {
    switch self {
    case .person: .people
    case .house: .houses
    case .shop: .shops
    case .building: .buildings
    }
  }
}

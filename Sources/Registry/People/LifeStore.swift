import FilterLanguage
import GRDB
import Kernel
import Storage

extension Reader {
  /// The days on which a person was born and died, as far as they are known; nil for nobody.
  package func life(_ person: Int64) throws -> TaggingRules.Life? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT birth_date, death_date FROM people WHERE id = ?"), arguments: [person]
    ).map { try TaggingRules.Life(birth: $0.day(0), death: $0.day(1)) }
  }

  /// From the first to the last visit to a person; nil where there was none.
  package func visited(_ person: Int64) throws -> ClosedRange<Day>? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT min(visited_on), max(visited_on) FROM visits WHERE person_id = ?"),
        arguments: [person]), let first = try row.day(0), let last = try row.day(1), first <= last
    else { return nil }
    return first...last
  }

  /// The same for the person that a tag, record or visit is about; nil where it is about something else.
  package func life(of target: TagTarget) throws -> TaggingRules.Life? {
    target.subject == .person ? try life(target.id) : nil
  }
}

extension Writer {
  /// Refuses a change of birth or death that contradicts the person's other dates. See `LifeRules`.
  func checkLife(_ id: Int64, _ patch: PersonPatch) throws {
    guard patch.birth != .keep || patch.death != .keep, let held = try read.life(id) else { return }
    let birth = patch.birth.applied(to: held.birth)
    let death = patch.death.applied(to: held.death)
    guard birth != held.birth || death != held.death else { return }
    try LifeRules.check(birth: birth, death: death, today: today)
    try LifeRules.check(birth: birth, death: death, links: read.occupancies(ofPerson: id).map(\.period))
    try LifeRules.check(birth: birth, death: death, visits: read.visited(id))
  }
}

extension FieldChange {
  /// What the field holds after the change.
  func applied(to held: Value?) -> Value? {
    if case .set(let value) = self { value } else { held }
  }
}

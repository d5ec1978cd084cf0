import Identity
import Kernel
import Platform
import Storage

/// By what people are found.
enum PersonLookUp: Hashable {
  case number(String)
  case inHouse(Int64)
  case born(Day, name: String)
  case phone(String, name: String)
}

extension ExistingPerson: ExistingRow {
  var lookUps: [PersonLookUp] {
    var lookUps = Set(occupancies.map { PersonLookUp.inHouse($0.house) })
    if let idNumber { lookUps.insert(.number(idNumber)) }
    if let birth { lookUps.insert(.born(birth, name: name)) }
    if let phone { lookUps.insert(.phone(phone, name: name)) }
    return Array(lookUps)
  }
}

/// Rows of people and of tenancies.
struct PersonRowImporter: RowImporter {
  private let rowContext: ImportRowContext
  private let shelf: DryRunOverlay<ExistingPerson>
  private var context: RosterContext { rowContext.context }

  init(_ rowContext: ImportRowContext) {
    self.rowContext = rowContext
    let (reader, writer, stamp) = (rowContext.reader, rowContext.writer, rowContext.context.stamp)
    shelf = DryRunOverlay(
      load: { try Self.load($0, reader, stamp.day) },
      write: writer.map { writer in { try writer.save($0, was: $1, stamp) } })
  }

  private static func load(_ lookUp: PersonLookUp, _ reader: Reader, _ day: Day) throws -> [ExistingPerson] {
    let ids: [Int64] =
      switch lookUp {
      case .number(let number): try reader.personID(idNumber: number).map { [$0] } ?? []
      case .inHouse(let house): try reader.residents(house: house).map(\.id)
      case .born(let birth, let name): try reader.personIDs(name: name, birth: birth)
      case .phone(let phone, _): try reader.personIDs(phone: phone)
      }
    let people = try ids.compactMap { try reader.heldPerson($0, on: day) }
    if case .phone(_, let name) = lookUp { return people.filter { $0.name == name } }
    return people
  }

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = row.findings
    let entry = PersonEntry.read(row, subject: context.job.subject, asOf: context.job.asOf, &findings)
    guard let entry, let house = try rowContext.house(entry.address, row, &findings) else {
      return RowOutcome(findings.verdict == .review ? .review : .rejected, reasons: findings.reasons)
    }
    let residents = try residents(entry, house)
    var asked = Asked(row: row, entry: entry, house: house, residents: residents, findings: findings)
    let holders = try entry.idNumber.map { try shelf.find(.number($0)) } ?? []
    let candidates = try candidates(asked, owner: holders.first(where: context.knows))
    if entry.idNumber != nil || entry.wrongNumber != nil || entry.phone != nil {
      let linked = Set(residents.named.map(\.id))
      rowContext.compared(entry.trials(candidates) { linked.contains($0.id) })
    }
    if candidates.byNumber == nil, entry.nameState != .masked {
      try rowContext.tryName(entry.name, house: house.id, birth: entry.birth)
    }
    // A plan never tells that somebody out of sight is there; before the number would be written twice, the row waits.
    if let owner = holders.first(where: { !context.knows($0) }), rowContext.writer != nil {
      rowContext.compared([.refused(owner.id)])
      return MatchQuota.withheld
    }
    if decision == nil {
      doubtNumber(&asked, candidates)
      if let doubt = context.contested.differing.doubt(row) { asked.findings.add(doubt) }
    }
    if candidates.byNumber == nil, decision == nil, hasMovedAway(asked) {
      asked.findings.add(.review, "moved_away", row.header(.name), "曾住此处的同名人员现登记在别处，请核对")
    }
    let match = entry.match(candidates, committee: house.committee, row: row)
    if let decision { return try carryOut(decision, asked, match, seen) }
    if let known = try recognised(asked) { return known }
    return try decide(asked, match)
  }

  /// A number that the file gives to several people, or that may have lost its last digits, decides nothing by itself.
  private func doubtNumber(_ asked: inout Asked, _ candidates: PersonCandidates) {
    guard let number = asked.entry.idNumber else { return }
    let column = asked.row.header(.idNumber)
    if context.contested.has(number) {
      asked.findings.add(.review, "number_two_names", column, "文件里同一个证件号码写在几个不同姓名的人名下")
    }
    let isKnown = candidates.byNumber.map { NameLikeness($0.name, asked.entry.name) == .same } ?? false
    if asked.entry.mayHaveLostDigits, context.contested.zerosAreDoubtful, !isKnown {
      asked.findings.add(.review, "id_number_lost_digits", column, "证件号码末三位是 000，可能被表格软件抹去")
    }
  }

  /// A row of our own masked lists that says nothing new of the one whom it means.
  private func recognised(_ asked: Asked) throws -> RowOutcome? {
    let entry = asked.entry
    guard entry.isMasked, asked.findings.reasons.allSatisfy({ $0.code.hasSuffix("_masked") }) else { return nil }
    let alike = asked.residents.named.filter { held in
      held.birth != nil && held.birth == entry.birth
        && (entry.maskedNumber == nil || held.idNumber.map(Masking.idNumber) == entry.maskedNumber)
    }
    guard alike.count == 1, let held = alike.first else { return nil }
    let merged = entry.merged(
      into: held, house: asked.house.id, committee: asked.house.committee, source: context.source, isRepeated: true,
      remarks: entry.remarks, on: context.job.asOf)
    guard merged == held else { return nil }
    rowContext.note(held.id)
    return RowOutcome(.unchanged, subjectID: held.id, reasons: asked.findings.reasons)
  }

  /// A row under decision.
  private struct Asked {
    let row: RowCells
    let entry: PersonEntry
    let house: PlaceHit
    let residents: Residents
    var findings: RowFindings
  }

  /// Of those with a link to the house, now or before, whom the row may mean.
  private struct Residents {
    /// Of the row's name.
    var named: [ExistingPerson]
    /// Of nearly that name and the same birth date.
    var near: [ExistingPerson]
    /// Of the row's name, and living where the caller sees nothing.
    var gone: [ExistingPerson]
  }

  private func residents(_ entry: PersonEntry, _ house: PlaceHit) throws -> Residents {
    let all = try alike(entry, house)
    let named = all.filter { isNamed($0.name, entry) }
    let near = all.filter { held in
      context.knows(held) && entry.isNear(name: held.name, birth: held.birth, sex: held.sex) { held.phone }
    }
    return Residents(
      named: named.filter(context.knows), near: near, gone: named.filter { !context.knows($0) })
  }

  /// Of those with a link to the house, whoever is of the row's name, or of nearly that name and born on the same day.
  private func alike(_ entry: PersonEntry, _ house: PlaceHit) throws -> [ExistingPerson] {
    let (day, lookUp) = (context.job.asOf, PersonLookUp.inHouse(house.id))
    let found = try rowContext.houseResidents.find(
      house.id, name: entry.name, isMasked: entry.nameState == .masked, birth: entry.birth, phone: entry.phone,
      rowContext.reader, plannedCount: shelf.plannedCount(lookUp), planned: { try shelf.find(lookUp, stored: []) })
    switch found {
    case .few(let lines):
      let stored = try lines.filter { line in
        isNamed(line.name, entry)
          || line.birth != nil && line.birth == entry.birth && NameLikeness(line.name, entry.name) != .other
      }.compactMap { try rowContext.reader.heldPerson($0.id, on: day) }
      return try shelf.find(lookUp, stored: stored)
    case .many(let ids):
      return try ids.compactMap { try shelf.planned($0) ?? rowContext.reader.heldPerson($0, on: day) }
        .filter { $0.lookUps.contains(lookUp) }
    }
  }

  private func isNamed(_ held: String, _ entry: PersonEntry) -> Bool {
    if entry.nameState == .masked { return Masking.name(held) == entry.name }
    return held == entry.name || PersonName.key(held) == PersonName.key(entry.name)
  }

  /// Who has the number, as far as they exist for the caller.
  private func owner(of number: String) throws -> ExistingPerson? {
    try shelf.find(.number(number)).first(where: context.knows)
  }

  private func candidates(_ asked: Asked, owner byNumber: ExistingPerson?) throws -> PersonCandidates {
    let entry = asked.entry
    if byNumber != nil { return PersonCandidates(byNumber: byNumber, inHouse: [], elsewhere: []) }
    let inHouse = asked.residents.named
    var elsewhere: [ExistingPerson] = []
    if let birth = entry.birth { elsewhere += try shelf.find(.born(birth, name: entry.name)) }
    if entry.idNumber == nil, let phone = entry.phone { elsewhere += try shelf.find(.phone(phone, name: entry.name)) }
    let here = Set(inHouse.map(\.id))
    return PersonCandidates(
      byNumber: nil, inHouse: inHouse, near: asked.residents.near,
      elsewhere: elsewhere.uniqued(by: \.id).filter { !here.contains($0.id) && context.knows($0) })
  }

  /// Whether somebody who may be meant lived in the house and now lives where the caller sees nothing: neither is such a
  /// person brought back by a roster, nor made a second time without being asked.
  private func hasMovedAway(_ asked: Asked) -> Bool {
    let entry = asked.entry
    return asked.residents.gone.contains { held in
      (entry.birth == nil || held.birth == nil || held.birth == entry.birth)
        && (entry.idNumber == nil || held.idNumber == nil)
    }
  }

  private func decide(_ asked: Asked, _ match: PersonMatch) throws -> RowOutcome {
    guard asked.findings.verdict == .sound else { return review(asked, match) }
    switch match {
    case .new: return try create(asked)
    case .doubtful: return review(asked, match)
    case .sure(let held):
      guard let doubt = elsewhere(held, asked) else { return try merge(asked, into: held) }
      var asked = asked
      asked.findings.add(.review, doubt.code, doubt.column, doubt.detail)
      return review(asked, match)
    }
  }

  private func review(_ asked: Asked, _ match: PersonMatch) -> RowOutcome {
    let (people, reasons): ([ExistingPerson], [RowReason]) =
      switch match {
      case .new: ([], [])
      case .sure(let held): ([held], [])
      case .doubtful(let people, let reasons): (people, reasons)
      }
    return RowOutcome(
      .review, candidates: people.map(\.id).filter { $0 > 0 }, reasons: asked.findings.reasons + reasons)
  }

  /// A row that would give somebody a second home is for a person to decide, unless it is a tenancy or comes from a
  /// better source than what says that they live elsewhere. The first home is never ended by a roster.
  private func elsewhere(_ held: ExistingPerson, _ asked: Asked) -> RowReason? {
    if asked.entry.namesEndedStay(of: held, house: asked.house.id, on: context.job.asOf) {
      return RowReason("moved_out", asked.row.header(.since), "此人登记已从这里迁出，名册写的是迁出前的入住日期。确已迁回的请选合并")
    }
    let isHere = held.occupancies.contains { link in
      link.house == asked.house.id && link.until.map { context.job.asOf < $0 } ?? true
    }
    if let doubt = listedAfterwards(held, asked) { return doubt }
    guard asked.entry.role != "tenant", !isHere else { return nil }
    let homes = held.occupancies.filter { $0.role != "tenant" && $0.holds(on: context.job.asOf) }
    guard homes.contains(where: { ImportSource.rank(context.source) <= ImportSource.rank($0.source) }) else {
      return nil
    }
    return RowReason("lives_elsewhere", asked.row.header(.address), "此人登记住在别处，来源不比现有的可靠")
  }

  /// Whoever has died, or has left the house, and is listed there as if nothing had been: the roster is older than what is
  /// known, or, of those who left, they are back. A roster alone brings nobody back; one that names the day of a new stay,
  /// or the end of an old one, has said which.
  private func listedAfterwards(_ held: ExistingPerson, _ asked: Asked) -> RowReason? {
    let (entry, day) = (asked.entry, context.job.asOf)
    if let death = held.death, death <= day, entry.death == nil, entry.until.map({ death < $0 }) ?? true {
      return RowReason("listed_after_death", asked.row.header(.name), "此人登记已去世，名册仍把他列为居住在此，请核对")
    }
    let here = held.occupancies.filter { $0.house == asked.house.id }
    let latest = max(day, context.today)
    guard entry.until == nil, let left = here.compactMap(\.until).max(),
      !here.contains(where: { link in link.until.map { latest < $0 } ?? true }),
      entry.since.map({ $0 < left }) ?? true
    else { return nil }
    return RowReason(
      "listed_after_moving_out", asked.row.header(.name),
      left <= day ? "此人登记已从这里迁出，名册仍把他列为居住在此。确已迁回的请选合并，另记一段居住" : "此人在名册日期之后登记迁出，名册已旧，请核对")
  }

  /// Once more against what is held now: somebody may have come in since the decision was made.
  private func carryOut(_ decision: RowDecision, _ asked: Asked, _ match: PersonMatch, _ seen: [Int64]) throws
    -> RowOutcome
  {
    var asked = asked
    switch decision.action {
    case .skip: return RowOutcome(.rejected, reasons: [RowReason("skipped", nil, "经人工决定不导入")])
    case .create:
      guard asked.entry.nameState == .whole else { return review(asked, match) }
      if let number = asked.entry.idNumber, try owner(of: number) != nil {
        asked.findings.add(.review, "already_there", asked.row.header(.idNumber), "该证件号码已在库中，请选择合并，或先改正号码")
        return review(asked, match)
      }
      guard case .sure(let held) = match,
        held.idNumber != nil && held.idNumber == asked.entry.idNumber || !seen.contains(held.id)
      else { return try create(asked) }
      asked.findings.add(.review, "already_there", asked.row.header(.name), "此人已在库中，请选择合并")
      return review(asked, match)
    case .merge:
      guard let id = decision.subjectID, let held = try rowContext.reader.heldPerson(id, on: context.job.asOf),
        context.knows(held)
      else {
        asked.findings.add(.review, "candidate_gone", nil, "所选的人已不在，请重新选择")
        return review(asked, match)
      }
      if let number = asked.entry.idNumber, let known = held.idNumber, number != known,
        asked.entry.idKind == held.idKind
      {
        asked.findings.add(.review, "numbers_differ", asked.row.header(.idNumber), "两人的证件号码不同，不能合并")
        return review(asked, match)
      }
      return try merge(asked, into: held)
    }
  }

  private func create(_ asked: Asked) throws -> RowOutcome {
    let blank = ExistingPerson(id: 0, name: asked.entry.name, source: context.source)
    return try save(asked, blank, was: nil, isRepeated: false)
  }

  private func merge(_ asked: Asked, into held: ExistingPerson) throws -> RowOutcome {
    try save(asked, held, was: held, isRepeated: try rowContext.isRepeated(held.id))
  }

  private func save(_ asked: Asked, _ base: ExistingPerson, was old: ExistingPerson?, isRepeated: Bool) throws
    -> RowOutcome
  {
    var findings = asked.findings
    let (tags, remarks) = context.sort(asked.entry.remarks, for: .person, &findings)
    var person = asked.entry.merged(
      into: base, house: asked.house.id, committee: asked.house.committee, source: context.source,
      isRepeated: isRepeated, remarks: remarks, on: context.job.asOf)
    if let since = asked.entry.since, let birth = person.birth, since < birth {
      findings.add(.sound, "since_before_birth", asked.row.header(.since), "起始日期早于出生日期，按出生日期登记")
    }
    if let until = asked.entry.until, let birth = person.birth, until <= birth {
      findings.add(.review, "ends_before_birth", asked.row.header(.until), "结束日期早于出生日期，请核对")
      return RowOutcome(.review, candidates: [base.id].filter { $0 > 0 }, reasons: findings.reasons)
    }
    if person.death.map({ $0 < context.job.asOf }) ?? false, !tags.isSubset(of: person.tags) {
      findings.add(.sound, "dead", asked.row.header(.remark), "此人已去世，备注里的标签未打上")
    } else {
      person.tags.formUnion(tags)
    }
    do {
      try person.check(today: context.today, was: old)
    } catch {
      findings.refuse(asked.row, error)
      // Days that meet those of another link are for a person to put right, not for a roster to drop.
      guard error.code == "already_there" else { return RowOutcome(.rejected, reasons: findings.reasons) }
      return RowOutcome(.review, candidates: [base.id].filter { $0 > 0 }, reasons: findings.reasons)
    }
    if let old, person == old {
      rowContext.note(old.id)
      return RowOutcome(.unchanged, subjectID: old.id, reasons: findings.reasons)
    }
    let id = try shelf.save(person, was: old) { person, id in
      var person = person
      person.id = id
      return person
    }
    rowContext.note(id)
    person.id = id
    rowContext.houseResidents.note(person)
    return RowOutcome(old == nil ? .create : .update, subjectID: id, reasons: findings.reasons)
  }
}

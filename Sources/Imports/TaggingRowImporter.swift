import FilterLanguage
import Identity
import Kernel
import Registry

/// Rows of taggings. They make nobody: who is meant must be there. A row's `subject_id` is whom or what the tag is on.
final class TaggingRowImporter: RowImporter {
  private let rowContext: ImportRowContext
  private var context: RosterContext { rowContext.context }
  /// What the rows before have put on or prolonged; in a plan, would have.
  private var said: [Mark: [TaggingRow]] = [:]
  /// Of one that a plan would make: below zero, which no row has.
  private var lastPlanned: Int64 = 0

  private struct Mark: Hashable {
    let tag: Int64
    let target: TagTarget
  }

  init(_ rowContext: ImportRowContext) { self.rowContext = rowContext }

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = row.findings
    guard let entry = TaggingEntry.read(row, asOf: context.job.asOf, &findings), let tag = tag(entry, row, &findings)
    else { return RowOutcome(.rejected, reasons: findings.reasons) }
    if decision?.action == .skip { return RowOutcome(.rejected, reasons: [RowReason("skipped", nil, "经人工决定不导入")]) }
    var targets = try targets(entry, tag, row, &findings)
    if let chosen = decision?.subjectID { targets = targets.filter { $0 == chosen } }
    if targets.isEmpty, findings.verdict == .sound {
      findings.add(.rejected, "no_such_subject", row.header(.name), "库中没有对应的人或对象")
    }
    if targets.count > 1 { findings.add(.review, "several_alike", row.header(.name), "库中有多个相符的对象") }
    let mayGoOn = findings.verdict == .sound || (findings.verdict == .review && decision != nil && targets.count == 1)
    guard let target = targets.first, mayGoOn else {
      return RowOutcome(
        findings.verdict == .rejected ? .rejected : .review, candidates: targets, reasons: findings.reasons)
    }
    return try put(entry, tag, TagTarget(tag.subject, target), row, findings, isDecided: decision != nil)
  }

  /// The one assigned tag that the word means. A restricted one does not exist for a caller without the right.
  private func tag(_ entry: TaggingEntry, _ row: RowCells, _ findings: inout RowFindings) -> TagRow? {
    let visible = context.tags.named(entry.tag).filter(context.mayKnow)
    if visible.count == 1, context.mayAssign(visible[0]) { return visible[0] }
    let (code, detail) =
      switch visible.count {
      case 0: ("tag_unknown", "没有标签「\(entry.tag.prefix(20))」")
      case 1 where visible[0].rule == nil: ("tag_level", "您的角色不能打「\(entry.tag.prefix(20))」")
      case 1: ("tag_computed", "「\(entry.tag.prefix(20))」由规则计算，不能打标")
      default: ("tag_ambiguous", "「\(entry.tag.prefix(20))」可指：\(visible.map(\.name).joined(separator: "、"))")
      }
    findings.add(.rejected, code, row.header(.tag), detail)
    return nil
  }

  private func targets(
    _ entry: TaggingEntry, _ tag: TagRow, _ row: RowCells, _ findings: inout RowFindings
  ) throws -> [Int64] {
    if tag.subject == .person { return try people(entry, row, &findings) }
    if tag.subject == .shop, let code = entry.creditCode {
      return try [rowContext.reader.shopID(creditCode: code)].compactMap(\.self).filter(knows)
    }
    guard let text = entry.address else { return [] }
    if tag.subject == .building { return try rowContext.building(text, row, &findings).map { [$0.id] } ?? [] }
    guard let house = try rowContext.house(text, row, &findings) else { return [] }
    guard tag.subject == .shop else { return [house.id] }
    return try rowContext.reader.shopIDs(house: house.id).filter { id in
      try (entry.name == nil || rowContext.reader.heldShop(id, on: context.job.asOf)?.name == entry.name)
        && knows(shop: id)
    }
  }

  private func knows(shop id: Int64) throws -> Bool { try context.knows(shop: id, rowContext.reader) }

  /// By number; or by name with house, birth date or phone: a name alone is nobody's.
  private func people(_ entry: TaggingEntry, _ row: RowCells, _ findings: inout RowFindings) throws -> [Int64] {
    let reader = rowContext.reader
    if entry.idNumber != nil || entry.phone != nil { rowContext.compared([]) }
    if let number = entry.idNumber, let id = try reader.personID(idNumber: number),
      let held = try reader.heldPerson(id, on: context.job.asOf), context.knows(held)
    {
      let isKnown = entry.birth != nil && entry.name.map { NameLikeness(held.name, $0) == .same } ?? false
      if !isKnown { rowContext.compared([.told(id)]) }
      if entry.mayHaveLostDigits, entry.name == nil {
        findings.add(.review, "id_number_lost_digits", row.header(.idNumber), "证件号码末三位是 000，可能被表格软件抹去")
      }
      if let name = entry.name, !Self.isNamed(name, held.name) {
        findings.add(.review, "name_contradicts_number", row.header(.name), "该证件号码已登记，但姓名不同")
      }
      return [id]
    }
    guard let name = entry.name else { return [] }
    let isMasked = NameDoubt.isMasked(name)
    var ids: [Int64] = []
    if entry.address == nil, !isMasked { try rowContext.tryName(name, house: nil, birth: entry.birth) }
    if let text = entry.address {
      guard let house = try rowContext.house(text, row, &findings) else { return [] }
      if !isMasked { try rowContext.tryName(name, house: house.id, birth: entry.birth) }
      let found = try rowContext.houseResidents.find(
        house.id, name: name, isMasked: isMasked, birth: nil, phone: nil, reader)
      ids =
        switch found {
        case .few(let lines): lines.filter { Self.isNamed(name, $0.name) }.map(\.id)
        case .many(let ids): ids
        }
    } else if let birth = entry.birth {
      ids = try reader.personIDs(name: name, birth: birth)
    } else if let phone = entry.phone {
      ids = try reader.personIDs(phone: phone)
    }
    let alike = try ids.compactMap { try reader.heldPerson($0, on: context.job.asOf) }.filter { held in
      Self.isNamed(name, held.name) && context.knows(held)
        && (entry.birth == nil || held.birth == nil || held.birth == entry.birth)
    }
    try compare(entry, name, alike)
    return alike.filter { entry.idNumber == nil || $0.idNumber == nil }.map(\.id)
  }

  /// A number that is not that of the one who is named has been tried; whom the telephone alone has found, it tells.
  private func compare(_ entry: TaggingEntry, _ name: String, _ alike: [ExistingPerson]) throws {
    if let number = entry.idNumber {
      let born = try entry.birth.map { try rowContext.reader.personIDs(name: name, birth: $0) } ?? []
      let namesakes = try alike + born.compactMap { try rowContext.reader.heldPerson($0, on: context.job.asOf) }
      if namesakes.contains(where: { $0.idNumber != nil && context.knows($0) }) {
        rowContext.compared([.missed(.idNumber, number)])
      }
    } else if entry.phone != nil, entry.address == nil, entry.birth == nil {
      rowContext.compared(Set(alike.map { .told($0.id) }))
    }
  }

  /// A masked name of our own lists means whoever is shown so; that it was masked has sent the row to a person.
  private static func isNamed(_ said: String, _ held: String) -> Bool {
    NameDoubt.isMasked(said) ? Masking.name(held) == said : NameLikeness(held, said) == .same
  }

  /// Puts the tag on, by `TaggingRules`; each row has its own period. One that is on stays, with a new end if the row names one;
  /// one that an import has put on before, and somebody has taken off, stays off.
  private func put(
    _ entry: TaggingEntry, _ tag: TagRow, _ target: TagTarget, _ row: RowCells, _ found: RowFindings, isDecided: Bool
  ) throws -> RowOutcome {
    var findings = found
    let mark = Mark(tag: tag.id, target: target)
    let since = entry.since ?? context.job.asOf
    let held = try taggings(mark)
    let unchanged = RowOutcome(.unchanged, subjectID: target.id, reasons: findings.reasons)
    if isOff(held, entry) { return unchanged }
    let on = held.first { $0.since == since } ?? held.first { $0.holds(on: since) }
    let isAhead = entry.since.map { $0 > context.today } ?? false
    if on == nil, entry.until == nil, !isAhead, held.contains(where: { $0.holds(on: context.job.asOf) }) {
      return unchanged
    }
    if let on {
      guard let end = entry.until, on.until != end, on.endedBy == nil else { return unchanged }
      if try !isDecided && isSaidBefore(mark) {
        findings.add(.review, "rows_differ", row.header(.until), "文件里前面已有一行关于同一对象，这一行的截止日期不同，请核对以哪一行为准")
        return RowOutcome(.review, candidates: [target.id], reasons: findings.reasons)
      }
    }
    let until: Day?
    do {
      until = try TaggingRules.place(
        since: on?.since ?? since, until: entry.until, validDays: tag.validDays, among: held,
        life: rowContext.reader.life(of: target), today: context.today
      ).until
    } catch let problem as Problem {
      findings.refuse(row, problem)
      return RowOutcome(.rejected, reasons: findings.reasons)
    }
    note(mark, on?.since ?? since, until, on?.id)
    try write(entry, tag, target, since: on?.since ?? since, isNew: on == nil)
    if on == nil { rowContext.note(target.id) }
    return RowOutcome(on == nil ? .create : .update, subjectID: target.id, reasons: findings.reasons)
  }

  /// The assignments of a tag to its subject, with those of the rows before.
  private func taggings(_ mark: Mark) throws -> [TaggingRow] {
    let stored = try rowContext.reader.taggings(of: mark.target, tag: mark.tag)
    guard rowContext.writer == nil, let said = said[mark] else { return stored }
    return stored.filter { row in !said.contains { $0.since == row.since } } + said
  }

  /// Whether an earlier row of the file has said something of this assignment: one that this transaction knows, or, of a
  /// transaction before, one of the same subject.
  private func isSaidBefore(_ mark: Mark) throws -> Bool {
    if said[mark] != nil { return true }
    guard rowContext.writer != nil, !said.keys.contains(where: { $0.target == mark.target }) else { return false }
    return try rowContext.isRepeated(mark.target.id)
  }

  private func note(_ mark: Mark, _ since: Day, _ until: Day?, _ id: Int64?) {
    if id == nil { lastPlanned -= 1 }
    said[mark, default: []].removeAll { $0.since == since }
    said[mark, default: []].append(
      TaggingRow(id: id ?? lastPlanned, tag: mark.tag, since: since, until: until, source: "import"))
  }

  /// Whether somebody has taken off what an import had put on, and the row says no more than that import did.
  private func isOff(_ held: [TaggingRow], _ entry: TaggingEntry) -> Bool {
    let day = context.job.asOf
    return held.contains { tagging in
      tagging.source == "import" && tagging.endedBy != nil && tagging.until.map { $0 <= day } ?? false
        && (entry.since == nil || tagging.since == entry.since)
    } && !held.contains { $0.holds(on: day) }
  }

  private func write(_ entry: TaggingEntry, _ tag: TagRow, _ target: TagTarget, since: Day, isNew: Bool) throws {
    guard let writer = rowContext.writer else { return }
    let (id, change) = try writer.assign(
      tag, to: target, since: since, until: entry.until, source: isNew ? "import" : nil,
      evidence: isNew ? entry.evidence ?? context.job.fileName : nil, by: context.job.caller)
    guard change != .none else { return }
    try writer.audit(
      context.job.caller,
      AuditEntry(
        isNew ? "taggings.create" : "taggings.update", subject: .taggings, id: id, reason: context.stamp.reason))
  }
}

import Domain
import Store

/// Rows of taggings. They make nobody: who is meant must be there. A row's `subject_id` is whom or what the tag is on.
final class TaggingsWork: RowWork {
  private let desk: RowDesk
  private var context: RosterContext { desk.context }
  /// In a plan, what the rows before would have put on.
  private var planned: Set<Mark> = []

  private struct Mark: Hashable {
    let tag: Int64
    let target: TagTarget
  }

  init(_ desk: RowDesk) { self.desk = desk }

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = RowFindings()
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
    return try put(entry, tag, TagTarget(tag.subject, target), findings)
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
      return try [desk.reader.shopID(creditCode: code)].compactMap(\.self).filter(knows)
    }
    guard let text = entry.address else { return [] }
    if tag.subject == .building { return try desk.building(text, row, &findings).map { [$0.id] } ?? [] }
    guard let house = try desk.house(text, row, &findings) else { return [] }
    guard tag.subject == .shop else { return [house.id] }
    return try desk.reader.shopIDs(house: house.id).filter { id in
      try (entry.name == nil || desk.reader.heldShop(id)?.name == entry.name) && knows(shop: id)
    }
  }

  private func knows(shop id: Int64) throws -> Bool { try context.knows(shop: id, desk.reader) }

  /// By number; or by name with house, birth date or phone: a name alone is nobody's.
  private func people(_ entry: TaggingEntry, _ row: RowCells, _ findings: inout RowFindings) throws -> [Int64] {
    let reader = desk.reader
    if let number = entry.idNumber, let id = try reader.personID(idNumber: number),
      let held = try reader.heldPerson(id), context.knows(held)
    {
      if let name = entry.name, name != held.name {
        findings.add(.review, "name_contradicts_number", row.header(.name), "该证件号码已登记，但姓名不同")
      }
      return [id]
    }
    guard let name = entry.name else { return [] }
    var ids: [Int64] = []
    if let text = entry.address {
      guard let house = try desk.house(text, row, &findings) else { return [] }
      ids = try reader.personIDs(name: name, house: house.id)
    } else if let birth = entry.birth {
      ids = try reader.personIDs(name: name, birth: birth)
    } else if let phone = entry.phone {
      ids = try reader.personIDs(phone: phone)
    }
    return try ids.compactMap { try reader.heldPerson($0) }.filter { held in
      held.name == name && context.knows(held) && (entry.birth == nil || held.birth == nil || held.birth == entry.birth)
        && (entry.idNumber == nil || held.idNumber == nil)
    }.map(\.id)
  }

  /// Puts the tag on. One that is on stays, with a new end if the row names one; one that an import has put on with the
  /// same first day before, and somebody has taken off, stays off.
  private func put(_ entry: TaggingEntry, _ tag: TagRow, _ target: TagTarget, _ findings: RowFindings) throws
    -> RowOutcome
  {
    let mark = Mark(tag: tag.id, target: target)
    let since = entry.since ?? context.job.asOf
    let until = entry.until ?? tag.validDays.map { since.adding(days: $0) }
    let held = try desk.reader.taggings(of: target, tag: tag.id)
    let unchanged = RowOutcome(.unchanged, subjectID: target.id, reasons: findings.reasons)
    if planned.contains(mark) { return unchanged }
    if let on = held.last(where: { $0.holds(on: context.job.asOf) || $0.since == since }) {
      guard let end = entry.until, on.until != end, on.endedBy == nil, try !desk.isRepeated(target.id) else {
        return unchanged
      }
      try desk.writer?.endTagging(on.id, until: end, by: context.job.caller)
      return RowOutcome(.update, subjectID: target.id, reasons: findings.reasons)
    }
    if held.contains(where: { $0.source == "import" && (entry.since == nil || $0.since == since) }) { return unchanged }
    planned.insert(mark)
    if let writer = desk.writer {
      let id = try writer.insertTagging(
        TaggingDraft(
          tag: tag.id, target: target, since: since, until: until, source: "import",
          evidence: entry.evidence ?? context.job.fileName), by: context.job.caller)
      try writer.audit(
        context.job.caller,
        AuditEntry("taggings.create", subject: .taggings, id: id, reason: context.stamp.reason))
    }
    desk.note(target.id)
    return RowOutcome(.create, subjectID: target.id, reasons: findings.reasons)
  }
}

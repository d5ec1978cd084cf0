import FilterLanguage
import Kernel
import Platform
import Registry
import Storage
import TagIndex

/// What is to be noted on one row, checked in the write itself before anything is written.
package struct RowMarkCommand: Sendable {
  let view: RunView
  package let subject: Int64
  let steps: [Step]
  /// Whether the subject still exists for the caller: of others no tag is ended.
  let isSeen: Bool

  struct Step: Sendable {
    let note: LedgerNote
    /// Nil takes away.
    let value: JSONValue?
    let effect: Effect?
  }

  /// What a tick writes back.
  enum Effect: Sendable {
    case tag(TaggingPlan)
    case visit(house: Int64, person: Int64?, purpose: String)
    /// What it is refused for, should it have to be written: a tick that stands already needs nothing.
    case refused(Problem)
  }

  /// - Throws: `unknown_note`, `bad_field`.
  package static func make(_ item: MarkRun.Item, _ view: RunView, _ access: WriteAccess) throws -> RowMarkCommand {
    let notes = view.row.draft.notes
    var steps: [Step] = []
    for member in item.values {
      guard let note = notes.first(where: { $0.name == member.name }) else {
        let detail = "这个台账没有「\(member.name)」这一填写栏。"
        throw Problem(
          .invalid, "unknown_note", detail,
          notes: [
            .init(.pointer(JSONValue.step(member.name)), detail, suggestions: notes.map(\.name))
          ])
      }
      steps.append(
        Step(
          note: note, value: try value(member, note),
          effect: try effect(of: note, value(member, note), on: item.subject, view, access)))
    }
    guard !steps.isEmpty else { throw LedgerColumns.bad("", "请至少填写一栏。") }
    let kind = SubjectKind(rawValue: view.subject.word)
    var isSeen = false
    if let kind { isSeen = try access.sees(kind, item.subject) }
    return RowMarkCommand(view: view, subject: item.subject, steps: steps, isSeen: isSeen)
  }

  private static func value(_ member: JSONValue.Member, _ note: LedgerNote) throws(Problem) -> JSONValue? {
    switch (note.kind, member.value) {
    case (_, .null), (.tick, .bool(false)), (.text, .string("")): return nil
    case (.tick, .bool(true)): return member.value
    case (.text, .string(let text)):
      guard text.unicodeScalars.count <= 500, !text.unicodeScalars.contains("\0") else {
        throw LedgerColumns.bad(JSONValue.step(member.name), "「\(note.title)」至多 500 个字。")
      }
      return member.value
    default:
      throw LedgerColumns.bad(
        JSONValue.step(member.name), note.kind == .tick ? "「\(note.title)」应为 true 或 false。" : "「\(note.title)」应为文字。")
    }
  }

  /// Nothing for what takes away: what is undone is what the mark says was written.
  private static func effect(
    of note: LedgerNote, _ value: JSONValue?, on subject: Int64, _ view: RunView, _ access: WriteAccess
  ) throws -> Effect? {
    guard value != nil, let writes = note.writes else { return nil }
    do {
      switch writes {
      case .tag(let code):
        guard let kind = view.subject.tagSubject else { return nil }
        return .tag(try TaggingPlan.make(code, TagTarget(kind, subject), access))
      case .visit(let purpose):
        guard let house = try house(of: subject, view.subject, access) else {
          return .refused(Problem(.conflict, "no_house", "这一行现在没有可走访的房屋。"))
        }
        return .visit(house: house, person: view.subject == .people ? subject : nil, purpose: purpose)
      }
    } catch let problem as Problem {
      return .refused(problem)
    }
  }

  /// The house that a person or shop holds today, in the caller's areas; of several the one held since the latest day.
  private static func house(of id: Int64, _ subject: Subject, _ access: WriteAccess) throws -> Int64? {
    let links =
      switch subject {
      case .people: try access.reader.occupancies(ofPerson: id)
      case .shops: try access.reader.occupancies(ofShop: id)
      default: [OccupancyRow]()
      }
    if subject == .houses { return try access.sees(.houses, id) ? id : nil }
    let today = access.today
    return try links.filter { try $0.holds(on: today) && access.sees(.houses, $0.house) }
      .max { ($0.since?.number ?? .min, $0.id) < ($1.since?.number ?? .min, $1.id) }?.house
  }

  /// Writes it all, and answers with what is noted on the row then.
  ///
  /// - Throws: `run_expired`; what `TaggingPlan.make` throws; `no_house` where a visit has nowhere to be; `tag_level` and
  ///   `subject_gone` where what a tick wrote is not the caller's to take back.
  package func write(_ caller: Caller, _ writer: Writer) throws -> [RunMark] {
    try GetRun.requireRows(view.row, writer.read)
    var changes: [AuditEntry.Change] = []
    for step in steps {
      let before = try held(writer).first { $0.note == step.note.name }
      guard before?.value != step.value || before?.isEnded == true else { continue }
      try write(step, before, caller, writer)
      changes.append(
        step.note.kind == .text
          ? .sealed(step.note.name)
          : AuditEntry.Change(step.note.name, before: before?.value.text, after: step.value?.text))
    }
    if !changes.isEmpty {
      changes.append(AuditEntry.Change("subject_id", before: nil, after: String(subject)))
      try writer.audit(caller, AuditEntry("runs.mark", subject: .runs, id: view.row.id, changes: changes))
    }
    return try held(writer)
  }

  private func held(_ writer: Writer) throws -> [RunMark] {
    try writer.read.marks(of: view.row, subjects: [UInt32(truncatingIfNeeded: subject)])
  }

  private func write(_ step: Step, _ before: RunMark?, _ caller: Caller, _ writer: Writer) throws {
    let (run, note) = (view.row.id, step.note.name)
    guard let value = step.value else {
      if let before { try takeBack(before, caller, writer) }
      try writer.removeMark(run: run, subject: subject, note: note)
      let isSaid = try held(writer).contains { $0.note == note }
      guard isSaid || before?.isCarried == true else { return }
      // An earlier run says it still: from here on it does not hold.
      return try writer.putMark(
        run: run, RunMark(subject: subject, note: note, value: .null, by: caller.name, at: writer.now.description))
    }
    var mark = RunMark(
      subject: subject, note: note, value: value, by: caller.name, at: writer.now.description,
      tagging: before?.tagging, visit: before?.isCarried == false ? before?.visit : nil)
    if before?.value != value || before?.isEnded == true { try writeBack(step, &mark, caller, writer) }
    try writer.putMark(run: run, mark)
  }

  private func writeBack(_ step: Step, _ mark: inout RunMark, _ caller: Caller, _ writer: Writer) throws {
    // A visit is read by more people than the ledger: the name of one about a restricted tag says as much as the tag.
    let name = view.row.draft.isRestricted ? "" : "「\(view.row.draft.name)」"
    let title = view.row.draft.isRestricted ? "" : "，\(step.note.title)"
    let origin = "台账\(name)第 \(view.row.id) 次生成\(title)"
    switch step.effect {
    case nil: return
    case .refused(let problem)?: throw problem
    case .tag(let plan)?:
      mark.tagging = nil
      let held = try writer.read.taggings(of: plan.target, tag: plan.tag.id)
      // Who has the tag already keeps it as it was given; taking the tick away will not end it.
      guard !held.contains(where: { $0.holds(on: writer.now.day) }) else { return }
      let request = AssignTag.Request(plan.target, tag: plan.tag.code, source: Self.source, evidence: origin)
      mark.tagging = try AssignTag.write(request, plan, caller, writer).view.tagging.id
    case .visit(let house, let person, let purpose)?:
      let draft = VisitDraft(house: house, person: person, on: writer.now.day, purpose: purpose, note: origin)
      let id = try writer.insertVisit(draft, by: caller)
      try writer.audit(caller, AuditEntry("visits.create", subject: .visits, id: id))
      mark.visit = id
    }
  }

  /// What taggings that a tick has written say of where they come from.
  private static let source = "ledger"

  /// Undoes what the mark says it has written, whatever the ledger says today. A tag is a state, and ends; a visit has been,
  /// and goes only with the tick that noted it, not with one that came along from an earlier run.
  private func takeBack(_ mark: RunMark, _ caller: Caller, _ writer: Writer) throws {
    if let id = mark.tagging { try endTag(id, caller, writer) }
    guard let id = mark.visit, !mark.isCarried, let visit = try writer.read.visit(id) else { return }
    // Somebody has made it theirs since.
    guard visit.version == 1, visit.by == mark.by, visit.on.description == mark.at.prefix(10) else { return }
    try writer.deleteVisit(id, house: visit.house)
    try writer.audit(caller, AuditEntry("visits.delete", subject: .visits, id: id))
  }

  private func endTag(_ id: Int64, _ caller: Caller, _ writer: Writer) throws {
    guard let (held, target) = try writer.read.tagging(id), held.source == Self.source,
      held.until.map({ writer.now.day < $0 }) ?? true,
      let tag = try writer.read.tags().first(where: { $0.id == held.tag })
    else { return }
    guard caller.may(.restrictedTags) || !tag.isRestricted, TagRights.mayAssign(tag.level, line: tag.line, caller)
    else {
      throw Problem(.forbidden, "tag_level", "这个勾打上的标签不归您的角色（\(caller.role.title)）管，不能取消。")
    }
    guard isSeen else { throw Problem(.conflict, "subject_gone", "这一行已不在您的区域，勾打上的标签不能由您取消。") }
    try EndTag.end(held, TaggingPlan(tag: tag, target: target), caller, writer)
  }
}

import Domain
import Filter
import Store
import TagIndex

/// What is to be noted on one row, checked before anything is written.
struct RunMarkPlan: Sendable {
  let view: RunView
  let subject: Int64
  let steps: [Step]

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
  }

  /// - Throws: `unknown_note`, `bad_field`; what `TaggingPlan.make` throws; `no_house` where a visit has nowhere to be.
  static func make(
    _ item: MarkRun.Item, _ view: RunView, _ caller: Caller, _ office: Office
  ) async throws -> RunMarkPlan {
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
          effect: try await effect(of: note, on: item.subject, view, caller, office)))
    }
    guard !steps.isEmpty else { throw LedgerColumns.bad("", "请至少填写一栏。") }
    return RunMarkPlan(view: view, subject: item.subject, steps: steps)
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

  private static func effect(
    of note: LedgerNote, on subject: Int64, _ view: RunView, _ caller: Caller, _ office: Office
  ) async throws -> Effect? {
    switch note.writes {
    case nil: return nil
    case .tag(let code)?:
      guard let kind = view.subject.tagSubject else { return nil }
      return .tag(try await TaggingPlan.make(code, TagTarget(kind, subject), caller, office))
    case .visit(let purpose)?:
      let index = try office.index
      guard
        let place = index.index.locations(
          of: [UInt32(truncatingIfNeeded: subject)], view.subject, asOf: office.clock.today,
          scope: index.scope(of: caller)
        ).first, let place, place.isCurrent, let house = place.house
      else { throw Problem(.conflict, "no_house", "这一行现在没有可走访的房屋。") }
      return .visit(house: Int64(house), person: view.subject == .people ? subject : nil, purpose: purpose)
    }
  }

  /// Writes it all, and answers with what is noted on the row then.
  func write(_ caller: Caller, _ writer: Writer) throws -> [RunMark] {
    let key = [UInt32(truncatingIfNeeded: subject)]
    let held = try writer.read.marks(run: view.row.id, subjects: key)
    var changes: [AuditEntry.Change] = []
    for step in steps {
      let before = held.first { $0.note == step.note.name }
      guard before?.value != step.value || before?.isCarried == true else { continue }
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
    return try writer.read.marks(run: view.row.id, subjects: key)
  }

  private func write(_ step: Step, _ before: RunMark?, _ caller: Caller, _ writer: Writer) throws {
    guard let value = step.value else {
      if let before { try takeBack(step, before, caller, writer) }
      return try writer.removeMark(run: view.row.id, subject: subject, note: step.note.name)
    }
    var mark = RunMark(
      subject: subject, note: step.note.name, value: value, by: caller.name, at: writer.now.description,
      tagging: before?.tagging, visit: before?.visit)
    if before?.value != value { try writeBack(step, &mark, caller, writer) }
    try writer.putMark(run: view.row.id, mark)
  }

  private func writeBack(_ step: Step, _ mark: inout RunMark, _ caller: Caller, _ writer: Writer) throws {
    // A visit is read by more people than the ledger: the name of one about a restricted tag says as much as the tag.
    let name = view.row.draft.isRestricted ? "" : "「\(view.row.draft.name)」"
    let title = view.row.draft.isRestricted ? "" : "，\(step.note.title)"
    let origin = "台账\(name)第 \(view.row.id) 次生成\(title)"
    switch step.effect {
    case nil: return
    case .tag(let plan)?:
      let held = try writer.read.taggings(of: plan.target, tag: plan.tag.id)
      // Who has the tag already keeps it as it was given; taking the tick away will not end it.
      guard !held.contains(where: { $0.holds(on: writer.now.day) }) else { return }
      let request = AssignTag.Request(plan.target, tag: plan.tag.code, source: "ledger", evidence: origin)
      mark.tagging = try AssignTag.write(request, plan, caller, writer).view.tagging.id
    case .visit(let house, let person, let purpose)?:
      let draft = VisitDraft(house: house, person: person, on: writer.now.day, purpose: purpose, note: origin)
      let id = try writer.insertVisit(draft, by: caller)
      try writer.audit(caller, AuditEntry("visits.create", subject: .visits, id: id))
      mark.visit = id
    }
  }

  private func takeBack(_ step: Step, _ mark: RunMark, _ caller: Caller, _ writer: Writer) throws {
    if let id = mark.tagging, case .tag(let plan)? = step.effect {
      let held = try writer.read.taggings(of: plan.target, tag: plan.tag.id).first { $0.id == id }
      if let held, held.until.map({ writer.now.day < $0 }) ?? true {
        try EndTag.end(held, plan, caller, writer)
      }
    }
    if let id = mark.visit, let visit = try writer.read.visit(id) {
      try writer.deleteVisit(id, house: visit.house)
      try writer.audit(caller, AuditEntry("visits.delete", subject: .visits, id: id))
    }
  }
}

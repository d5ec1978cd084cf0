import Domain
import Store

/// Puts an assigned tag on a person, house, shop or building. Who: callers in whose areas the subject lies, by the tag's
/// level (`TagRights.mayAssign`).
package enum AssignTag {
  package struct Request: Sendable {
    package var target: TagTarget
    /// Code, name or alias.
    package var tag: String
    /// nil: today.
    package var since: Day?
    /// The first day on which it holds no more; nil: by the tag's valid days, or open.
    package var until: Day?
    package var source: String?
    package var evidence: String?

    package init(
      _ target: TagTarget, tag: String, since: Day? = nil, until: Day? = nil, source: String? = nil,
      evidence: String? = nil
    ) {
      (self.target, self.tag, self.since, self.until) = (target, tag, since, until)
      (self.source, self.evidence) = (source, evidence)
    }
  }

  package struct Answer: Sendable, Equatable, Codable {
    package let view: TaggingView
    /// False where the subject had the tag already.
    package let isNew: Bool
  }

  /// - Throws: what `TaggingPlan.make` throws, `bad_field` for days that contradict each other, `tagging_overlap` when
  ///   another assignment begins within the days.
  package static func run(_ request: Request, caller: Caller, office: Office) async throws -> Answer {
    let plan = try await TaggingPlan.make(request.tag, request.target, caller, office)
    return try await office.store.write { writer in try write(request, plan, caller, writer) }
  }

  static func write(_ request: Request, _ plan: TaggingPlan, _ caller: Caller, _ writer: Writer) throws -> Answer {
    let since = request.since ?? writer.now.day
    let until = request.until ?? plan.tag.validDays.map { since.adding(days: $0) }
    if let until, until <= since { throw bad("until", "「until」应晚于「since」：从这一天起不再有效。") }
    let held = try writer.read.taggings(of: plan.target, tag: plan.tag.id)
    if let now = held.first(where: { $0.holds(on: since) }) {
      return try renew(now, request, plan, caller, writer)
    }
    if let later = held.first(where: { next in next.since > since && (until.map { next.since < $0 } ?? true) }) {
      throw Problem(
        .conflict, "tagging_overlap", "这个标签自 \(later.since) 起已经打上，与所填日期重叠。请把「until」填到这一天，或先结束它。")
    }
    let id = try writer.insertTagging(
      TaggingDraft(
        tag: plan.tag.id, target: plan.target, since: since, until: until, source: request.source ?? "manual",
        evidence: request.evidence), by: caller)
    try writer.audit(
      caller,
      plan.entry(
        "tags.assign",
        [
          AuditEntry.Change("since", before: nil, after: since.description),
          AuditEntry.Change("until", before: nil, after: until?.description),
        ]))
    return Answer(view: try view(id, plan, writer.read), isNew: true)
  }

  /// What is said anew of an assignment that holds already; what is not said stays.
  private static func renew(
    _ held: TaggingRow, _ request: Request, _ plan: TaggingPlan, _ caller: Caller, _ writer: Writer
  ) throws -> Answer {
    let (until, source) = (request.until ?? held.until, request.source ?? held.source)
    let evidence = request.evidence ?? held.evidence
    guard (until, source, evidence) != (held.until, held.source, held.evidence) else {
      return Answer(view: TaggingView(tag: plan.tag, tagging: held), isNew: false)
    }
    try writer.updateTagging(held.id, until: until, source: source, evidence: evidence)
    try writer.audit(
      caller,
      plan.entry(
        "tags.renew",
        [AuditEntry.Change("until", before: held.until?.description, after: until?.description)]))
    return Answer(view: try view(held.id, plan, writer.read), isNew: false)
  }

  private static func view(_ id: Int64, _ plan: TaggingPlan, _ reader: Reader) throws -> TaggingView {
    let rows = try reader.taggings(of: plan.target, tag: plan.tag.id)
    guard let row = rows.first(where: { $0.id == id }) else { throw Problem(.notFound, "not_found", "没有这条记录。") }
    return TaggingView(tag: plan.tag, tagging: row)
  }

  private static func bad(_ field: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}

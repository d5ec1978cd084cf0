import Kernel
import Platform
import Storage

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
  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Answer {
    try await app.write(as: caller) { writer, access in
      try write(request, TaggingPlan.make(request.tag, request.target, access), caller, writer)
    }
  }

  package static func write(_ request: Request, _ plan: TaggingPlan, _ caller: Caller, _ writer: Writer) throws
    -> Answer
  {
    let since = request.since ?? writer.now.day
    let (id, change) = try writer.assign(
      plan.tag, to: plan.target, since: since, until: request.until, source: request.source,
      evidence: request.evidence, by: caller)
    switch change {
    case .made(let until):
      try writer.audit(
        caller,
        plan.entry(
          "tags.assign",
          [
            AuditEntry.Change("since", before: nil, after: since.description),
            AuditEntry.Change("until", before: nil, after: until?.description),
          ]))
    case .renewed(let before, let until):
      try writer.audit(
        caller,
        plan.entry(
          "tags.renew", [AuditEntry.Change("until", before: before?.description, after: until?.description)]))
    case .none: break
    }
    if case .made = change { return Answer(view: try view(id, plan, writer.read), isNew: true) }
    return Answer(view: try view(id, plan, writer.read), isNew: false)
  }

  private static func view(_ id: Int64, _ plan: TaggingPlan, _ reader: Reader) throws -> TaggingView {
    let rows = try reader.taggings(of: plan.target, tag: plan.tag.id)
    guard let row = rows.first(where: { $0.id == id }) else { throw Problem.noSuchRow }
    return TaggingView(tag: plan.tag, tagging: row)
  }
}

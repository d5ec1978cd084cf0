import Kernel
import Platform
import Storage

/// Takes an assigned tag off a subject: from today it holds no more, and stays as history. Who: as for `AssignTag`.
package enum EndTag {
  /// Ended already is well; the same again changes nothing.
  ///
  /// - Throws: what `TaggingPlan.make` throws, `not_tagged` when the subject never had the tag.
  package static func run(
    _ target: TagTarget, tag: String, caller: Caller, app: AppContext
  ) async throws {
    try await app.write(as: caller) { writer, access in
      try write(TaggingPlan.make(tag, target, access), caller, writer)
    }
  }

  package static func write(_ plan: TaggingPlan, _ caller: Caller, _ writer: Writer) throws {
    let today = writer.now.day
    let held = try writer.read.taggings(of: plan.target, tag: plan.tag.id)
    guard !held.isEmpty else { throw Problem(.notFound, "not_tagged", "从未打过「\(plan.tag.name)」这个标签。") }
    let open = held.filter { $0.until.map { today < $0 } ?? true }
    for tagging in open { try end(tagging, plan, caller, writer) }
  }

  /// Ends one assignment: from today it holds no more.
  package static func end(_ tagging: TaggingRow, _ plan: TaggingPlan, _ caller: Caller, _ writer: Writer) throws {
    let until = max(tagging.since, writer.now.day)
    guard tagging.until != until else { return }
    try writer.endTagging(tagging.id, until: until, by: caller)
    try writer.audit(
      caller,
      plan.entry(
        "tags.end", [AuditEntry.Change("until", before: tagging.until?.description, after: until.description)]))
  }
}

import Kernel

/// The differences of two runs as the API writes them.
enum RunDiffJSON {
  static func json(_ diff: DiffRuns.Answer) -> JSONValue {
    let (run, against) = (diff.run.row, diff.against.row)
    return [
      "run_id": .integer(run.id), "against": .integer(against.id), "as_of": .string(run.draft.asOf.description),
      "against_as_of": .string(against.draft.asOf.description),
      "added": list(diff.added.total, diff.added.items.map { .object($0.members(run.draft.columns)) }),
      "left": list(
        diff.left.total,
        diff.left.items.map { left in
          .object(
            left.line.members(against.draft.columns) + [.init("why", .array(left.why.map(json)))])
        }),
      "changed": list(
        diff.changed.total,
        diff.changed.items.map { item in
          ["id": .integer(item.id), "fields": .array(item.fields.map(json))]
        }),
    ]
  }

  private static func list(_ total: Int, _ items: [JSONValue]) -> JSONValue {
    ["total": .integer(total), "items": .array(items)]
  }

  private static func json(_ reason: LeavingReason) -> JSONValue {
    [
      "code": .string(reason.code), "detail": .string(reason.detail), "tag": .optional(reason.tag),
      "condition": .optional(reason.condition),
    ]
  }

  private static func json(_ change: DiffRuns.Change) -> JSONValue {
    [
      "name": .string(change.column.name), "title": .string(change.column.title), "before": change.beforeJSON,
      "after": change.afterJSON,
    ]
  }
}

import FilterLanguage
import Kernel

/// Ledgers and runs as the API writes them.
package enum LedgerJSON {
  package static func json(_ view: LedgerView) -> JSONValue {
    let (row, draft) = (view.row, view.row.draft)
    return [
      "id": .integer(row.id), "name": .string(draft.name), "about": .string(draft.about),
      "subject": .string(draft.subject), "where": .string(view.question), "where_json": view.questionJSON,
      "explanation": .string(view.explanation), "question_error": json(view.fault), "limit": .integer(draft.limit),
      "sentence": .optional(draft.sentence),
      "template": .optional(draft.template), "columns": .array(draft.columns.map(json)),
      "notes": .array(draft.notes.map(json)), "sort": .optional(draft.sort), "group_by": .texts(draft.groupBy),
      "area": .optional(view.areas?.count == 1 ? view.areas?.first : nil),
      "areas": view.areas.map { .texts($0) } ?? .null, "seen_by": .string(draft.seenBy.rawValue),
      "keep_days": .integer(draft.keepDays), "owner": .string(row.owner),
      "made_at": .string(row.madeAt), "retired_at": .optional(row.retiredAt), "version": .integer(row.version),
      "updated_at": .string(row.updatedAt),
    ]
  }

  package static func json(_ view: RunView) -> JSONValue {
    let (row, draft) = (view.row, view.row.draft)
    let isDone = row.state == .done
    return [
      "id": .integer(row.id), "ledger_id": .integer(draft.ledger), "name": .string(draft.name),
      "subject": .string(draft.subject), "where": .string(view.question), "where_json": view.questionJSON,
      "explanation": .string(view.explanation), "question_error": json(view.fault), "limit": .integer(draft.limit),
      "kind": .string(row.kind.rawValue), "columns": .array(draft.columns.map(json)),
      "notes": .array(draft.notes.map(json)), "sort": .optional(draft.sort), "group_by": .texts(draft.groupBy),
      "as_of": .string(draft.asOf.description), "made_at": .string(row.madeAt),
      "finished_at": .optional(row.finishedAt), "caller": .string(row.caller), "state": .string(row.state.rawValue),
      "total": isDone ? .integer(view.total) : .null, "progress": progress(row),
      "groups": .array(
        view.totals.map { values, rows in
          [
            "values": .object(zip(draft.groupBy, values).map { JSONValue.Member($0, .string($1)) }),
            "total": .integer(rows),
          ]
        }), "previous_run_id": .integer(row.previous),
      "kept_until": .optional(draft.keptUntil?.description),
    ]
  }

  /// Why a question no longer reads, and what to do; null where it does.
  package static func json(_ fault: QuestionFault?) -> JSONValue {
    fault.map { ["code": .string($0.code), "detail": .string($0.detail), "remedy": .string($0.remedy)] } ?? .null
  }

  /// In hundredths: how many rows others have is not for every caller.
  private static func progress(_ row: RunRecord) -> JSONValue {
    switch row.state {
    case .done: 1
    case .making: .number(Double(row.done * 100 / max(1, row.draft.total)) / 100)
    case .cancelled, .failed, .expired: .null
    }
  }

  package static func json(_ template: LedgerTemplate) -> JSONValue {
    [
      "code": .string(template.code), "name": .string(template.name), "line": .string(template.line),
      "subject": .string(template.subject.word), "sentence": .string(template.sentence),
      "where": .string(template.filter), "columns": .texts(template.columns),
      "notes": .array(
        template.notes.map { note in
          ["name": .string(note.name), "title": .string(note.title), "kind": .string(note.kind.rawValue)]
        }), "sort": .string(template.sort), "group_by": .texts(template.groupBy),
      "asked_by": .string(template.askedBy), "schedule": .optional(template.schedule?.rawValue),
      "about": .string(template.about),
    ]
  }

  package static func json(_ column: LedgerColumn) -> JSONValue {
    [
      "name": .string(column.name), "title": .string(column.title), "width": .integer(column.width),
      "kind": .string(column.kind.rawValue),
    ]
  }

  private static func json(_ note: LedgerNote) -> JSONValue {
    let writes: JSONValue =
      switch note.writes {
      case nil: .null
      case .tag(let code)?: ["tag": .string(code)]
      case .visit(let purpose)?: ["visit": .string(purpose)]
      }
    return [
      "name": .string(note.name), "title": .string(note.title), "kind": .string(note.kind.rawValue),
      "carry": .bool(note.carry), "writes": writes,
    ]
  }
}

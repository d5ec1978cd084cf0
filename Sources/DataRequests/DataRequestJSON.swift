import Kernel
import Ledgers

/// Requests for data as the API writes them.
enum DataRequestJSON {
  static func json(_ view: DataRequestView, _ today: Day) -> JSONValue {
    let (row, draft) = (view.row, view.row.draft)
    return .object(
      [
        .init("id", .integer(row.id)), .init("title", .string(view.ledger.row.draft.name)),
        .init("purpose", .string(draft.purpose)), .init("basis", .string(draft.basis)),
        .init("unit", .string(draft.unit)),
      ] + question(view.ledger) + [
        .init("due", .string(draft.due.description)), .init("late", .bool(view.isLate(on: today))),
        .init("keep_until", .optional(view.ledger.row.draft.keptUntil?.description)),
        .init("despite", .optional(draft.despite)), .init("state", .string(view.isOpen ? "open" : "closed")),
        .init("caller", .string(row.caller)), .init("made_at", .string(row.madeAt)),
        .init("closed_at", .optional(row.closedAt)), .init("closed_by", .optional(row.closedBy)),
        .init("version", .integer(view.version)), .init("committees", .array(view.committees.map(json))),
        .init("overlaps", view.overlaps.map { .array($0.map(json)) } ?? .null),
      ])
  }

  static func json(_ plan: DataRequestPlan) -> JSONValue {
    .object(
      [.init("title", .string(plan.ledger.row.draft.name))] + question(plan.ledger) + [
        .init("total", .integer(plan.total)),
        .init(
          "committees",
          .array(
            zip(plan.committees, plan.counts).map { area, rows in
              ["code": .string(area.code), "name": .string(area.name), "rows": .integer(rows)]
            })), .init("overlaps", .array(plan.overlaps.map(json))),
        .init("needs_despite", .bool(plan.overlaps.contains(where: \.isRepeat))),
      ])
  }

  private static func question(_ ledger: LedgerView) -> [JSONValue.Member] {
    [
      .init("subject", .string(ledger.row.draft.subject)), .init("where", .string(ledger.question)),
      .init("where_json", ledger.questionJSON), .init("explanation", .string(ledger.explanation)),
      .init("question_error", LedgerJSON.json(ledger.fault)), .init("limit", .integer(ledger.row.draft.limit)),
      .init("sentence", .optional(ledger.row.draft.sentence)),
      .init("columns", .array(ledger.row.draft.columns.map(LedgerJSON.json))),
    ]
  }

  private static func json(_ committee: DataRequestView.Committee) -> JSONValue {
    let (answer, run) = (committee.answer, committee.run)
    return [
      "code": .string(committee.area.code), "name": .string(committee.area.name),
      "state": .string(answer.state.rawValue), "seen_at": .optional(answer.seenAt),
      "seen_by": .optional(answer.seenBy), "decided_at": .optional(answer.decidedAt),
      "decided_by": .optional(answer.decidedBy), "reason": .optional(answer.reason), "run_id": .integer(answer.run),
      "run_state": .optional(run?.state.rawValue), "rows": .integer(run?.state == .done ? run?.total : nil),
      "rows_now": .integer(committee.now),
    ]
  }

  private static func json(_ overlap: DataOverlap) -> JSONValue {
    [
      "source": .string(overlap.source.rawValue), "id": .integer(overlap.id), "name": .string(overlap.name),
      "by": .string(overlap.by), "made_at": .string(overlap.madeAt), "kind": .string(overlap.kind.rawValue),
      "rows_in_common": .number(hundredths(overlap.shareOfRows)),
      "columns_in_common": .number(hundredths(overlap.shareOfColumns)), "repeated": .bool(overlap.isRepeat),
      "detail": .string(overlap.detail),
      "answers": .array(
        overlap.answers.map { answer in
          [
            "run_id": .integer(answer.run), "as_of": .string(answer.asOf.description),
            "total": .integer(answer.total), "committee": .optional(answer.committee),
          ]
        }),
    ]
  }

  private static func hundredths(_ share: Double) -> Double { (share * 100).rounded(.down) / 100 }
}

import Kernel
import Ledgers
import Platform
import Sheets

/// What a reminder says of a row, masked as every list: the first cells, and all of them with their headings.
struct ReminderPresenter {
  private static let cellsInTitle = 2
  private static let cellsInText = 8
  private static let longest = 300

  let title: String
  let text: String

  init(columns: [LedgerColumn], row: FrozenRow) {
    let cells = RunMasking(columns: columns).cells(row)
    let said = zip(columns, cells).compactMap { column, cell -> (String, String)? in
      guard column.name != "id", let text = Self.text(cell) else { return nil }
      return (column.title, text)
    }
    let first = said.prefix(Self.cellsInTitle).map(\.1).joined(separator: "，")
    title = String((first.isEmpty ? "第 \(row.subject) 号" : first).prefix(Self.longest))
    text = String(
      said.prefix(Self.cellsInText).map { "\($0.0)：\($0.1)" }.joined(separator: "；").prefix(Self.longest))
  }

  private static func text(_ cell: Cell) -> String? {
    switch cell {
    case .text(let text): text.isEmpty ? nil : text
    case .number(let number): JSONValue.number(number).text
    case .date(let day): day.description
    case .empty: nil
    }
  }

  /// As other systems are told of it.
  static func json(
    _ id: Int64, _ draft: ReminderDraft, ledger: String, state: ReminderState, _ areas: AreaTree
  ) -> JSONValue {
    func code(_ area: Int64?) -> JSONValue {
      area.flatMap { areas.byID[UInt32(truncatingIfNeeded: $0)]?.code }.map { .string($0) } ?? .null
    }
    return [
      "id": .number(Double(id)), "state": .string(state.rawValue), "ledger_id": .number(Double(draft.ledger)),
      "ledger": .string(ledger), "run_id": .number(Double(draft.run)), "subject": .string(draft.subject),
      "subject_id": .number(Double(draft.subjectID)), "title": .string(draft.title), "why": .string(draft.why),
      "since": draft.since.map { .string($0.description) } ?? .null,
      "due": draft.due.map { .string($0.description) } ?? .null, "place": code(draft.place),
      "area": code(draft.recipient.area), "unit": draft.recipient.unit.map { .string($0) } ?? .null,
    ]
  }
}

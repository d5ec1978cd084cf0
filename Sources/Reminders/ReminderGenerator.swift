import Kernel
import Ledgers
import Platform
import Storage

/// Makes reminders of a scheduled run's rows, in the transaction that ends the run.
struct ReminderGenerator: Sendable {
  let schedule: ScheduleRow
  let ledger: LedgerView
  let plan: RunPlan
  let areas: AreaTree

  /// The most reminders that one run makes: nobody works through more, and the ledger's filter is wrong.
  static let limit = 20_000
  static let moved = Problem(.conflict, "schedule_moved", "定时已被修改。")

  /// - Throws: `schedule_moved`, `too_many_reminders`.
  func finish(_ run: Int64, _ writer: Writer) throws {
    let next = schedule.rule.next(after: writer.now)
    guard try writer.advanceSchedule(schedule, to: next, run: run, problem: nil) else { throw Self.moved }
    let listeners = try sights(writer.read.listeners(.reminderCreated, at: writer.now))
    var count = 0
    try each(run, writer.read) { row, due in
      let draft = try draft(row, due: due, run, writer.read)
      guard let id = try writer.insertReminder(draft, besidesOpen: due != nil) else { return }
      count += 1
      guard count <= Self.limit else {
        throw Problem(.tooMuch, "too_many_reminders", "一次会产生超过 \(Self.limit) 条提醒，请缩小台账的范围。")
      }
      let seeing = listeners.filter {
        $0.sight.sees(
          place: draft.place, draft.recipient, isRestricted: draft.isRestricted, isPrivate: isPrivate)
      }
      guard !seeing.isEmpty else { return }
      try writer.announce(
        .reminderCreated, ReminderPresenter.json(id, draft, ledger: ledger.row.draft.name, state: .new, areas),
        to: seeing.map(\.webhook))
    }
    try remember(run, writer)
    try writer.audit(
      RunSchedules.scheduler,
      AuditEntry(
        "schedules.run", subject: .schedules, id: schedule.id,
        changes: [
          AuditEntry.Change("run", before: nil, after: String(run)),
          AuditEntry.Change("reminders", before: nil, after: String(count)),
        ]))
  }

  private var isPrivate: Bool { ledger.row.draft.seenBy == .owner }

  /// Which rows have been gone through outlives run and schedule.
  private func remember(_ run: Int64, _ writer: Writer) throws {
    var rows: Set<UInt32> = []
    try writer.read.runSubjects(run) { _, ids in rows.formUnion(ids) }
    try writer.putGoneThrough(ledger: ledger.row.id, rows)
  }

  private func sights(_ listeners: [Listener]) -> [(webhook: Int64, sight: ReminderAccessPolicy)] {
    listeners.map { ($0.webhook, ReminderAccessPolicy.of($0.owner, areas)) }
  }

  /// The rows to remind of, each with the day that it is before, chunk by chunk.
  private func each(_ run: Int64, _ reader: Reader, _ body: (FrozenRow, Day?) throws -> Void) throws {
    if let days = schedule.rule.days, let field = schedule.rule.field {
      return try each(run, reader, in: window(days), of: field, body)
    }
    guard let before = try known(reader) else { return }
    try rows(run, reader) { row in if !before.contains(row.subject) { try body(row, nil) } }
  }

  /// The rows that are not new; nil where all are, and nobody is to be reminded of that.
  private func known(_ reader: Reader) throws -> Set<UInt32>? {
    let gone = try reader.goneThrough(ledger: ledger.row.id)
    guard let last = schedule.lastRun else {
      // A schedule that is set again reminds of all rows, but of none that it has reminded of and that have stayed since.
      return schedule.remindsOfExisting ? try reader.reminded(ledger: ledger.row.id, among: gone ?? []) : nil
    }
    if let gone { return gone }
    var known: Set<UInt32> = []
    try reader.runSubjects(last) { _, ids in known.formUnion(ids) }
    return known
  }

  /// The days that are so near now, and those that went by while nobody looked.
  private func window(_ days: Int) -> ClosedRange<Day> {
    let today = plan.draft.asOf
    return min(today, schedule.lastRunAt?.day ?? today)...today.adding(days: days)
  }

  private func each(
    _ run: Int64, _ reader: Reader, in window: ClosedRange<Day>, of field: String,
    _ body: (FrozenRow, Day?) throws -> Void
  ) throws {
    guard let place = plan.draft.columns.firstIndex(where: { $0.name == field && $0.kind == .day }) else {
      throw Problem(.conflict, "column_gone", "台账里已没有「\(field)」这一列。")
    }
    try rows(run, reader) { row in
      guard place < row.cells.count, case .text(let text) = row.cells[place], let due = Day(text),
        window.contains(due)
      else { return }
      try body(row, due)
    }
  }

  private func rows(_ run: Int64, _ reader: Reader, _ body: (FrozenRow) throws -> Void) throws {
    var next = 0
    while let chunk = try reader.runChunks(run, from: next, scope: nil, limit: 1).first {
      for row in FrozenRows(chunk.rows) { try body(row) }
      next = chunk.n + 1
    }
  }

  private func draft(_ row: FrozenRow, due: Day?, _ run: Int64, _ reader: Reader) throws -> ReminderDraft {
    let telling = ReminderPresenter(columns: plan.draft.columns, row: row)
    let (place, recipient) = try recipient(row, reader)
    var draft = ReminderDraft(
      ledger: ledger.row.id, run: run, subject: plan.draft.subject, subjectID: Int64(row.subject),
      occurrence: due ?? plan.draft.asOf, due: due, title: telling.title, text: telling.text,
      isRestricted: plan.draft.isRestricted, place: place, recipient: recipient)
    (draft.since, draft.why) = (plan.draft.asOf, why(due))
    return draft
  }

  /// What is asked, and what brought the row there: 台账「…」（年龄满80周岁及以上的人员），2026-11-22 起在名单上。
  private func why(_ due: Day?) -> String {
    let asked = "台账「\(ledger.row.draft.name)」（\(ledger.explanation)）"
    guard let due, let days = schedule.rule.days else { return "\(asked)，\(plan.draft.asOf) 起在名单上。" }
    let title = plan.draft.columns.first { $0.name == schedule.rule.field }?.title ?? schedule.rule.field ?? ""
    return "\(asked)，\(title) \(due)，提前 \(days) 天提醒。"
  }

  /// The grid where the row lies, else the committee; an order's unit; of a ledger that is its owner's alone, the owner; of
  /// what lies nowhere, whoever is bound to the ledger's area or above it, or the owner where it has none.
  private func recipient(_ row: FrozenRow, _ reader: Reader) throws -> (place: Int64?, ReminderRecipient) {
    var place = (row.grid ?? row.committee).map(Int64.init)
    var unit: String?
    if ledger.subject == .workOrders, let order = try reader.workOrderSight(Int64(row.subject)) {
      // A committee that has the order is reminded as a place, not by its name.
      (place, unit) = (Int64(order.unitArea ?? order.area), order.unitArea == nil ? order.unit : nil)
    }
    if isPrivate { return (place, ReminderRecipient(caller: ledger.row.ownerID)) }
    if place == nil, unit == nil {
      let area = ledger.row.draft.areas?.first
      return (place, area.map { ReminderRecipient(area: $0) } ?? ReminderRecipient(caller: ledger.row.ownerID))
    }
    return (place, unit.map { ReminderRecipient(unit: $0) } ?? ReminderRecipient(area: place))
  }
}

extension ReminderAccessPolicy {
  static func of(_ caller: Caller, _ areas: AreaTree) -> ReminderAccessPolicy {
    ReminderAccessPolicy(caller, CallerAreas.within(caller, areas) ?? [])
  }
}

import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry

/// Asks a second person to allow more people in full than an hour has room for. Who: callers that may reveal, about runs and
/// ledgers that exist for them, or a question of their own.
package enum AskForApproval {
  package enum Subject: Sendable {
    case run(Int64)
    case ledger(Int64)
    case question(FilterLanguage.Subject, SearchQuestion.Condition)
  }

  package struct Wish: Sendable {
    package var subject: Subject
    package var fields: [String]
    package var purpose: String
    package var people: Int
    package var until: Day

    package init(_ subject: Subject, fields: [String], purpose: String, people: Int, until: Day) {
      (self.subject, self.fields, self.purpose, self.people, self.until) = (subject, fields, purpose, people, until)
    }
  }

  /// - Throws: `missing_right`, `not_found`, `bad_field`, `sealed_in_question`, what the question is refused for.
  package static func run(_ wish: Wish, caller: Caller, app: AppContext) async throws -> RevealApprovalView {
    try caller.must(.reveal)
    guard let id = caller.id else {
      throw Problem(.forbidden, "no_approval_needed", "服务器管理员在本机操作，不需要批准。")
    }
    let (subject, able) = try await subject(wish.subject, caller, app)
    let draft = try checked(wish, subject, able, today: app.clock.today)
    let made = try await app.store.write { writer in
      let number = try writer.insertRevealApproval(draft, by: caller, id: id)
      try writer.audit(caller, entry("reveal_approvals.create", number, draft, reason: draft.purpose))
      return try writer.read.revealApproval(number)
    }
    guard let made else { throw RevealApprovalAccess.unknown }
    return try await RevealApprovalAccess(caller, app).view(made)
  }

  static func entry(_ action: String, _ id: Int64, _ draft: RevealApprovalDraft, reason: String?) -> AuditEntry {
    AuditEntry(
      action, subject: .revealApprovals, id: id, reason: reason,
      changes: [
        AuditEntry.Change("subject", before: nil, after: draft.subject.word),
        AuditEntry.Change("fields", before: nil, after: draft.fields.joined(separator: ",")),
        AuditEntry.Change("people", before: nil, after: String(draft.people)),
        AuditEntry.Change("until", before: nil, after: draft.until.description),
      ])
  }

  /// What is asked about, and the columns of it that have names or numbers.
  private static func subject(
    _ subject: Subject, _ caller: Caller, _ app: AppContext
  ) async throws -> (RevealApprovalDraft.Subject, [String]) {
    switch subject {
    case .run(let id):
      let view = try await GetRun.run(id, caller: caller, app: app)
      return (.run(id), able(view.row.draft.columns))
    case .ledger(let id):
      let view = try await GetLedger.run(id, caller: caller, app: app)
      return (.ledger(id, question: view.row.draft.question), able(view.row.draft.columns))
    case .question(let about, let condition):
      let expression = try app.understand(SearchQuestion(about, where: condition), for: caller)
      try AreaWords.check(expression, caller, app.index.areas)
      try StoredQuestion.check(expression, about: about)
      let names = LedgerColumns.names(of: about)
      let lines = try Set(app.index.tags.map(\.line)).sorted()
      let columns = try LedgerColumns.make(names.map { .init($0) }, besides: [], of: about, lines: lines)
      let text = FilterPrinter.text(expression, vocabulary: Vocabulary(tags: [], datasets: []))
      return (.question(about: about.word, text), able(columns))
    }
  }

  private static func able(_ columns: [LedgerColumn]) -> [String] {
    columns.filter { [.name, .names, .sealed].contains($0.kind) }.map(\.name)
  }

  private static func checked(
    _ wish: Wish, _ subject: RevealApprovalDraft.Subject, _ able: [String], today: Day
  ) throws(Problem) -> RevealApprovalDraft {
    let purpose = CallerRules.folded(wish.purpose)
    guard (4...500).contains(purpose.count) else { throw bad("purpose", "请写明用途，4 至 500 个字。") }
    guard !wish.fields.isEmpty, Set(wish.fields).isSubset(of: able) else {
      throw bad("fields", "请指明要查看明文的列，只能是其中的姓名和号码列。", suggestions: able)
    }
    guard (1...RevealApprovalDraft.mostPeople).contains(wish.people) else {
      throw bad("people", "人数应为 1 至 \(RevealApprovalDraft.mostPeople)。")
    }
    guard wish.until >= today, wish.until <= today.adding(days: RevealApprovalDraft.longest) else {
      throw bad("until", "截止日期应在今天到 \(RevealApprovalDraft.longest) 天之内。")
    }
    return RevealApprovalDraft(
      subject: subject, fields: Set(wish.fields).sorted(), purpose: purpose, people: wish.people, until: wish.until)
  }

  private static func bad(_ field: String, _ detail: String, suggestions: [String] = []) -> Problem {
    Problem(
      .invalid, "bad_field", detail, notes: [.init(.pointer("/\(field)"), detail, suggestions: suggestions)])
  }
}

extension RevealApprovalDraft.Subject {
  /// `run 12`, for the audit log; a question by what it is about, for its words may say more than a log should.
  fileprivate var word: String {
    switch self {
    case .run(let id): "run \(id)"
    case .ledger(let id, _): "ledger \(id)"
    case .question(let about, _): "question about \(about)"
    }
  }
}

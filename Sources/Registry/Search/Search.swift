import Kernel
import Platform
import Storage
import TagIndex

/// A page of rows that answer a question. Who: any caller that may read; only rows in the caller's areas exist for it.
package struct Search: Sendable {
  package struct Request: Sendable {
    package var question: SearchQuestion
    /// Column names; nil for the usual ones.
    package var select: [String]?
    /// `age.desc,name`; nil for the order of ids.
    package var sort: String?
    /// 1 to 500.
    package var limit: Int
    package var cursor: String?
    /// Whether the exact total is wanted.
    package var counts: Bool
    /// Of work orders: only those that the caller has taken or was called in for by name.
    package var mine = false

    package init(
      _ question: SearchQuestion, select: [String]? = nil, sort: String? = nil, limit: Int = 50,
      cursor: String? = nil, counts: Bool = true
    ) {
      (self.question, self.select, self.sort) = (question, select, sort)
      (self.limit, self.cursor, self.counts) = (limit, cursor, counts)
    }
  }

  package struct Answer: Sendable {
    package let total: Int?
    /// Each a JSON object.
    package let items: [String]
    package let nextCursor: String?
    package let asOf: Day
  }

  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.read)
    let subject = request.question.subject
    guard let kind = SubjectKind(rawValue: subject.word) else {
      throw Problem(.invalid, "unknown_subject", "不能检索「\(subject.word)」。")
    }
    let expression = try app.understand(request.question, for: caller)
    let sort = try SortReading.read(request.sort, subject)
    let seal = CursorSeal(subject, sort, caller, app.store.keys)
    let cursor = try request.cursor.map { text throws(Problem) in try seal.open(text) }
    // Page after page is of one day, also when it has become another.
    let asOf = request.question.asOf ?? cursor?.asOf ?? app.clock.today
    let query = try await app.query(subject, expression, asOf: asOf, caller: caller)
    let own = request.mine ? try await app.store.read { try $0.orders(ofWorker: caller.name) } : nil
    let page = try await app.ask(caller) { index, budget in
      try index.page(query, among: own, sort: sort, after: cursor?.place, limit: request.limit, budget: budget)
    }
    let total = request.counts ? page.total : nil
    guard !page.ids.isEmpty else {
      try Reader.check(columns: request.select, of: kind)
      return Answer(total: total, items: [], nextCursor: nil, asOf: asOf)
    }
    let scope = try app.index.placedScope(of: caller)
    let rows = try await app.store.read { reader in
      try reader.rows(of: kind, ids: page.ids, columns: request.select, asOf: asOf, scope: scope)
    }
    return Answer(
      total: total, items: page.ids.compactMap { rows[$0] },
      nextCursor: try page.next.map { try seal.close($0, asOf: asOf) }, asOf: asOf)
  }
}

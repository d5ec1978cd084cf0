import HotSpots
import Kernel
import Platform
import Registry
import TagIndex

/// The tickets that exist for a caller and for which a filter holds: no figure of analytics counts another.
struct SeenTickets {
  let book: TicketBook
  /// nil for all.
  let ids: IDSet?
  let asOf: Day

  /// - Throws: what the filter is refused for.
  init(_ question: SearchQuestion, caller: Caller, app: AppContext) async throws {
    try caller.must(.read)
    let expression = try app.understand(question, for: caller)
    asOf = question.asOf ?? app.clock.today
    if caller.role.seesAllAreas, expression == .everything {
      (book, ids) = (try await app.tickets.current(app.store), nil)
      return
    }
    let query = try await app.query(.workOrders, expression, asOf: asOf, caller: caller)
    ids = try await app.ask(caller) { index, budget in
      IDSet(try index.select(query, budget: budget).ids.ids())
    }
    book = try await app.tickets.current(app.store)
  }
}

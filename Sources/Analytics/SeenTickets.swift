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
  init(_ question: SearchQuestion, caller: Caller, office: Office) async throws {
    try caller.must(.read)
    let expression = try office.understand(question, for: caller)
    asOf = question.asOf ?? office.clock.today
    if caller.role.isUnbound, expression == .everything {
      (book, ids) = (try await office.tickets.current(office.store), nil)
      return
    }
    let query = try await office.query(.workOrders, expression, asOf: asOf, caller: caller)
    ids = try await office.ask(caller) { index, budget in
      IDSet(try index.select(query, budget: budget).ids.ids())
    }
    book = try await office.tickets.current(office.store)
  }
}

import Platform
import Storage

/// The tickets of a running office in memory, read when they are first asked for.
///
/// Before each answer it takes in what the changes feed names since its own last line: an answer never knows less than
/// what its caller has written, and what other processes commit comes in the same way.
package actor LiveTickets: FeatureService {
  private var book: TicketBook?
  /// The newest change that the book holds.
  private var applied: Int64 = 0
  private var building: Task<(TicketBook, Int64), any Error>?

  package init() {}

  /// The tickets as of now.
  package func current(_ store: Store) async throws -> TicketBook {
    if book == nil { try await build(store) }
    try await catchUp(store)
    return book ?? TicketBook()
  }

  /// Reads the tables before somebody asks. To be called once the office is open.
  package func warmUp(_ store: Store) async throws { _ = try await current(store) }

  private func build(_ store: Store) async throws {
    let task = building ?? Task { try await Self.read(store) }
    building = task
    defer { building = nil }
    let (read, seq) = try await task.value
    guard book == nil else { return }
    (book, applied) = (read, seq)
  }

  private static func read(_ store: Store) async throws -> (TicketBook, Int64) {
    try await store.read { reader in
      var book = TicketBook()
      book.learn(try reader.compoundNames(), try reader.shopSeats())
      try reader.ticketRows { book.put($0) }
      return (book, try reader.lastChange())
    }
  }

  private struct Update: Sendable {
    var rows: [TicketRow] = []
    var gone: [UInt32] = []
    var shops: [ShopSeat] = []
    var seq: Int64
  }

  private func catchUp(_ store: Store) async throws {
    let from = applied
    let update = try await store.read { reader in
      let (ids, seq) = try reader.changedTickets(after: from)
      var update = Update(seq: seq)
      guard seq > from else { return update }
      let shops = try reader.changedShops(after: from)
      if !shops.isEmpty { update.shops = try reader.shopSeats(ids: shops) }
      if !ids.isEmpty { try reader.ticketRows(ids: ids) { update.rows.append($0) } }
      update.gone = Array(Set(ids).subtracting(update.rows.map(\.id)))
      return update
    }
    // Somebody else has been here meanwhile with a newer state.
    guard update.seq > applied else { return }
    book?.learn([], update.shops)
    for row in update.rows { book?.put(row) }
    for id in update.gone { book?.remove(id) }
    applied = update.seq
  }
}

extension AppContext {
  /// What analytics counts.
  package var tickets: LiveTickets { service(LiveTickets.self) }
}

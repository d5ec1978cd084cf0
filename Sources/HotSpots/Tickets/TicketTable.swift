/// All tickets in memory, by id.
///
/// A value: whoever holds a copy may read it at leisure while another goes on writing. Rows lie in blocks, so that a write
/// beside a reader copies one block and not the table.
package struct TicketTable: Sendable {
  private static let block = 2048
  private var blocks: [ContiguousArray<Ticket>] = []
  package private(set) var count = 0
  /// Of tickets that several units had, or that were opened again: the times before the one that goes on now, by the ticket's id.
  package private(set) var past: [UInt32: [Stint]] = [:]

  package init() {}

  /// Bytes that the rows take.
  package var bytes: Int { blocks.reduce(0) { $0 + $1.capacity * MemoryLayout<Ticket>.stride } }

  package subscript(id: UInt32) -> Ticket? {
    let (at, within) = (Int(id) / Self.block, Int(id) % Self.block)
    guard at < blocks.count, within < blocks[at].count, case let ticket = blocks[at][within], ticket.id == id, id != 0
    else { return nil }
    return ticket
  }

  /// Puts a ticket in, in place of what had its id.
  package mutating func put(_ ticket: Ticket, past stints: [Stint] = []) {
    guard ticket.id != 0 else { return }
    if !stints.isEmpty || past[ticket.id] != nil { past[ticket.id] = stints.isEmpty ? nil : stints }
    let (at, within) = (Int(ticket.id) / Self.block, Int(ticket.id) % Self.block)
    while blocks.count <= at { blocks.append([]) }
    if blocks[at].isEmpty { blocks[at].reserveCapacity(Self.block) }
    while blocks[at].count <= within { blocks[at].append(Ticket()) }
    if blocks[at][within].id == 0 { count += 1 }
    blocks[at][within] = ticket
  }

  package mutating func remove(_ id: UInt32) {
    guard self[id] != nil else { return }
    past[id] = nil
    blocks[Int(id) / Self.block][Int(id) % Self.block] = Ticket()
    count -= 1
  }

  /// Calls `body` with every ticket that counts and is in `seen`, by id.
  @inline(__always)
  package func each(in seen: IDSet?, _ body: (Ticket) -> Void) {
    for block in blocks {
      block.withUnsafeBufferPointer { rows in
        for index in rows.indices where rows[index].id != 0 && !rows[index].marks.contains(.void) {
          if let seen, !seen.contains(rows[index].id) { continue }
          body(rows[index])
        }
      }
    }
  }
}

/// Ids as one bit each, for a set that is asked a million times.
package struct IDSet: Sendable {
  private var words: [UInt64] = []

  package init(_ ids: some Sequence<UInt32>) {
    for id in ids {
      let at = Int(id >> 6)
      if at >= words.count { words.append(contentsOf: repeatElement(0, count: at + 1 - words.count)) }
      words[at] |= 1 << UInt64(id & 63)
    }
  }

  @inline(__always)
  package func contains(_ id: UInt32) -> Bool {
    let at = Int(id >> 6)
    return at < words.count && words[at] & (1 << UInt64(id & 63)) != 0
  }
}

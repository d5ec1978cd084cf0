import Kernel

extension Performance {
  package static func key(_ key: Key, _ ticket: Ticket) -> UInt32 {
    switch key {
    case .unit: return ticket.unit
    case .committee: return ticket.committee
    case .worker: return ticket.worker
    case .month:
      let (year, month, _) = Day(number: ticket.day).parts
      return UInt32(year * 100 + month)
    }
  }

  /// The same for a time that is over: its own unit and worker.
  package static func key(_ key: Key, _ ticket: Ticket, _ stint: Stint) -> UInt32 {
    switch key {
    case .unit: return stint.unit
    case .worker: return stint.worker
    case .committee, .month: return self.key(key, ticket)
    }
  }
}

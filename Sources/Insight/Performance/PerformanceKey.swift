import Domain

extension Performance {
  static func key(_ key: Key, _ ticket: Ticket) -> UInt32 {
    switch key {
    case .unit: return ticket.unit
    case .committee: return ticket.committee
    case .worker: return ticket.worker
    case .month:
      let (year, month, _) = Day(number: ticket.day).parts
      return UInt32(year * 100 + month)
    }
  }
}

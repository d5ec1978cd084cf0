import FilterLanguage

// 本月12345投诉, 上周的工单: a stretch of time that nothing else is said of is when the order was reported.

extension AskScanner {
  /// What to add to the words of a sentence that are about work orders.
  func reported(_ found: [[AskToken]]) -> [AskToken] {
    let isAboutOrders = found.joined().contains { token in
      switch token.piece {
      case .head(let head): head.subject == .workOrders
      case .unit(let unit): unit.readings.count == 1 && unit.readings[.workOrders] != nil && unit.kind == .word
      default: false
      }
    }
    guard isAboutOrders, let field = AskOrders.field("reported_at")[.workOrders] else { return [] }
    return found.indices.flatMap { start in
      found[start].compactMap { token -> AskToken? in
        guard case .window(let window) = token.piece, let test = window.test(.back),
          !isDated(after: token.range.upperBound, found), !isDated(before: start, found)
        else { return nil }
        let unit = AskUnit(readings: [.workOrders: .field(field, test)], kind: .word)
        return self.token(start, token.range.upperBound, .unit(unit), cost: 13)
      }
    }
  }

  /// Whether what follows has a day of its own: 本月办结的, 本月超期的.
  private func isDated(after end: Int, _ found: [[AskToken]]) -> Bool {
    let at = text.skip(["的", "内", "里", ",", "份"], at: end)
    return [end, at].contains { at in
      guard at < found.count else { return false }
      // 上个月不是投诉的: 不 in 不是 denies nothing that has a day.
      let denies = found[at].contains { $0.piece == .not(.isNot) }
      return found[at].contains { $0.piece.hasDay && !(denies && $0.piece == .not(.lack)) }
    }
  }

  private func isDated(before start: Int, _ found: [[AskToken]]) -> Bool {
    let ends = [start, start - 1].filter { $0 == start || $0 >= 0 && "在于".unicodeScalars.contains(text.scalars[$0]) }
    return found.joined().contains { ends.contains($0.range.upperBound) && $0.piece.hasDay }
  }
}

extension AskPiece {
  /// A stretch of time in which an order was reported.
  var isReported: Bool {
    guard case .field(.reportedAt, _)? = unit?.readings[.workOrders] else { return false }
    return unit?.readings.count == 1
  }

  /// An order, or what only orders are.
  var isOfOrders: Bool {
    switch self {
    case .head(let head): head.subject == .workOrders
    case .unit(let unit): unit.readings.count == 1 && unit.readings[.workOrders] != nil
    default: false
    }
  }

  /// Whether it says itself what happens on a day, or how an order stands.
  fileprivate var hasDay: Bool {
    switch self {
    case .topic, .verb, .already, .not(.lack), .not(.never): true
    case .unit(let unit): unit.readings[.workOrders].map(\.saysState) ?? false
    default: false
    }
  }
}

extension Expression {
  fileprivate var saysState: Bool {
    switch self {
    case .field(let field, _): [.state, .overdue, .closedAt, .dueAt].contains(field)
    case .not(let inner): inner.saysState
    case .and(let parts), .or(let parts): parts.contains(where: \.saysState)
    default: false
    }
  }
}

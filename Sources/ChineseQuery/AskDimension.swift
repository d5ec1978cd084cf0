import FilterLanguage

// What a condition is about: two values of one field exclude each other, so a list of them is a choice.

/// A field of a subject, or of a dataset's records.
struct AskDimension: Hashable {
  var dataset: String?
  var field: Field
}

extension AskUnit {
  var isPlace: Bool { if case .place = kind { true } else { false } }

  /// The one field that it tests, whatever subject it is about.
  var dimension: AskDimension? {
    let all = Set(readings.values.map(\.dimension))
    return all.count == 1 ? all.first ?? nil : nil
  }

  /// Whether both test one field, of every subject that both can be about.
  private func isLike(_ other: AskUnit) -> Bool {
    let common = readings.keys.filter { other.readings[$0] != nil }
    return !common.isEmpty
      && common.allSatisfy {
        readings[$0]?.dimension != nil && readings[$0]?.dimension == other.readings[$0]?.dimension
      }
  }

  /// 投诉, 举报: what kind of order.
  var isOrderKind: Bool {
    guard readings.count == 1, let kind = readings[.workOrders]?.dimension else { return false }
    return kind.field == .kind
  }

  /// 空号, 停机: what a record says, of which it says one thing.
  var isRecordKind: Bool {
    guard readings.count == 1, let kind = readings.values.first?.dimension else { return false }
    return kind.dataset != nil
      && [.attribute("result"), .attribute("status"), .attribute("stage")].contains(kind.field)
  }

  /// Whether it says what somebody or something is by a tag, in whichever word.
  var isTag: Bool { readings.values.allSatisfy { if case .tag = $0 { true } else { false } } }

  /// Whether it names a group that people belong to (低保, 独居老人), of which several can be listed.
  var isGroup: Bool {
    guard case .tag? = readings[.people] else { return false }
    return kind == .word || isNoun || noun != nil || !completions.isEmpty
  }

  /// How many values it names.
  var members: Int {
    guard let expression = readings.values.first, case .or(let parts) = expression else { return 1 }
    return parts.count
  }

  var isPlaceList: Bool { isPlace && members > 1 }

  /// Whether it says what is not.
  var isDenied: Bool { readings.values.allSatisfy(\.saysNot) }

  /// This and a value of the same field, joined; nil where they are unlike.
  func beside(_ other: AskUnit, by join: AskPiece) -> AskUnit? {
    guard isLike(other), !isNounOfBoth(other), isDenied == other.isDenied else { return nil }
    let (left, right) = (AskPhrase(self), AskPhrase(other))
    guard left.readings != right.readings else { return nil }
    if join == .list || join == .or, let wider = widest(other) { return wider }
    // 60岁以上、70岁以下 is a range; of either everybody would be left.
    if join != .or, let range = left.and(right), isBound, other.isBound {
      let isRange = range.readings.values.allSatisfy { $0.isRange }
      return isRange ? AskUnit(readings: range.readings, kind: kind, isNoun: isNoun || other.isNoun) : nil
    }
    // 不是投诉、不是举报的: neither.
    if join != .or, isDenied {
      return left.and(right).map { AskUnit(readings: $0.readings, kind: kind, isNoun: isNoun || other.isNoun) }
    }
    guard let either = left.or(right) else { return nil }
    var unit = AskUnit(readings: either.readings, kind: kind, isNoun: isNoun || other.isNoun)
    unit.noun = other.noun
    return unit
  }

  /// 一个月没走访过的和从没走访过的: those never visited are among the first.
  private func widest(_ other: AskUnit) -> AskUnit? {
    func isNever(_ unit: AskUnit) -> Bool {
      unit.readings.values.contains { $0 == .not(.field(.lastVisited, AskDay.ever)) }
    }
    guard isNever(self) != isNever(other) else { return nil }
    return isNever(self) ? other : self
  }

  /// Two nouns are a list of nouns, which has rules of its own.
  private func isNounOfBoth(_ other: AskUnit) -> Bool { isNoun && other.isNoun && !isPlace && kind != .word }

  /// Whether it only says more than, or less than.
  private var isBound: Bool {
    readings.values.allSatisfy { expression in
      guard case .field(_, .compare(let op, _)) = expression.innermost else { return false }
      return ![.equal, .notEqual, .matches].contains(op)
    }
  }
}

extension Expression {
  /// The field that it tests, where it tests one.
  var dimension: AskDimension? {
    switch self {
    case .field(let field, _): return AskDimension(dataset: nil, field: field)
    case .not(let inner): return inner.dimension
    case .related(.any, .records(let dataset), .field(let field, _)),
      .related(.no, .records(let dataset), .field(let field, _)):
      return AskDimension(dataset: dataset, field: field)
    case .related(_, .visits, .field(let field, _)): return AskDimension(dataset: nil, field: field)
    case .or(let parts):
      let all = Set(parts.map(\.dimension))
      return all.count == 1 ? all.first ?? nil : nil
    default: return nil
    }
  }

  /// The test inside a record.
  fileprivate var innermost: Expression {
    if case .related(_, .records, let inner) = self { inner } else { self }
  }

  /// Two bounds of one field that leave something between them, and something outside.
  fileprivate var isRange: Bool {
    guard case .and(let parts) = self, parts.count == 2 else { return false }
    let ups = parts.map { part -> Bool? in
      guard case .field(_, .compare(let op, _)) = part.innermost else { return nil }
      return op == .greater || op == .greaterOrEqual
    }
    return ups[0] != nil && ups[1] != nil && ups[0] != ups[1]
  }
}

extension Expression {
  /// Whether it says what is not, also of what hangs on the row.
  fileprivate var saysNot: Bool {
    switch self {
    case .not, .related(.no, _, _): true
    case .related(.any, _, let inner): inner.saysNot
    default: false
    }
  }
}

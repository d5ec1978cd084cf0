import Identity
import Kernel
import Registry

/// A field of which one of two values stays.
package enum MergeField: String, Sendable, CaseIterable {
  case name, sex
  case birth = "birth_date"
  case death = "death_date"
  case idNumber = "id_number"
  case phone, hukou, ethnicity, education
}

/// Whose value stays: that of the person who is kept, or of the other.
package enum MergeSide: String, Sendable, CaseIterable { case own, other }

/// What must hold where two people become one, without a database.
enum MergeRules {
  /// The person that becomes of two. What nobody has chosen is the kept one's, and where that is empty the other's.
  ///
  /// - Throws: `numbers_differ` for two identity numbers of one kind, unless `despite` says that it is meant; `death_unclear`
  ///   where one has died and nobody says which of them is right; `contradiction` where number, birth and sex do not fit.
  static func merged(
    _ kept: PersonState, _ gone: PersonState, take: [MergeField: MergeSide], despite: Bool, today: Day
  ) throws(Problem) -> PersonState {
    if let one = kept.idNumber, let other = gone.idNumber, one != other, kept.idKind == gone.idKind, !despite {
      throw Problem(
        .conflict, "numbers_differ", "两人的证件号码不同，多半是两个人，不能合并。核对证件后确系同一人的，请注明「证件号码不同仍合并」（numbers_differ）。",
        notes: [.init(.pointer("/numbers_differ"), "证件号码不同。")])
    }
    if (kept.death == nil) != (gone.death == nil), take[.death] == nil {
      throw Problem(
        .conflict, "death_unclear", "一人登记为已去世，另一人没有死亡日期。请先核实，再写明死亡日期取谁的（take 中的 death_date）。",
        notes: [.init(.pointer("/take/death_date"), "请写明取谁的。")])
    }
    func pick(_ field: MergeField) -> String? {
      switch take[field] {
      case .own?: kept[field]
      case .other?: gone[field]
      case nil: kept[field] ?? gone[field]
      }
    }
    var result = kept
    result.name = pick(.name) ?? kept.name
    (result.sex, result.birth, result.death) = (pick(.sex), pick(.birth), pick(.death))
    (result.phone, result.hukou) = (pick(.phone), pick(.hukou))
    (result.ethnicity, result.education) = (pick(.ethnicity), pick(.education))
    result.idNumber = pick(.idNumber)
    if result.idNumber == nil {
      result.idKind = nil
    } else if result.idNumber != kept.idNumber {
      result.idKind = gone.idKind
    }
    try check(result, today: today)
    return result
  }

  private static func check(_ person: PersonState, today: Day) throws(Problem) {
    let (birth, death) = (person.birth.flatMap { Day($0) }, person.death.flatMap { Day($0) })
    try LifeRules.check(birth: birth, death: death, today: today)
    guard let number = person.idNumber else { return }
    let reading = Identifier.read(number, for: .document, on: today)
    if let read = reading.birth, let birth, read != birth {
      throw contradiction(.birth, "所取的出生日期与所取的证件号码不符，请两项取同一人的。")
    }
    if let read = reading.sex, let sex = person.sex, read != sex {
      throw contradiction(.sex, "所取的性别与所取的证件号码不符，请两项取同一人的。")
    }
  }

  private static func contradiction(_ field: MergeField, _ detail: String) -> Problem {
    Problem(.conflict, "contradiction", detail, notes: [.init(.pointer("/take/\(field.rawValue)"), detail)])
  }

  /// A link or tag with its days, of which a person has one at a time: same house and role, or same tag.
  struct Span: Sendable, Equatable {
    let id: Int64
    let key: String
    var since: String?
    var until: String?

    /// Days are texts that sort as days do; an empty one holds on no day.
    func meets(_ other: Span) -> Bool {
      func isEmpty(_ span: Span) -> Bool { span.since != nil && span.until != nil && span.since == span.until }
      guard key == other.key, !isEmpty(self), !isEmpty(other) else { return false }
      return (until ?? Self.never) > (other.since ?? "") && (other.until ?? Self.never) > (since ?? "")
    }

    mutating func takeIn(_ other: Span) {
      since = since.flatMap { own in other.since.map { min(own, $0) } }
      until = until.flatMap { own in other.until.map { max(own, $0) } }
    }

    private static let never = "9999-99-99"
  }

  /// What becomes of the spans of both: those that meet one of the kept person's are taken in by it, the others move.
  static func join(kept: [Span], gone: [Span]) -> (moved: [Int64], removed: [Int64], stretched: [Span]) {
    var (standing, moved, removed) = (kept, [Int64](), [Int64]())
    for span in gone {
      guard let place = standing.firstIndex(where: { $0.meets(span) }) else {
        moved.append(span.id)
        standing.append(span)
        continue
      }
      removed.append(span.id)
      standing[place].takeIn(span)
      // Longer than before, it may reach another one.
      while let next = standing.indices.first(where: { $0 != place && standing[$0].meets(standing[place]) }) {
        let absorbed = standing[next]
        guard next > place else { break }
        standing[place].takeIn(absorbed)
        standing.remove(at: next)
        removed.append(absorbed.id)
        moved.removeAll { $0 == absorbed.id }
      }
    }
    let before = Dictionary(uniqueKeysWithValues: (kept + gone).map { ($0.id, $0) })
    let stretched = standing.filter { before[$0.id] != $0 }
    return (moved, removed, stretched)
  }
}

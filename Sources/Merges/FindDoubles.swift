import FilterLanguage
import Kernel
import Platform
import Registry

/// People who are likely there twice. Who: callers that may write, who may make one of them; both must exist for them.
package enum FindDoubles {
  package struct Double: Sendable {
    /// The rows as lists show them, masked.
    package let left: String
    package let right: String
    package let reasons: [DoubleReason]
    /// 0 to 1.
    package let score: Swift.Double
  }

  static let columns = [
    "id", "name", "sex", "birth_date", "death_date", "id_number", "phone", "hukou", "ethnicity", "education", "address",
    "committee", "source", "version", "updated_at",
  ]

  /// So many people are looked at for one page, and for so long: it may come short, and the next goes on.
  private static let patience = (people: 20_000, time: Duration.milliseconds(400))
  private static let batch = 250

  /// - Parameters:
  ///   - area: a code; nil for all that the caller sees.
  ///   - after: the person after whom to go on.
  /// - Throws: `unknown_area`.
  package static func run(
    area: String?, after: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (items: [Double], next: Int64?) {
    try caller.must(.write)
    let policy = try AccessPolicy(caller, app)
    let scope = policy.scope(within: try area.map { [try id(of: $0, policy)] })
    let people = policy.live.index.everyone(.people, scope: scope)
    var place = after.map { people.rank(UInt32(clamping: $0)) } ?? 0
    let (last, clock) = (place + patience.people, ContinuousClock())
    let end = clock.now + patience.time
    var pairs: [DoublePair] = []
    while pairs.count < limit, place < min(last, people.count), clock.now < end {
      let ids = people.ids(offset: place, limit: batch)
      place += ids.count
      let found = try await app.store.read { try $0.doubles(of: ids) }
      pairs += found.filter {
        people.contains(UInt32(truncatingIfNeeded: $0.right)) && !reasons($0, policy).isEmpty
      }
    }
    var next = place < people.count ? people.member(at: place - 1).map { Int64($0) } : nil
    // All of one person come together, or the cursor would lose some.
    if pairs.count > limit {
      let last = pairs[limit - 1].left
      pairs.removeAll { $0.left > last }
      next = last
    }
    return (try await shown(pairs, policy, caller, app), next)
  }

  /// A house out of sight is no reason: it would tell where somebody has lived.
  private static func reasons(_ pair: DoublePair, _ policy: AccessPolicy) -> [DoubleReason] {
    (pair.isBornAlike ? [.nameAndBirth] : [])
      + (pair.houses.contains { policy.exists(.houses, $0) } ? [.nameAndHouse] : [])
  }

  private static func id(of code: String, _ policy: AccessPolicy) throws(Problem) -> Int64 {
    guard let area = policy.tree.area(code: code), policy.live.visibleAreas(to: policy.caller).contains(area.id) else {
      throw Problem(
        .invalid, "unknown_area", "没有代码为「\(code)」的区划。",
        notes: [.init(.parameter("area"), "没有代码为「\(code)」的区划。")])
    }
    return Int64(area.id)
  }

  private static func shown(
    _ pairs: [DoublePair], _ policy: AccessPolicy, _ caller: Caller, _ app: AppContext
  ) async throws -> [Double] {
    let ids = Set(pairs.flatMap { [$0.left, $0.right] }).map { UInt32(truncatingIfNeeded: $0) }
    let (scope, day) = (policy.live.placedScope(of: caller), app.clock.today)
    let rows = try await app.store.read {
      try $0.rows(of: .people, ids: ids, columns: columns, asOf: day, scope: scope)
    }
    return pairs.compactMap { pair in
      guard let left = rows[UInt32(truncatingIfNeeded: pair.left)],
        let right = rows[UInt32(truncatingIfNeeded: pair.right)]
      else { return nil }
      let reasons = reasons(pair, policy)
      let doubt = reasons.reduce(1) { $0 * (1 - $1.weight) }
      return Double(left: left, right: right, reasons: reasons, score: ((1 - doubt) * 100).rounded() / 100)
    }
  }
}

import FilterLanguage

/// What the last commits touched, so that a kept answer is brought up to date by asking again only about rows near them.
struct CommitLog {
  /// Rows within 0, 1, 2 … links of what a commit changed; a distance beyond the last is anywhere.
  typealias Rings = [Touched]

  static let furthest = 5
  private static let kept = 256
  /// So many rows in the rings of all commits together: some megabytes. A roster's commits touch tens of thousands each.
  static let keptRows = 500_000
  /// Near so many rows an answer is made anew.
  private static let most = 20_000
  private var commits: [(generation: UInt64, rings: Rings, rows: Int)] = []
  /// In the rings of all commits.
  private(set) var rows = 0

  /// The rings around touched rows as the links are now.
  static func rings(around touched: Touched, _ world: World) -> Rings {
    var rings = [touched]
    while rings.count <= furthest, let last = rings.last, last.count < most {
      let next = world.neighbours(of: last)
      rings.append(next)
    }
    return rings.filter { $0.count < most }
  }

  /// The links before and after a commit both count.
  mutating func append(_ generation: UInt64, before: Rings, after: Rings) {
    let rings = zip(before, after).map { before, after in
      var both = before
      both.formUnion(after)
      return both
    }
    commits.append((generation, rings, rings.reduce(0) { $0 + $1.count }))
    rows += commits.last?.rows ?? 0
    while commits.count > CommitLog.kept || rows > CommitLog.keptRows { rows -= commits.removeFirst().rows }
  }

  /// Forgets everything: no answer from before can be brought up to date.
  mutating func clear() { (commits, rows) = ([], 0) }

  /// The rows of a subject whose answer may differ since a generation, for a question that looks `length` links far;
  /// nil when that is not known any more. Every generation is one commit.
  func changed(since generation: UInt64, now: UInt64, _ subject: Subject, within length: Int) -> Bitmap? {
    let missed = Int(now - generation)
    guard missed <= commits.count else { return nil }
    var ids: [UInt32] = []
    for commit in commits.suffix(missed) {
      guard length < commit.rings.count else { return nil }
      let ring = commit.rings[length]
      switch subject {
      case .people: ids += ring.people
      case .houses: ids += ring.houses
      case .buildings: ids += ring.buildings
      case .shops: ids += ring.shops
      case .assets: ids += ring.assets
      case .workOrders: ids += ring.orders
      case .visits, .records: return nil
      }
      if ids.count > CommitLog.most { return nil }
    }
    return Bitmap(ids.sorted())
  }
}

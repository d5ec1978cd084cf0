import Kernel

/// Moments as minutes since 1970 (UTC): half of what milliseconds take, and all that lists and clocks of orders need.
/// `noDay` is a missing one.
enum Minutes {
  private static let eastOfUTC: Int64 = 8 * 60

  static func of(_ moment: Instant) -> Int32 {
    let (minutes, rest) = moment.milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return clamped(rest < 0 ? minutes - 1 : minutes)
  }

  static func of(_ moment: Instant?) -> Int32 { moment.map { of($0) } ?? noDay }

  /// The first minute of a Shanghai day.
  static func start(of day: Int32) -> Int32 { clamped(Int64(day) * 1440 - eastOfUTC) }

  /// The Shanghai day that a minute lies in.
  static func day(_ minute: Int32) -> Int32 {
    let shanghai = Int64(minute) + eastOfUTC
    return Int32(shanghai >= 0 ? shanghai / 1440 : (shanghai - 1439) / 1440)
  }

  private static func clamped(_ value: Int64) -> Int32 { Int32(min(max(value, Int64(noDay) + 1), Int64(Int32.max))) }
}

/// The work orders. At most 100 bytes each.
///
/// **Overdue** is an order whose clock runs and whose due time has passed: by the minute of `now` for the index's day, by
/// the end of the day for any other, where one that stopped later ran. What was finished late is not overdue any more.
final class OrderTable {
  let all = Bitmap()
  let source = WordColumn()
  let kind = WordColumn()
  let category = WordColumn()
  let state = WordColumn()
  let unit = WordColumn()
  let duty = WordColumn()
  /// Units that help: many on an order, seldom any.
  private(set) var helpers = Words()
  private let helped = BitmapFamily()
  private var helping: [UInt32: [Int]] = [:]
  /// By the committees that lead or help, wherever the order lies.
  let given = BitmapFamily()
  private var givenTo: [UInt32: [Int]] = [:]
  let urgent = Bitmap()
  let supervised = Bitmap()
  let reported = Column<Int32>(fill: noDay)
  let due = Column<Int32>(fill: noDay)
  let closed = Column<Int32>(fill: noDay)
  /// `openEnd` while the clock runs.
  let stopped = Column<Int32>(fill: noDay)
  let satisfaction = Column<UInt8>(fill: 0)
  let house = Column<UInt32>(fill: 0)
  let building = Column<UInt32>(fill: 0)
  let shop = Column<UInt32>(fill: 0)
  let ofHouse = Chain()
  let ofBuilding = Chain()
  let ofShop = Chain()
  /// 0 for a row that is not there.
  let area = Column<UInt32>(fill: 0)
  /// By the smallest sure area only, not by those above.
  let places = BitmapFamily()
  let updated = Column<Int32>(fill: noDay)
  /// Those whose clock runs, and those of them that are overdue now.
  let running = Bitmap()
  let overdue = Bitmap()

  var words: [WordColumn] { [source, kind, category, state, unit, duty] }

  func put(_ facts: WorkOrderFacts, now: Int32) {
    let id = facts.id
    drop(id)
    all.add(id)
    source.set(facts.source, for: id)
    kind.set(facts.kind, for: id)
    category.set(facts.category, for: id)
    state.set(facts.state, for: id)
    unit.set(facts.unit, for: id)
    duty.set(facts.duty, for: id)
    for unit in facts.assisting {
      let code = Int(helpers.code(of: unit))
      helped.add(id, to: code)
      helping[id, default: []].append(code)
    }
    for area in Set(facts.givenTo) {
      given.add(id, to: Int(area))
      givenTo[id, default: []].append(Int(area))
    }
    if facts.isUrgent { urgent.add(id) }
    if facts.isSupervised { supervised.add(id) }
    reported[id] = Minutes.of(facts.reportedAt)
    due[id] = Minutes.of(facts.dueAt)
    closed[id] = Minutes.of(facts.closedAt)
    stopped[id] = facts.stoppedAt.map { Minutes.of($0) } ?? openEnd
    if stopped[id] == openEnd {
      running.add(id)
      if due[id] < now { overdue.add(id) }
    }
    satisfaction[id] = facts.satisfaction ?? 0
    place(facts)
    updated[id] = facts.updatedAt.day.number
  }

  private func place(_ facts: WorkOrderFacts) {
    let id = facts.id
    for (there, column, chain) in [
      (facts.house, house, ofHouse), (facts.building, building, ofBuilding), (facts.shop, shop, ofShop),
    ] {
      guard let there else { continue }
      column[id] = there
      chain.insert(id, under: there)
    }
    area[id] = facts.area
    places.add(id, to: Int(facts.area))
  }

  func drop(_ id: UInt32) {
    guard area[id] != 0 else { return }
    for set in [all, urgent, supervised, running, overdue] { set.remove(id) }
    for word in words { word.set(nil, for: id) }
    for code in helping.removeValue(forKey: id) ?? [] { helped.remove(id, from: code) }
    for area in givenTo.removeValue(forKey: id) ?? [] { given.remove(id, from: area) }
    for (column, chain) in [(house, ofHouse), (building, ofBuilding), (shop, ofShop)] where column[id] != 0 {
      chain.remove(id, from: column[id])
      column[id] = 0
    }
    places.remove(id, from: Int(area[id]))
    area[id] = 0
  }

  /// Those that a unit leads or helps with.
  func concerning(_ unit: String) -> Bitmap {
    func members(_ words: Words, _ family: BitmapFamily) -> Bitmap? {
      words.texts.firstIndex(of: unit).flatMap { $0 == 0 ? nil : family[$0] }
    }
    return .union([members(self.unit.words, self.unit.members), members(helpers, helped)].compactMap { $0 })
  }

  /// Those whose being overdue differs between two minutes.
  func turning(between old: Int32, and new: Int32) -> Bitmap {
    let (low, high) = (min(old, new), max(old, new))
    let due = due.view
    return running.filter { due[$0] >= low && due[$0] < high }
  }

  /// Draws those anew that `turning` named.
  func turn(_ ids: Bitmap, now: Int32) {
    ids.each { if due[$0] < now { overdue.add($0) } else { overdue.remove($0) } }
  }

  func seal() {
    helped.seal()
    given.seal()
    places.seal()
    for column in words { column.members.seal() }
    for set in [all, urgent, supervised, running, overdue] { set.optimize() }
  }
}

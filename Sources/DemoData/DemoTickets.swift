import FilterLanguage
import Foundation
import Kernel
import Storage

/// Invents work orders over the year before a day: the same from the same seed, number, day and houses.
///
/// Matters and places are distributed as Zipf found words to be: a few make most of the trouble. Ids go by the time of the
/// report. Of nobody: orders name no reporter.
struct DemoTickets {
  private static let days = 365
  /// Orders of a batch: enough to be worth a transaction.
  private static let each = 10_000

  private let count: Int
  private let maker: DemoTicketMaker
  private let seed: UInt64

  init(_ store: Store, count: Int, seed: UInt64, asOf: Day) async throws {
    (self.count, self.seed) = (count, seed)
    var places = count > 0 ? try await store.read { try $0.demoOrderPlaces() } : []
    // Which house is the hottest is for the seed to say, not for the order in which they were built.
    var random = DemoRandom(seed: seed, stream: .max)
    random.shuffle(&places)
    maker = DemoTicketMaker(
      count: count, places: places, shops: places.filter { $0.shop != nil }, from: asOf.adding(days: -Self.days),
      days: Self.days, calendar: try ReferenceCatalogue.calendar())
  }

  /// In order, made in parallel.
  func batches() -> AsyncThrowingStream<[DemoOrder], any Error> {
    let (count, maker, seed, each) = (maker.places.isEmpty ? 0 : count, maker, seed, Self.each)
    let queue = DemoQueue(count: (count + each - 1) / each, ahead: 4) { index in
      var random = DemoRandom(seed: seed, stream: UInt64(1 << 40 + index))
      return (index * each..<min((index + 1) * each, count)).map { maker.make($0, &random) }
    }
    return AsyncThrowingStream { try await queue.next() }
  }
}

/// Makes one order by its place among all.
struct DemoTicketMaker: Sendable {
  let count: Int
  let places: [DemoOrderPlace]
  let shops: [DemoOrderPlace]
  private let from: Day
  private let days: Int
  /// By days since `from`: the days that 1, 5, 7 and 15 working days later are.
  private let ends: [Int: [Day]]
  private let matters: DemoChoices<Int>

  private static let dayLength: Int64 = 86_400_000

  init(
    count: Int, places: [DemoOrderPlace], shops: [DemoOrderPlace], from: Day, days: Int, calendar: WorkingCalendar
  ) {
    (self.count, self.places, self.shops) = (count, places, shops)
    (self.from, self.days) = (from, days)
    ends = Dictionary(
      uniqueKeysWithValues: Set(DemoMatter.all.map(\.days)).map { length in
        (length, (0..<days).map { calendar.adding(length, workingDaysTo: from.adding(days: $0)) })
      })
    matters = DemoChoices(DemoMatter.all.indices.map { ($0, 1 / Double($0 + 1)) })
  }

  func make(_ index: Int, _ random: inout DemoRandom) -> DemoOrder {
    let (day, reported) = moment(index)
    let matter = DemoMatter.all[random.pick(matters)]
    let place = place(matter, &random)
    let due = Self.at(ends[matter.days]?[day] ?? from, Double(random.int(0...7)) / 24 + 0.4)
    let first = (day * count + days - 1) / days
    let number = "\(Self.packed(from.adding(days: day)))-\(Self.padded(index - first + 1))"
    let source = random.chance(0.82) ? "12345" : random.chance(0.6) ? "社工上报" : "随申拍"
    var order = DemoOrder(
      number: number, source: source, externalID: "D\(Self.padded(index + 1))", kind: matter.kind,
      title: matter.category, text: "\(place.address)：\(matter.text)", category: matter.category, duty: matter.duty,
      unit: matter.unit, state: .closed, isUrgent: random.chance(0.03), isSupervised: random.chance(0.02),
      place: place, reported: reported, due: due)
    live(&order, matter, &random)
    return order
  }

  /// The day's number, and a moment in it: most in the daytime. Ever later with the index.
  private func moment(_ index: Int) -> (day: Int, Instant) {
    let position = Double(index) * Double(days) / Double(count)
    let day = min(index * days / count, days - 1)
    let part = min(max(position - Double(day), 0), 0.9999)
    let hour =
      part < 0.06 ? part / 0.06 * 7 : part < 0.92 ? 7 + (part - 0.06) / 0.86 * 14 : 21 + (part - 0.92) / 0.08 * 3
    return (day, Self.at(from.adding(days: day), hour / 24))
  }

  private func place(_ matter: DemoMatter, _ random: inout DemoRandom) -> DemoOrderPlace {
    let wantsShop = matter.site == .shop || (matter.site == .either && random.chance(0.3))
    let pool = wantsShop && !shops.isEmpty ? shops : places
    // Ranks whose frequency falls with their number.
    let rank = Int(pow(Double(pool.count), random.unit())) - 1
    var place = pool[min(max(rank, 0), pool.count - 1)]
    if !wantsShop { place.shop = nil }
    if random.chance(0.12) { (place.house, place.shop) = (nil, nil) }
    return place
  }

  /// What became of it until the end of the year.
  private func live(_ order: inout DemoOrder, _ matter: DemoMatter, _ random: inout DemoRandom) {
    let now = Self.at(from.adding(days: days), 0)
    func after(_ moment: Instant, _ share: Double) -> Instant {
      let span = Double(max(order.due.milliseconds - order.reported.milliseconds, Self.dayLength))
      return Instant(milliseconds: moment.milliseconds + Int64(span * share / 60_000) * 60_000)
    }
    let accepted = after(order.reported, 0.02 + random.unit() * 0.1)
    // Nine of ten in time, some late, one of two hundred never.
    let share = random.chance(0.005) ? 1e6 : random.chance(0.9) ? 0.2 + random.unit() * 0.7 : 1 + random.unit() * 1.5
    let resolved = after(order.reported, min(share, 1e5))
    let closed = Instant(milliseconds: resolved.milliseconds + Self.dayLength * Int64(random.int(1...4)))
    if let helper = matter.helper, random.chance(0.15) { order.helper = helper }
    guard accepted < now else {
      order.state = random.chance(0.4) ? .received : .dispatched
      return
    }
    order.accepted = accepted
    guard resolved < now else {
      order.state = random.chance(0.02) ? .suspended : random.chance(0.3) ? .accepted : .inProgress
      if order.state == .suspended { order.suspended = accepted }
      return
    }
    order.resolved = resolved
    if random.chance(0.01) {
      (order.state, order.accepted, order.helper) = (.rejected, nil, nil)
      return
    }
    order.state = closed < now ? .closed : .resolved
    guard order.state == .closed else { return }
    order.closed = closed
    if random.chance(0.7) { order.satisfaction = random.chance(0.85) ? random.int(4...5) : random.int(1...3) }
  }

  private static func at(_ day: Day, _ part: Double) -> Instant {
    Instant(milliseconds: Int64(day.number) * dayLength - 8 * 3_600_000 + Int64(part * 86_400) * 1000)
  }

  private static func packed(_ day: Day) -> Int {
    let (year, month, day) = day.parts
    return year * 10_000 + month * 100 + day
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

import Analytics
import HotSpots
import Kernel
import Platform
import Server

/// A building with what its plate says.
package struct BuildingPlace: Sendable {
  package let id: UInt32
  package let committee: UInt32
  package let grid: UInt32?
  /// The road, and the lane where there is one: 雁荡路38弄.
  package let lane: String
  /// Within the lane, or on the road: 5号.
  package let number: String

  /// - Parameters:
  ///   - address: in canonical form, as 雁荡路38弄5号.
  ///   - lane: its number only.
  init(id: UInt32, committee: UInt32, grid: UInt32?, address: String, road: String, lane: String?) {
    (self.id, self.committee, self.grid) = (id, committee, grid)
    let inLane = lane.map { "\(road)\($0)弄" }.flatMap { address.hasPrefix($0) ? $0 : nil }
    self.lane = inLane ?? road
    number = address.hasPrefix(self.lane) ? String(address.dropFirst(self.lane.count)) : address
  }
}

/// The parts of the map: a committee's lanes and roads, their buildings in the order of their numbers, and how many work orders
/// are open in each.
struct BuildingMap: Sendable {
  private let board: BoardRequest
  private let places: [BuildingPlace]

  /// More buildings than this are shown by lane only.
  private static let most = 6000

  init(_ all: [BuildingPlace], _ board: BoardRequest) {
    self.board = board
    places =
      board.policy.areas.map { areas in
        all.filter { areas.contains($0.committee) || $0.grid.map(areas.contains) ?? false }
      } ?? all
  }

  /// - Parameters:
  ///   - open: ids of open orders.
  ///   - byArea: how many there are by area, as shown.
  func json(open: [UInt32], _ book: TicketBook, _ byArea: Spread?) -> JSONValue {
    var counts: [UInt32: Int] = [:]
    for id in open { if let ticket = book.table[id], ticket.building != 0 { counts[ticket.building, default: 0] += 1 } }
    let parts = Dictionary(grouping: places, by: \.committee)
    let committees = parts.keys.compactMap { board.policy.tree.byID[$0] }.sorted { $0.code < $1.code }
    return .array(
      committees.map { committee in
        committeeJSON(committee, parts[committee.id] ?? [], counts, of: cell(of: committee, byArea))
      })
  }

  private func committeeJSON(
    _ committee: AreaFacts, _ places: [BuildingPlace], _ counts: [UInt32: Int], of whole: Cell
  ) -> JSONValue {
    let hasBuildings = self.places.count <= Self.most
    let lanes = Dictionary(grouping: places, by: \.lane).sorted { isBefore($0.key, $1.key) }
      .map { (name: $0.key, buildings: $0.value.sorted { isBefore($0.number, $1.number) }) }
    let open = lanes.map { lane in lane.buildings.map { counts[$0.id] ?? 0 } }
      .map { hasBuildings ? $0 : [$0.reduce(0, +)] }
    let figures = open.flatMap { $0 }
    let cells = board.ofOrders?.parts(figures, of: whole) ?? figures.map { .shown($0) }
    var (shown, next): ([JSONValue], Int) = ([], 0)
    for (lane, own) in zip(lanes, open) {
      shown.append(
        .object(
          [
            .init("name", .string(lane.name)), .init("buildings", .integer(lane.buildings.count)),
            .init("numbers", .texts(hasBuildings ? lane.buildings.map(\.number) : [])),
          ] + Spread.members(Array(cells[next..<next + own.count]))))
      next += own.count
    }
    return ["area": .string(committee.code), "name": .string(committee.name), "lanes": .array(shown)]
  }

  private func cell(of committee: AreaFacts, _ byArea: Spread?) -> Cell {
    guard let byArea, let index = board.areas.list.firstIndex(where: { $0.id == committee.id }) else {
      return .withheld
    }
    return byArea.byArea[index]
  }

  /// 2号 before 10号, as one walks along.
  private func isBefore(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Self.number(left), Self.number(right))
    return a.text == b.text ? (a.number, left) < (b.number, right) : a.text < b.text
  }

  /// What stands before the first digits, and these.
  private static func number(_ text: String) -> (text: Substring, number: Int) {
    let head = text.prefix { !$0.isNumber }
    return (head, Int(text.dropFirst(head.count).prefix { $0.isASCII && $0.isNumber }) ?? 0)
  }
}

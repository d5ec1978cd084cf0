import HotSpots
import Kernel

/// An invented year as the office would hold it.
struct YearInTable {
  /// The year's first day is the last of November 2025.
  static let firstDay: Int32 = 20_413
  let year: InventedYear
  var names = StreetNames()
  var table = TicketTable()
  var categories: [String] = [""]
  var asOf: Day { Day(number: Self.firstDay + Int32(InventedYear.days) - 1) }

  init(_ year: InventedYear) {
    self.year = year
    let street = year.street
    let roads = street.roads.map { names.road($0) }
    for compound in street.compounds {
      names.add(compound: compound.id, names: [compound.name], lane: (roads[compound.road], UInt16(compound.lane)))
    }
    var shopAt: [Int: UInt32] = [:]
    for shop in street.shops {
      let building = street.buildings[street.houses[shop.house].building]
      names.add(
        StreetNames.Shop(
          id: shop.id, name: shop.name, committee: building.committee, building: building.id,
          road: roads[building.road],
          number: UInt16(building.number)))
      shopAt[shop.house] = shop.id
    }
    var numbers: [String: UInt16] = [:]
    for written in year.tickets {
      var ticket = Ticket()
      ticket.id = written.id
      ticket.reported = (Self.firstDay + Int32(written.day)) * 1440 + Int32(written.id % 1440)
      if numbers[written.category] == nil {
        numbers[written.category] = UInt16(categories.count)
        categories.append(written.category)
      }
      ticket.category = numbers[written.category] ?? 0
      ticket.reporter = written.reporter
      ticket.unit = Desks.unit(of: written.category)
      ticket.kind = written.text.contains("咨询") || written.text.contains("询问") ? .consultation : .request
      ticket.committee = written.committee
      if let building = written.building.map({ street.buildings[$0] }) {
        ticket.building = building.id
        ticket.compound = building.compound.map { street.compounds[$0].id } ?? 0
        (ticket.road, ticket.number) = (roads[building.road], UInt16(building.number))
      }
      if let house = written.house {
        ticket.house = street.houses[house].id
        ticket.shop = shopAt[house] ?? 0
      }
      table.put(
        TicketReader.read(ticket, text: written.text, address: written.building == nil ? written.address : "", names))
    }
  }

  /// For each hot spot the cause that most of its evidence belongs to, where that is half of the evidence and of the cause.
  func found(_ spots: [HotSpot]) -> [Int?] {
    var sizes: [Int: Int] = [:]
    for written in year.tickets { if let cause = written.cause { sizes[cause, default: 0] += 1 } }
    return spots.map { spot in
      var counts: [Int: Int] = [:]
      for evidence in spot.evidence {
        if let cause = year.tickets[Int(evidence.ticket) - 1].cause { counts[cause, default: 0] += 1 }
      }
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.value * 2 >= spot.evidence.count, best.value * 2 >= sizes[best.key] ?? 0
      else { return nil }
      return best.key
    }
  }
}

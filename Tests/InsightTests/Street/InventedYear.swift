/// A year of 20,000 tickets on an invented street, with 30 hidden causes among them.
///
/// Written after how residents report: most tickets have nothing to do with each other; those of one cause go to other
/// departments, call the thing otherwise, and give their own address, a wrong number, or none.
struct InventedYear {
  struct Written {
    var id: UInt32 = 0
    var day: Int
    var category: String
    var text: String
    /// As typed; empty where none was given.
    var address = ""
    /// What the office's register made of the address.
    var house: Int?
    var building: Int?
    var committee: UInt32 = 0
    var reporter: UInt32
    var cause: Int?
  }

  static let days = 365
  var street: InventedStreet
  var tickets: [Written] = []
  /// Kind and place of each cause, for reading.
  var causes: [String] = []
  private var dice: Dice
  /// Running sums of how often compounds, fronts and roads are reported about: a few often, most seldom.
  private var compoundSums: [Double] = []
  private var shopSums: [Double] = []
  private var matterSums: [[Double]] = []

  init(seed: UInt64, count: Int = 20_000, causes: Int = 30) {
    dice = Dice(seed: seed)
    street = InventedStreet(&dice)
    prepare()
    for cause in 0..<causes { plant(cause) }
    addDecoys()
    while tickets.count < count { tickets.append(ordinary()) }
    tickets.sort { ($0.day, $0.text) < ($1.day, $1.text) }
    for index in tickets.indices { tickets[index].id = UInt32(index + 1) }
  }

  private mutating func prepare() {
    var sum = 0.0
    for compound in street.compounds {
      let homes = compound.buildings.reduce(0) { $0 + street.buildings[$1].houses.count }
      sum += Double(homes) * (dice.chance(0.1) ? 3 : 0.3 + dice.unit())
      compoundSums.append(sum)
    }
    sum = 0
    for _ in street.shops {
      sum += 0.2 + 1 / (0.02 + dice.unit())
      shopSums.append(sum)
    }
    for month in 1...12 {
      var sum = 0.0
      matterSums.append(
        OrdinaryMatter.all.map { matter in
          sum += matter.share * (matter.season.contains(month) ? 2.5 : 1)
          return sum
        })
    }
  }

  // MARK: The ordinary

  private mutating func ordinary(day: Int? = nil, compound: Int? = nil, matter: OrdinaryMatter? = nil, shop: Int? = nil)
    -> Written
  {
    let day = day ?? dice.int(0...(Self.days - 1))
    let matter = matter ?? OrdinaryMatter.all[dice.draw(matterSums[day * 12 / Self.days])]
    return matter.isOfShops ? atShop(matter, day, shop) : atHome(matter, day, compound)
  }

  private mutating func atHome(_ matter: OrdinaryMatter, _ day: Int, _ given: Int?) -> Written {
    let number = given ?? dice.draw(compoundSums)
    let compound = street.compounds[number]
    let building = dice.pick(compound.buildings)
    let house = dice.pick(street.buildings[building].houses)
    let other = street.houses[dice.pick(street.buildings[building].houses)].room ?? "201"
    let plate = street.buildings[building].plate
    let text = dice.pick(matter.wordings)
      .replacing("{小区}", with: dice.pick([compound.name, compound.name, "我们小区", "本小区"]))
      .replacing("{路}", with: street.roads[compound.road]).replacing("{室}", with: dice.pick(["\(other)室", "楼上", "隔壁"]))
      .replacing("{楼}", with: dice.pick(["\(plate)号", "\(plate)号楼", "我们这栋", "本楼"]))
    var ticket = Written(day: day, category: matter.category, text: dressed(text), reporter: reporter(house))
    locate(&ticket, house, dice.unit())
    return ticket
  }

  private mutating func atShop(_ matter: OrdinaryMatter, _ day: Int, _ given: Int?) -> Written {
    var number = given ?? dice.draw(shopSums)
    while given == nil, !matter.trades.contains(street.shops[number].trade) { number = dice.draw(shopSums) }
    let shop = street.shops[number]
    let building = street.buildings[street.houses[shop.house].building]
    let road = street.roads[building.road]
    let name = dice.pick([
      shop.name, shop.name, "\(road)\(building.number)号的\(shop.trade)店", "\(road)的\(shop.name)", "楼下\(shop.trade)店",
      "一家\(shop.trade)店",
    ])
    let text = dice.pick(matter.wordings).replacing("{店}", with: name).replacing("{路}", with: road)
    var ticket = Written(
      day: day, category: matter.category, text: dressed(text), reporter: UInt32(dice.int(1...60_000)))
    locate(&ticket, shop.house, dice.unit())
    return ticket
  }

  /// Six in ten give an address that the register knows, others the building, or something in words.
  private mutating func locate(_ ticket: inout Written, _ house: Int, _ roll: Double) {
    let building = street.houses[house].building
    if roll < 0.6 {
      (ticket.address, ticket.house, ticket.building) = (street.address(house), house, building)
    } else if roll < 0.75 {
      ticket.address = street.address(street.buildings[building].houses[0]).replacing("101室", with: "")
      ticket.building = building
    } else if roll < 0.9 {
      ticket.address = street.roads[street.buildings[building].road] + (dice.chance(0.5) ? "附近" : "")
    }
    if ticket.building != nil || dice.chance(0.75) { ticket.committee = street.buildings[building].committee }
  }

  private mutating func dressed(_ text: String) -> String {
    dice.pick(OrdinaryMatter.openings) + text + dice.pick(OrdinaryMatter.closings)
  }

  /// One who lives there; a few report again and again.
  private mutating func reporter(_ house: Int) -> UInt32 { UInt32(60_000 + house * 2 + dice.int(0...1)) }

  // MARK: The hidden

  private mutating func plant(_ number: Int) {
    let cause = HiddenCause.all[number % HiddenCause.all.count]
    let seat = seat(of: cause)
    let size = dice.int(4...9)
    let span = dice.int(3...30)
    let start = dice.int(0...(Self.days - span))
    var faces: [Int] = []
    for index in 0..<size {
      faces.append(index < 3 ? Self.fresh(faces, cause, &dice) : dice.int(0...(cause.faces.count - 1)))
    }
    causes.append("\(cause.kind) \(street.address(seat))")
    for (index, face) in faces.enumerated() {
      let day = index == 0 ? start : index == 1 ? start + span - 1 : start + dice.int(0...(span - 1))
      tickets.append(complain(cause, number, seat, face, day))
    }
  }

  private static func fresh(_ faces: [Int], _ cause: HiddenCause, _ dice: inout Dice) -> Int {
    while true {
      let face = dice.int(0...(cause.faces.count - 1))
      if !faces.contains(face) { return face }
    }
  }

  /// Where it is: often without any entry in the register of shops.
  private mutating func seat(of cause: HiddenCause) -> Int {
    switch cause.seat {
    case .front:
      if let sign = cause.sign, dice.chance(0.5) {
        let known = street.shops.filter { $0.name.contains(sign) || sign.contains($0.trade) }
        if !known.isEmpty { return dice.pick(known).house }
      }
      return dice.pick(street.fronts)
    case .flat: return dice.pick(street.buildings[dice.pick(dice.pick(street.compounds).buildings)].houses)
    case .yard: return street.buildings[dice.pick(dice.pick(street.compounds).buildings)].houses[0]
    }
  }

  private mutating func complain(_ cause: HiddenCause, _ number: Int, _ seat: Int, _ face: Int, _ day: Int) -> Written {
    let building = street.buildings[street.houses[seat].building]
    let road = street.roads[building.road]
    let compound = building.compound.map { street.compounds[$0] }
    var call = dice.pick(cause.calls)
    if let shop = street.shops.first(where: { $0.house == seat }), cause.sign != nil, dice.chance(0.35) {
      call = shop.name
    }
    var ticket = Written(
      day: day, category: cause.faces[face].category, text: "",
      reporter: UInt32(200_000 + number * 100 + dice.int(0...99)),
      cause: number)
    let roll = dice.unit()
    if roll < 0.3 {
      (ticket.address, ticket.house, ticket.building) = (street.address(seat), seat, street.houses[seat].building)
      if cause.seat == .flat, let room = street.houses[seat].room, dice.chance(0.4) { call = "\(room)室" }
    } else if roll < 0.5 {
      let own = neighbour(of: seat)
      (ticket.address, ticket.house, ticket.building) = (street.address(own), own, street.houses[own].building)
    } else if roll < 0.65 {
      ticket.address =
        "\(road)\(max(1, building.number + dice.pick([-4, -2, -1, 1, 2, 4, 6])))\(compound == nil ? "号" : "弄")"
    } else if roll < 0.8 {
      call =
        dice.pick([
          "\(road)上", "\(road)靠近\(crossing(road))", "\(road)\(crossing(road))路口", "\(road)\(building.number)号附近",
        ]) + call
    } else if roll < 0.9 {
      call = (compound.map { dice.pick(["\($0.name)里面", "\($0.name)", "\(road)\($0.lane)弄"]) } ?? "\(road)弄口") + call
    }
    if ticket.building != nil || dice.chance(0.75) { ticket.committee = building.committee }
    let wordings = cause.faces[face].wordings
    ticket.text = dressed(dice.pick(wordings).replacing("{它}", with: call).replacing("{路}", with: road))
    if dice.chance(0.08) { ticket.category = dice.pick(OrdinaryMatter.all).category }
    return ticket
  }

  /// A home from which it can be heard: in the same building, the next one, or the next door on the road.
  private mutating func neighbour(of seat: Int) -> Int {
    let building = street.houses[seat].building
    let around =
      street.buildings[building].compound.map { street.compounds[$0].buildings }
      ?? street.buildings.indices.filter {
        street.buildings[$0].road == street.buildings[building].road
          && abs(street.buildings[$0].number - street.buildings[building].number) <= 8
      }
    let home = dice.chance(0.5) ? building : dice.pick(around)
    return dice.pick(street.buildings[home].houses)
  }

  private func crossing(_ road: String) -> String {
    let index = street.roads.firstIndex(of: road) ?? 0
    return street.roads[(index + 7) % street.roads.count]
  }

  // MARK: What only looks like it

  private mutating func addDecoys() {
    // A big compound, with 200 more of everything.
    let sizes = street.compounds.map { $0.buildings.count }
    let big = sizes.firstIndex(of: sizes.max() ?? 0) ?? 0
    for _ in 0..<200 {
      var matter = dice.pick(OrdinaryMatter.all)
      while matter.isOfShops { matter = dice.pick(OrdinaryMatter.all) }
      tickets.append(ordinary(compound: big, matter: matter))
    }
    // A bar about whose noise somebody calls all the year.
    let noise = OrdinaryMatter.all.first { $0.category == "营业场所噪声" }
    let bar = street.shops.firstIndex { $0.trade == "酒吧" } ?? 0
    for _ in 0..<60 { tickets.append(ordinary(matter: noise, shop: bar)) }
    // One day without water.
    let water = OrdinaryMatter.all.first { $0.category == "停水水压水质" }
    let property = OrdinaryMatter.all.first { $0.category == "物业服务质量" }
    let (dry, day) = (dice.int(0...(street.compounds.count - 1)), dice.int(0...(Self.days - 1)))
    for index in 0..<45 { tickets.append(ordinary(day: day, compound: dry, matter: index % 9 == 0 ? property : water)) }
  }
}

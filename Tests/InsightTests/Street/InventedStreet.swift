/// A street of sixteen committees: roads, compounds in lanes, houses on the road, shops. All invented.
struct InventedStreet {
  struct Compound { var id: UInt32, name: String, road: Int, lane: Int, committee: UInt32, buildings: [Int] }
  struct Building {
    var id: UInt32, road: Int, number: Int, compound: Int?, plate: Int, committee: UInt32, houses: [Int]
  }
  struct House { var id: UInt32, building: Int, room: String? }
  struct Shop { var id: UInt32, name: String, trade: String, house: Int }

  var roads: [String] = []
  var compounds: [Compound] = []
  var buildings: [Building] = []
  var houses: [House] = []
  var shops: [Shop] = []
  /// Houses on the road that have a shop, and those that stand empty of one.
  var fronts: [Int] = []

  init(_ dice: inout Dice) {
    var names = Set<String>()
    while names.count < 36 {
      names.insert(
        dice.pick(Self.roadFirst) + dice.pick(Self.roadSecond) + dice.pick(["路", "路", "路", "东路", "西路", "街"]))
    }
    roads = names.sorted()
    for road in roads.indices { build(road, committee: UInt32(road % 16 + 1), &dice) }
    for house in fronts where dice.chance(0.75) {
      let (trade, ends) = dice.pick(Self.trades)
      let name =
        dice.pick(Self.shopFirst) + dice.pick(Self.shopSecond) + dice.pick(ends)
        + (dice.chance(0.2) ? "（\(roads[buildings[houses[house].building].road].dropLast())店）" : "")
      shops.append(Shop(id: UInt32(shops.count + 1), name: name, trade: trade, house: house))
    }
  }

  private mutating func build(_ road: Int, committee: UInt32, _ dice: inout Dice) {
    var number = dice.int(1...9)
    while number < 420 {
      let committee = number > 240 ? committee % 16 + 1 : committee
      if dice.chance(0.035), compounds.count < 90 {
        let size = dice.chance(0.15) ? dice.int(20...45) : dice.int(3...16)
        let name = dice.pick(Self.compoundFirst) + dice.pick(Self.compoundSecond) + dice.pick(Self.compoundEnds)
        let compound = compounds.count
        compounds.append(
          Compound(id: UInt32(compound + 1), name: name, road: road, lane: number, committee: committee, buildings: []))
        for plate in 1...size {
          let building = add(road, number, compound, plate, committee)
          compounds[compound].buildings.append(building)
          for floor in 1...dice.pick([3, 6, 6, 6, 11, 18]) {
            for door in 1...dice.int(2...4) { addHouse(building, "\(floor)0\(door)") }
          }
        }
      } else if dice.chance(0.55) {
        let building = add(road, number, nil, number, committee)
        fronts.append(addHouse(building, nil))
        for room in ["201", "202", "301"] where dice.chance(0.4) { addHouse(building, room) }
      }
      number += dice.pick([1, 2, 2, 2, 3, 4])
    }
  }

  private mutating func add(_ road: Int, _ number: Int, _ compound: Int?, _ plate: Int, _ committee: UInt32) -> Int {
    buildings.append(
      Building(
        id: UInt32(buildings.count + 1), road: road, number: number, compound: compound, plate: plate,
        committee: committee, houses: []))
    return buildings.count - 1
  }

  @discardableResult
  private mutating func addHouse(_ building: Int, _ room: String?) -> Int {
    houses.append(House(id: UInt32(houses.count + 1), building: building, room: room))
    buildings[building].houses.append(houses.count - 1)
    return houses.count - 1
  }

  func address(_ house: Int) -> String {
    let building = buildings[houses[house].building]
    let room = houses[house].room.map { $0 + "室" } ?? ""
    let lane = building.compound == nil ? "" : "弄\(building.plate)号"
    return roads[building.road] + "\(building.number)" + (lane.isEmpty ? "号" : lane) + room
  }

  static let roadFirst = ["云", "锦", "青", "望", "梅", "柳", "沙", "永", "安", "泰", "临", "凤", "鹤", "霞", "棠", "桂"]
  static let roadSecond = ["泉", "阳", "溪", "河", "城", "川", "岭", "和", "宁", "康", "汀", "浦", "台", "屏"]
  static let compoundFirst = ["景", "福", "华", "瑞", "嘉", "春", "秋", "怡", "恒", "兰", "荣", "明"]
  static let compoundSecond = ["云", "德", "乐", "祥", "园", "庭", "江", "辰", "丰", "安"]
  static let compoundEnds = ["里", "坊", "新村", "花园", "公寓", "苑", "小区", "名邸"]
  static let shopFirst = [
    "老张", "阿婆", "小满", "九斤", "福来", "鼎香", "满口", "家家", "和记", "百味", "金匙", "一品", "顺发", "好邻", "青禾", "云上",
  ]
  static let shopSecond = ["记", "家", "", "小", "大", "坊", "阁", "园", "香", "旺", "源"]
  static let trades: [(String, [String])] = [
    ("面", ["面馆", "拉面", "面庄"]), ("小吃", ["馄饨", "生煎", "小吃店"]), ("餐厅", ["饭店", "小厨", "酒家", "川菜馆"]),
    ("烧烤", ["烧烤", "串吧"]), ("咖啡", ["咖啡", "咖啡馆"]), ("奶茶", ["奶茶", "茶铺"]), ("水果", ["水果店", "鲜果"]), ("服装", ["服饰", "女装"]),
    ("服装", ["时装店", "成衣"]), ("便利", ["便利店", "超市"]), ("理发", ["理发店", "美发沙龙"]), ("酒吧", ["酒吧", "小酒馆"]), ("药房", ["大药房"]),
    ("五金", ["五金店"]), ("洗衣", ["干洗店"]), ("宠物", ["宠物店"]), ("房产", ["房产中介", "置业"]), ("健身", ["健身中心"]), ("快递", ["快递驿站"]),
    ("棋牌", ["棋牌室"]), ("足浴", ["足浴店"]), ("车行", ["电动车行"]),
  ]
}

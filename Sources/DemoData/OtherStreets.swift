import Schema

/// Committees beyond 瑞金二路街道, for more people than it can hold: real streets and towns from the statistical list,
/// invented committees, and roads named after places as Shanghai names them.
enum OtherStreets {
  private static let committeesEach = 16
  private static let roadsEach = 6
  private static let places = [
    "承德", "保定", "沧州", "邢台", "大同", "临汾", "赤峰", "通辽", "抚顺", "本溪", "丹东", "锦州", "营口", "铁岭", "吉林", "四平",
    "延吉", "通化", "双城", "佳木斯", "牡丹", "无锡", "昆山", "太仓", "江阴", "宜兴", "金坛", "丹阳", "扬中", "高邮", "如东", "启东",
    "海门", "嘉善", "平湖", "海盐", "桐乡", "德清", "诸暨", "余姚", "奉化", "宁海", "临海", "仙居", "龙泉", "青田", "芜湖", "安庆",
    "池州", "宣城", "泾县", "南平", "邵武", "长汀", "漳州", "莆田", "鹰潭", "上饶", "宜春", "高安", "烟台", "威海", "莱阳", "蓬莱",
  ]
  private static let endings = ["东路", "西路", "南路", "北路", "中路", "支路", "新路"]
  private static let ordinals = ["一", "二", "三"]

  /// The first `count` of them: sixteen a street, the rest of 黄浦区 first.
  static func committees(_ count: Int) -> [DemoCommitteeSite] {
    var sites: [DemoCommitteeSite] = []
    var streetsSeen: [String: Int] = [:]
    for street in streets where sites.count < count {
      let district = street.prefix(6)
      let place = streetsSeen[String(district), default: 0]
      streetsSeen[String(district)] = place + 1
      let roads = (0..<roadsEach).map { road(place * roadsEach + $0) }
      for index in 0..<min(committeesEach, count - sites.count) { sites.append(site(index, street, roads)) }
    }
    return sites
  }

  /// Codes of streets and towns in the order of the list, 瑞金二路街道 left out.
  private static var streets: [String] {
    Schema.areas.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4, cells[2] == "subdistrict", cells[0] != RuijinStreet.code else { return nil }
      return String(cells[0])
    }
  }

  /// Up to 448 names; a district has at most 42 streets of six roads each.
  private static func road(_ number: Int) -> String {
    places[number % places.count] + endings[number / places.count % endings.count]
  }

  /// The committee has a stretch of two neighbouring roads: every road is cut into `ordinals.count` times two pieces.
  private static func site(_ index: Int, _ street: String, _ roads: [String]) -> DemoCommitteeSite {
    let (first, second) = (roads[index % roadsEach], roads[(index + 1) % roadsEach])
    let piece = index / roadsEach
    func stretch(_ road: String, _ piece: Int) -> DemoStretch {
      DemoStretch(road, (piece * 180 + 1)...(piece * 180 + 180))
    }
    return DemoCommitteeSite(
      name: "\(first)第\(ordinals[piece])", subdistrict: street, grids: 2 + index % 2,
      stretches: [stretch(first, piece * 2), stretch(second, piece * 2 + 1)])
  }
}

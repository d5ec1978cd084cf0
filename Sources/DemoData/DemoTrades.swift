/// A kind of shop: what it is called, and when it closes (26:00 is two in the morning).
struct DemoTrade: Sendable {
  let category: String
  let endings: [String]
  let closes: [String]
  var needsLicence = true

  init(_ category: String, _ endings: String, _ closes: String, needsLicence: Bool = true) {
    self.category = category
    self.endings = endings.split(separator: " ").map(String.init)
    self.closes = closes.split(separator: " ").map(String.init)
    self.needsLicence = needsLicence
  }

  /// An invented name; no chain has one like it.
  func name(_ random: inout DemoRandom) -> String {
    random.pick(DemoTrades.firstWords) + random.pick(DemoTrades.secondWords) + random.pick(endings)
  }
}

enum DemoTrades {
  /// Those that need a food licence.
  static let foodCategories: Set<String> = ["餐饮", "咖啡", "酒吧", "茶饮", "烘焙", "便利店"]
  static let firstWords = [
    "梧桐", "弄堂", "小满", "阿婆", "夜航", "拾光", "知了", "半亩", "云朵", "慢半拍", "灶披间", "亭子间", "晒台", "老虎窗", "三层阁", "青瓦",
  ]
  static let secondWords = ["甲", "与猫", "里", "之间", "一号", "的午后", "家", "小筑", "邻", "记", "深处", "转角", "日和", "先生"]

  static let app = DemoTrade("办公", "设计事务所 信息科技 文化传播 商务咨询 贸易", "18:00 19:00", needsLicence: false)
  private static let coffee = DemoTrade("咖啡", "咖啡 咖啡馆 手冲", "19:00 20:00 21:00 22:00 25:00")
  private static let bar = DemoTrade("酒吧", "清吧 小酒馆 酒吧", "24:00 25:00 26:00 26:00")
  private static let food = DemoTrade("餐饮", "面馆 本帮菜 馄饨铺 小馆 生煎", "20:30 21:00 22:00 23:30")
  private static let clothes = DemoTrade("服装", "服装店 成衣铺 买手店", "21:00 21:30 22:00", needsLicence: false)

  private static let anywhere = DemoChoices<DemoTrade>([
    (food, 24), (coffee, 9), (bar, 3), (clothes, 14),
    (DemoTrade("零售", "烟纸店 杂货铺 水果店 五金店 花店", "20:00 21:00 22:00", needsLicence: false), 19),
    (DemoTrade("便利店", "便利店", "23:00 26:00"), 6), (DemoTrade("美发", "理发店 美发 造型", "20:00 21:00"), 8),
    (DemoTrade("药店", "大药房", "20:00 21:00"), 2), (DemoTrade("茶饮", "奶茶铺 茶饮", "21:00 22:00"), 4),
    (DemoTrade("烘焙", "面包房 西饼屋", "20:00 21:00"), 3), (DemoTrade("教育", "书法教室 琴行", "20:00"), 2),
    (DemoTrade("维修", "钟表修理 裁缝铺 配钥匙", "18:00 19:00", needsLicence: false), 3),
    (DemoTrade("洗衣", "洗衣店", "20:00", needsLicence: false), 2), (DemoTrade("宠物", "宠物店", "20:00"), 1),
  ])
  /// 进贤路 is a street of small restaurants, cafés and bars.
  private static let jinxianRoad = DemoChoices<DemoTrade>([(coffee, 30), (bar, 26), (food, 28), (clothes, 16)])

  static func pick(on road: String, _ random: inout DemoRandom) -> DemoTrade {
    random.pick(road == "进贤路" ? jinxianRoad : anywhere)
  }
}

import ChineseQuery
import FilterLanguage
import TagIndex
import Testing

/// What 、 和 或 且 join: which conditions must all hold, which are alternatives, and where both readings are given.
@Suite struct AskListTests {
  private let normal = AskNormal(asOf: AskWorld.today)

  /// A condition as it is said, and its filter; nouns can be listed beside each other.
  struct Condition {
    let words: String
    let filter: String
    var isNoun = false
  }

  struct World {
    let head: String
    let subject: Subject
    let implied: String
    let conditions: [Condition]
  }

  static let worlds: [World] = [
    World(
      head: "老人", subject: .people, implied: "age >= 60",
      conditions: [
        .init(words: "独居", filter: "tag:独居老人"), .init(words: "残疾", filter: "tag:持证残疾人"),
        .init(words: "低保", filter: "tag:低保人员"), .init(words: "80岁以上", filter: "age >= 80"),
        .init(words: "女性", filter: "sex = 女"), .init(words: "本市户籍", filter: "hukou = 本市"),
        .init(words: "租房", filter: "role = tenant"),
        .init(words: "三十天没走访", filter: "not last_visited >= today-30d"),
        .init(words: "家里有小孩", filter: "any housemates(age < 14)"),
        .init(words: "住在没有电梯的楼里", filter: "any house(any building(not elevators >= 1))"),
        .init(words: "长乐路上", filter: "road = 长乐路"),
        .init(words: "今年没体检", filter: "no records.checkup(on in this-year)"),
        .init(words: "一个人住", filter: "any house(count(residents()) = 1)"),
        .init(words: "人户分离", filter: "tag:人户分离"), .init(words: "下个月满90岁", filter: "turns(90) in next-month"),
        .init(words: "志愿者", filter: "tag:注册志愿者", isNoun: true),
        .init(words: "退役军人", filter: "tag:退役军人", isNoun: true),
      ]),
    World(
      head: "房子", subject: .houses, implied: "",
      conditions: [
        .init(words: "出租", filter: "use = let"), .init(words: "合用厨卫", filter: "tag:不成套住房"),
        .init(words: "面积不到20平米", filter: "area_m2 < 20"),
        .init(words: "家里有独居老人", filter: "any residents(tag:独居老人)"),
        .init(words: "没有租客", filter: "no residents(role = tenant)"),
        .init(words: "正在装修", filter: "tag:住宅装修中"), .init(words: "燃气安检逾期", filter: "tag:居民燃气安检逾期"),
        .init(words: "住了5个人以上", filter: "residents >= 5"),
        .init(words: "半年没走访", filter: "no visits(visited_on >= today-6m)"),
        .init(words: "直管公房", filter: "tag:直管公房", isNoun: true),
      ]),
    World(
      head: "店", subject: .shops, implied: "",
      conditions: [
        .init(words: "沿街", filter: "tag:沿街商铺"), .init(words: "营业中", filter: "status = 营业"),
        .init(words: "许可证下个月到期", filter: "licence_until in next-month"),
        .init(words: "餐饮", filter: "category = 餐饮"), .init(words: "今年新开", filter: "opened in this-year"),
        .init(words: "没签门责书", filter: "tag:门责书未签订"),
      ]),
    World(
      head: "楼", subject: .buildings, implied: "",
      conditions: [
        .init(words: "高层", filter: "tag:高层住宅"), .init(words: "没有电梯", filter: "not elevators >= 1"),
        .init(words: "五层以上", filter: "storeys >= 5"), .init(words: "消防设施失效", filter: "tag:消防设施失效"),
        .init(words: "1980年以前建成", filter: "built < 1980"),
        .init(words: "有80岁以上老人", filter: "any houses(any residents(age >= 80))"),
      ]),
    World(
      head: "工单", subject: .workOrders, implied: "",
      conditions: [
        .init(words: "投诉", filter: "kind = 投诉"), .init(words: "逾期", filter: "overdue = true"),
        .init(words: "紧急", filter: "urgent = true"), .init(words: "本月收到", filter: "reported_at in this-month"),
        .init(words: "未办结", filter: "not state = closed"),
      ]),
  ]

  /// Every ordered pair: both hold, or the sentence is refused; never another list.
  private static let joins = ["、", "且", "、且", "，并且", "和", "，"]

  @Test(arguments: joins)
  func read_pairsOfUnlikeConditions_mustBothHold(_ join: String) throws {
    let (asking, vocabulary) = (try AskWorld.asking(), try AskWorld.vocabulary())
    // Every ordered pair under two of the six joins: all of them take a minute and a half.
    let turn = Self.joins.firstIndex(of: join) ?? 0
    var (asked, answered) = (0, 0)
    for world in Self.worlds {
      for (row, first) in world.conditions.enumerated() {
        for (column, second) in world.conditions.enumerated()
        where row != column && (row + column + turn) % 3 == 0 {
          let sentence = "\(first.words)\(join)\(second.words)的\(world.head)"
          asked += 1
          guard let reading = try? asking.read(sentence, asOf: AskWorld.today) else { continue }
          answered += 1
          let both = "(\(first.filter)) and (\(second.filter))"
          let either = "((\(first.filter)) or (\(second.filter)))"
          let isChoice = first.isNoun && second.isNoun && ["、", "和", "，"].contains(join)
          let wanted = try [both, isChoice ? either : both].flatMap { filter in
            try [filter, world.implied.isEmpty ? filter : "\(filter) and \(world.implied)"].map {
              normal.text(try FilterParser.parse($0, about: world.subject, vocabulary: vocabulary))
            }
          }
          #expect(reading.subject == world.subject && wanted.contains(normal.text(reading.expression)), "\(sentence)")
        }
      }
    }
    #expect(answered * 4 >= asked * 3, "\(answered) of \(asked) are answered")
  }

  @Test(arguments: [
    "80岁以上、独居或残疾的老人", "党员或独居的老人", "80岁以上党员、志愿者", "低保、残疾、独居的老人", "独居、残疾人", "独居和残疾的老人",
    "党员，志愿者", "80岁以上且独居或残疾的老人", "党员、80岁以上的老人", "低保人员、特困人员且年满60周岁的", "有独居老人、孤老的房子",
    "女性或80岁以上独居老人", "独居或者残疾的低保人员和志愿者",
  ])
  func read_whereAReaderWouldHesitate_givesBothReadings(_ sentence: String) throws {
    let (asking, vocabulary) = (try AskWorld.asking(), try AskWorld.vocabulary())
    #expect {
      _ = try asking.read(sentence, asOf: AskWorld.today)
    } throws: { error in
      guard let refusal = error as? AskRefusal else { return false }
      // Each reading can be asked as it is written out.
      let again = try refusal.readings.map { try asking.read($0.explanation(vocabulary), asOf: AskWorld.today) }
      return zip(again, refusal.readings).allSatisfy { normal.text($0.expression) == normal.text($1.expression) }
    }
  }

  @Test(arguments: [
    ("独居、空巢老人", "tag:独居老人 or tag:空巢老人"), ("低保、特困和重残人员", "tag:低保人员 or tag:特困人员 or tag:重度残疾人"),
    ("60岁以上、70岁以下的志愿者", "age >= 60 and age <= 70 and tag:注册志愿者"),
    ("非独居老人", "age >= 60 and not tag:独居老人"), ("没有老人和小孩的家庭", "no residents(age >= 60 or age < 14)"),
    ("除独居老人、孤老以外的老人", "not (tag:独居老人 or tag:孤老) and age >= 60"),
    ("延中和南昌的独居老人、孤老", "(committee = 延中 or committee = 南昌) and (tag:独居老人 or tag:孤老)"),
    ("一个月没走访过的和从没走访过的独居老人", "tag:独居老人 and not last_visited >= today-1m"),
  ])
  func read_lists_areWhatChineseReadersHear(_ sentence: String, _ filter: String) throws {
    let (asking, vocabulary) = (try AskWorld.asking(), try AskWorld.vocabulary())
    let reading = try asking.read(sentence, asOf: AskWorld.today)
    let wanted = try FilterParser.parse(filter, about: reading.subject, vocabulary: vocabulary)
    #expect(normal.text(reading.expression) == normal.text(wanted), "\(sentence)")
  }

  @Test(arguments: [
    "需要走访的独居老人", "我的工单", "可以出租的房屋", "要满80岁的", "60岁以下的百岁老人", "不满60岁的老人", "想搬走的租客", "应该走访的老人",
  ])
  func read_wordsThatWouldSaySomething_areNotDropped(_ sentence: String) throws {
    let asking = try AskWorld.asking()
    #expect(throws: AskRefusal.self) { _ = try asking.read(sentence, asOf: AskWorld.today) }
  }

  @Test func read_mine_isWhatTheCallerIsBoundTo() throws {
    let vocabulary = try AskWorld.vocabulary()
    var gazetteer = AskWorld.gazetteer
    gazetteer.mine = [.workOrders: .field(.committee, .compare(.equal, .text("延中")))]
    let asking = Asking(vocabulary: vocabulary, gazetteer: gazetteer)
    let reading = try asking.read("我的工单", asOf: AskWorld.today)
    #expect(FilterPrinter.text(reading.expression, vocabulary: vocabulary) == "committee = 延中")
  }
}

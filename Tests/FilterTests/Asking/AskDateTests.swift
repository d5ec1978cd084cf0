import ChineseQuery
import FilterLanguage
import Testing

/// Days, stretches of the calendar and feasts, asked on 21 November 2026; and columns by their titles.
@Suite struct AskDateTests {
  private static let rows: [(sentence: String, subject: Subject, filter: String)] = [
    ("1980年代建成的楼", .buildings, "built in 1980..1989"), ("八十年代建的房子", .houses, "built in 1980..1989"),
    ("上世纪80年代建造的楼栋", .buildings, "built in 1980..1989"), ("80年代以前建的楼", .buildings, "built < 1980"),
    ("1980到1990年建成的楼", .buildings, "built in 1980..1990"), ("1980年以前建的楼", .buildings, "built < 1980"),
    ("1950年代出生的女性", .people, "birth_date in 1950-01-01..1959-12-31 and sex = 女"),
    ("下半年到期的租约", .houses, "any records.lease(until in 2026-07-01..2026-12-31)"),
    ("今年第4季到期的电梯", .assets, "kind = elevator and due in 2026-10-01..2026-12-31"),
    ("下个月上旬满90岁的老人", .people, "turns(90) in 2026-12-01..2026-12-10"),
    ("12月下旬到期的电梯", .assets, "kind = elevator and due in 2026-12-21..2026-12-31"),
    ("下个月15日前到期的电梯", .assets, "kind = elevator and due in today..2026-12-15"),
    ("12月31日以前到期的电梯", .assets, "kind = elevator and due in today..2026-12-31"),
    ("截至12月31日到期的租约", .houses, "any records.lease(until in today..2026-12-31)"),
    ("2025年12月31日前到期的租约", .houses, "any records.lease(until <= 2025-12-31)"),
    ("1946年12月31日以前出生的女性", .people, "birth_date <= 1946-12-31 and sex = 女"),
    ("1946年以前出生的女性", .people, "birth_date < 1946-01-01 and sex = 女"),
    ("元旦前到期的电梯", .assets, "kind = elevator and due in today..2026-12-31"),
    ("春节前满80岁的老人", .people, "turns(80) in today..2027-02-04"),
    ("国庆期间走访过的老人", .people, "age >= 60 and last_visited in 2026-10-01..2026-10-07"),
    ("劳动节期间收到的工单", .workOrders, "reported_at in 2026-05-01..2026-05-05"),
    ("本月工单", .workOrders, "reported_at in this-month"),
    ("本月12345投诉", .workOrders, "source = 12345 and kind = 投诉 and reported_at in this-month"),
    ("本月办结的工单", .workOrders, "closed_at in this-month"),
    ("本月超期的工单", .workOrders, "due_at in this-month and overdue = true"),
    ("本月到期的工单", .workOrders, "due_at in this-month"),
  ]

  @Test func read_datesAsPeopleSayThem_areTheirDays() throws {
    let (asking, words) = (try AskWorld.asking(), try AskWorld.vocabulary())
    let normal = AskNormal(asOf: AskWorld.today)
    for row in Self.rows {
      let wanted = normal.text(try FilterParser.parse(row.filter, about: row.subject, vocabulary: words))
      do {
        let reading = try asking.read(row.sentence, asOf: AskWorld.today)
        #expect(reading.subject == row.subject && normal.text(reading.expression) == wanted, "\(row.sentence)")
        let again = try asking.read(reading.explanation(words), asOf: AskWorld.today)
        #expect(normal.text(again.expression) == wanted, "\(reading.explanation(words))")
      } catch { Issue.record("\(row.sentence): \(error)") }
    }
  }

  /// What lies in no calendar, in either of two years or centuries, or on either side of a feast.
  @Test(arguments: [
    "2月30日到期的电梯", "2026年13月到期的电梯", "第五季度到期的电梯", "本月31日前到期的电梯", "3月1日前到期的电梯", "12月31日以前出生的人", "20年代建成的楼",
    "90年代初建的楼", "80年代以后建的楼", "国庆节满80岁的老人", "今年国庆前开业的店", "春节前搬来的租客", "春节后到期的租约", "开学前满6岁的孩子", "本月延中居民区",
    "未来三个月的工单",
  ])
  func read_datesInDoubt_areRefused(_ sentence: String) throws {
    let asking = try AskWorld.asking()
    #expect(throws: AskRefusal.self) { try asking.read(sentence, asOf: AskWorld.today) }
  }

  @Test func read_dayThatDoesNotExist_isNamed() throws {
    let asking = try AskWorld.asking()
    do {
      _ = try asking.read("2月30日到期的电梯", asOf: AskWorld.today)
      Issue.record("answered")
    } catch {
      let part = try #require(error.parts.first)
      #expect(part.span.text == "2月30日" && part.suggestions == ["2月28日"])
    }
  }

  /// 开学 is the first of September while that is the next one.
  @Test func read_startOfTerm_inSpringIsSeptember() throws {
    let (asking, words) = (try AskWorld.asking(), try AskWorld.vocabulary())
    let reading = try asking.read("开学前满6岁的孩子", asOf: day("2026-05-20"))
    #expect(
      FilterPrinter.text(reading.expression, vocabulary: words).contains("turns(6) in today..2026-08-31"))
  }

  @Test(arguments: [
    ("工单按满意度排序", "sort=satisfaction"), ("工单按上报时间倒序", "sort=reported_at.desc"),
    ("面积最大的10套空置房", "sort=area_m2.desc limit=10"), ("工单按承办单位统计", "group=unit"), ("本月工单按诉求类别统计", "group=category"),
    ("督办工单，带办理期限和主办单位", "columns=due_at,unit"), ("楼栋按层数从高到低", "sort=storeys.desc"),
    ("独居老人，最近走访早的排前面", "sort=last_visited"), ("80岁以上老人，年纪大的排前面", "sort=age.desc"),
    ("每条马路上有多少家酒吧", "group=road count"), ("孤老花名册，带年龄和最近走访日期", "columns=age,last_visited"),
    ("租客按户籍、居委会统计", "group=hukou,committee"), ("各居委会独居老人各有多少", "group=committee count"),
  ])
  func read_columnsByTitle_areWishes(_ sentence: String, _ wishes: String) throws {
    let reading = try AskWorld.asking().read(sentence, asOf: AskWorld.today)
    var said: [String] = []
    if !reading.columns.isEmpty { said.append("columns=\(reading.columns.joined(separator: ","))") }
    if !reading.groupBy.isEmpty { said.append("group=\(reading.groupBy.joined(separator: ","))") }
    if let sort = reading.sort { said.append("sort=\(sort)") }
    if reading.wantsCount { said.append("count") }
    if let limit = reading.limit { said.append("limit=\(limit)") }
    #expect(said.joined(separator: " ") == wishes)
  }
}

import ChineseQuery
import FilterLanguage
import Foundation
import Testing

/// How people talk: in the dialect of the city, with the time said last, with what is lacked said first, and in notices.
@Suite struct AskTalkTests {
  private static let rows = """
    巨鹿七十岁往上、屋里厢就一个人的 | people | committee = 巨鹿 and age >= 70 and any house(count(residents()) = 1)
    今年满70的爷叔 | people | turns(70) in this-year and sex = 男
    年满60但没有敬老卡的 | people | age >= 60 and not tag:敬老卡持有人
    南昌路上的阿公阿婆 | people | road = 南昌路 and age >= 60
    还没签家庭医生的孤老 | people | tag:孤老 and not tag:家庭医生签约居民
    没结对老伙伴的空巢老人 | people | tag:空巢老人 and not tag:老伙伴结对对象
    今年既没体检也没走访的独居老人 | people | tag:独居老人 and no records.checkup(on in this-year) and not last_visited in this-year
    半年资料没更新过的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and not updated_at >= today-6m
    老伴走了不到一年的老人 | people | age >= 60 and any records.family(widowed_on > today-1y)
    去年十月到今年三月搬进来的租客 | people | since in 2025-10-01..2026-03-31 and role = tenant
    居住证下个月到的租客 | people | role = tenant and any records.permit(until in next-month)
    流脑过期没打的小囡 | people | age < 14 and any records.vaccination(vaccine = 流脑 and due < today and given = false)
    做过两次以上志愿的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and count(records.volunteering()) >= 2
    社区矫正和安置帮教人员 | people | tag:社区矫正对象 or tag:安置帮教对象
    藏族同胞 | people | ethnicity in [藏族, 藏]
    外墙掉过东西、整改还没销号的楼 | buildings | any records.hazard(kind = 外墙脱落 and not status = 销号)
    加梯走到审批阶段的楼 | buildings | any records.elevator_retrofit(stage = 审批)
    本周慰问过的人家 | houses | any visits(purpose ~ 慰问 and visited_on in this-week)
    上个月走访三次以上的人家 | houses | count(visits(visited_on in last-month)) >= 3
    家里有老人和小孩的 | houses | any residents(age >= 60) and any residents(age < 14)
    烟感坏脱的人家 | houses | tag:烟感失灵户
    营业执照要到期的店，下个月 | shops | licence_until in next-month
    投诉超过5次的酒吧 | shops | category = 酒吧 and count(work_orders(kind = 投诉)) > 5
    今年举报两次以上的店 | shops | count(work_orders(kind = 举报 and reported_at in this-year)) >= 2
    被投诉过餐饮油烟的店 | shops | any work_orders(kind = 投诉 and category = 餐饮油烟)
    打烊晚于十二点的酒吧 | shops | category = 酒吧 and closes > 24:00
    十点以后还开着的酒吧 | shops | category = 酒吧 and closes > 22:00
    共建单位里开咖啡店的 | shops | tag:共建单位 and category = 咖啡
    这个星期到期的件 | work_orders | due_at in this-week
    房管所手里的单，处理中 | work_orders | unit = 房管所 and state = in_progress
    还没派出去的工单 | work_orders | state = received
    群租的举报单 | work_orders | category = 群租 and kind = 举报
    满意度打1分2分的 | work_orders | satisfaction in 1..2
    根据市里部署要求，对辖区内80岁以上独居老人逐户上门走访 | people | age >= 80 and tag:独居老人
    各居民区书记：请于11月25日前报送独居老人名单 | people | tag:独居老人
    电梯停用过的楼，作为今年整治重点 | buildings | any records.elevator_event(kind = 停用)
    """

  /// What nobody can answer as it was said, and what must not become a guess.
  private static let refused = """
    家里有三个以上老人的人
    底楼的租房户
    楼组长没有的楼
    两点关门的酒吧
    国庆节后搬进来的租客
    老房子里的租客
    服务满60的志愿者
    昨天到的工单
    根据80岁以上独居老人的要求，对他们逐户走访
    老是被投诉的酒吧
    为做好独居老人走访工作，拉一份80岁以上的名单
    """

  private func asking() throws -> Asking {
    Asking(vocabulary: try AskWorld.vocabulary(), gazetteer: AskBlindTests.gazetteer)
  }

  @Test func read_howPeopleTalk_isWhatTheyMean() throws {
    let vocabulary = try AskWorld.vocabulary()
    let (asking, normal) = (try asking(), AskNormal(asOf: AskWorld.today, rules: try AskBlindTests.rules(vocabulary)))
    for line in Self.rows.split(separator: "\n") {
      let cells = line.components(separatedBy: " | ")
      let subject = try #require(Subject(word: cells[1]))
      let wanted = try FilterParser.parse(cells[2], about: subject, vocabulary: vocabulary)
      let reading = try asking.read(cells[0], asOf: AskWorld.today)
      #expect(
        reading.subject == subject && normal.text(reading.expression) == normal.text(wanted),
        "\(cells[0]): \(FilterPrinter.text(reading.expression, vocabulary: vocabulary))")
    }
  }

  @Test func read_whatNobodyCanTell_isRefusedOrAsked() throws {
    let asking = try asking()
    for line in Self.refused.split(separator: "\n") {
      let sentence = line.trimmingCharacters(in: .whitespaces)
      #expect(throws: AskRefusal.self, "\(sentence)") { try asking.read(sentence, asOf: AskWorld.today) }
    }
  }

  @Test func read_twoSubjects_areBothOffered() throws {
    let refusal = #expect(throws: AskRefusal.self) { try asking().read("底楼的租房户", asOf: AskWorld.today) }
    #expect(refusal?.readings.map(\.subject.word) == ["people", "houses"])
  }

  @Test func read_endsOfAnOrder_areSorted() throws {
    let asking = try asking()
    for (sentence, sort, limit) in [
      ("居民代表中年纪最大的五个", "age.desc", 5), ("瑞金二路上开得最久的3家店", "opened", 3), ("随申拍的单子按时间倒序", "reported_at.desc", nil),
      ("消火栓按下次检验日从近到远列出来", "due", nil),
    ] as [(String, String, Int?)] {
      let reading = try asking.read(sentence, asOf: AskWorld.today)
      #expect(reading.sort == sort && reading.limit == limit, "\(sentence)")
    }
    #expect(try asking.read("上周违停投诉最多的路", asOf: AskWorld.today).groupBy == ["road"])
  }
}

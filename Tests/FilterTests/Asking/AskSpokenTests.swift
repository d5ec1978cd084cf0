import ChineseQuery
import FilterLanguage
import Foundation
import Testing

/// How things are said on a phone and in notices: purposes, values and datasets in everyday words, what is on record of a
/// home, spells, and words that something else stands between.
@Suite struct AskSpokenTests {
  private static let rows = """
    重阳节走访用，85岁以上独居老人 | people | age >= 85 and tag:独居老人
    八一慰问用：参战老兵 | people | tag:参战参试退役人员
    【消防排查】烟感失灵的人家 | houses | tag:烟感失灵户
    寒潮要来了，85岁以上的独居老人 | people | age >= 85 and tag:独居老人
    党员，均列入本次慰问名单 | people | tag:中共正式党员 or tag:中共预备党员
    凡年满80周岁的残疾军人 | people | age >= 80 and tag:残疾军人
    逾期的督办件，赶紧发我一份 | work_orders | overdue = true and supervised = true
    独居老人，已经住养老院的不算 | people | tag:独居老人 and not tag:养老机构入住老人
    今年到期的消火栓，雁荡的不要 | assets | kind = hydrant and due in this-year and not committee = 雁荡
    楼组长或者居民代表，只要女的 | people | (tag:楼组长 or tag:居民代表) and sex = 女
    楼组长或者居民代表，要党员 | people | (tag:楼组长 or tag:居民代表) and (tag:中共正式党员 or tag:中共预备党员)
    手机停机的孤老 | people | tag:孤老 and any records.phone_check(result = 停机)
    电话一直没人接的独居老人 | people | tag:独居老人 and any records.phone_check(result = 无人接听)
    噪声纠纷已经结掉的房子 | houses | any records.mediation(kind = 噪声 and status = 已结)
    加梯正在审批的楼 | buildings | any records.elevator_retrofit(stage = 审批)
    今年关过人的楼 | buildings | any records.elevator_event(kind = 困人 and on in this-year)
    上个月发现的隐患，还没整改的 | buildings | any records.hazard(found in last-month and status = 待整改)
    整改期限在本周、尚未销号的楼 | buildings | any records.hazard(due in this-week and not status = 销号)
    租赁备案里月租金5000元以上的房子 | houses | any records.lease(rent >= 5000)
    空置登记里原因写着动迁的房子 | houses | any records.vacancy(reason = 动迁)
    照护评估等级为4级以上的老人 | people | age >= 60 and any records.care(level >= 4)
    维修资金余额不到三成的楼 | buildings | any records.maintenance_fund(remaining_percent < 30)
    三岁不到的孩子 | people | age < 3
    面积还不到20平米的出租房 | houses | use = let and area_m2 < 20
    志愿服务今年做满8次的楼组长 | people | tag:楼组长 and count(records.volunteering(on in this-year)) >= 8
    今年一次临时救助都没拿过的低保人员 | people | tag:低保人员 and no records.aid(kind = 临时救助 and on in this-year)
    领过医疗救助的残疾人 | people | tag:持证残疾人 and any records.aid(kind = 医疗救助)
    残疾证今年到期的视力残疾人 | people | tag:视力残疾人 and any records.disability(cert_until in this-year)
    燃气安检逾期的孤老 | people | tag:孤老 and any house(tag:居民燃气安检逾期)
    家里用液化气的独居老人 | people | tag:独居老人 and any house(any records.gas(kind = 瓶装))
    楼里没电梯的重残人员 | people | tag:重度残疾人 and any house(any building(not elevators >= 1))
    老洋房里住着党员的人家 | houses | any building(tag:优秀历史建筑) and any residents(tag:中共正式党员 or tag:中共预备党员)
    80岁以上老人和孤儿 | people | age >= 80 or tag:孤儿及事实无人抚养儿童
    由三菱维保的楼 | buildings | any records.elevator(maintainer = 三菱)
    去年在曙光医院体检过的孤老 | people | tag:孤老 and any records.checkup(place = 曙光医院 and on in last-year)
    在社区食堂吃饭的独居老人 | people | tag:独居老人 and any records.meal_service(place = 社区食堂)
    参加过爱心理发项目的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and any records.volunteering(project = 爱心理发)
    锦绣物业管的、五层以上的楼 | buildings | any records.property_management(company = 锦绣物业) and storeys >= 5
    入党不满一年的预备党员 | people | tag:中共预备党员 and any records.party(join_date > today-1y)
    失业超过一年的就业困难人员 | people | tag:就业困难人员 and any records.employment(status = 失业 and since < today-1y)
    开业不到三个月的咖啡店 | shops | category = 咖啡 and opened > today-3m
    老伴今年上半年去世的老人 | people | age >= 60 and any records.family(widowed_on in 2026-01-01..2026-06-30)
    计划下个月完工、还在施工的房子 | houses | any records.renovation(planned_end in next-month and status = 施工中)
    这个月该打麻腮风的孩子 | people | age < 14 and any records.vaccination(due in this-month and vaccine = 麻腮风)
    上个月搬来的来沪人员，居住登记还没办 | people | tag:来沪人员 and since in last-month and no records.residence_registration()
    水箱半年没洗的楼 | buildings | any records.water_tank() and no records.water_tank(cleaned_on >= today-6m)
    没有登记检验日期的电梯 | assets | kind = elevator and not due >= 1900-01-01
    去年到现在没体检过的70岁以上老人 | people | age >= 70 and no records.checkup(on >= 2025-01-01)
    2026年9月1日至15日收到的举报 | work_orders | kind = 举报 and reported_at in 2026-09-01..2026-09-15
    南昌居委去年全年的工单数 | work_orders | committee = 南昌 and reported_at in last-year
    至少有2个租客的私房 | houses | tag:私房 and count(residents(role = tenant)) >= 2
    今年工单超过5件的楼 | buildings | count(work_orders(reported_at in this-year)) > 5
    近三个月有工单的网红店 | shops | tag:网红店铺 and any work_orders(reported_at in today-3m..today)
    没有投诉的酒吧 | shops | category = 酒吧 and no work_orders(kind = 投诉)
    一张工单都没有的餐饮店 | shops | category = 餐饮 and no work_orders()
    网红店被投诉的工单 | work_orders | kind = 投诉 and any shop(tag:网红店铺)
    上个月的咖啡店投诉 | work_orders | kind = 投诉 and any shop(category = 咖啡) and reported_at in last-month
    发生在群租房的投诉工单 | work_orders | kind = 投诉 and any house(tag:群租嫌疑)
    本月收到的工单，投诉举报除外 | work_orders | reported_at in this-month and not kind in [投诉, 举报]
    过了晚上11点还开着的酒吧 | shops | category = 酒吧 and closes > 23:00
    """

  @Test func read_howThingsAreSaid_isTheirFilter() throws {
    let vocabulary = try AskWorld.vocabulary()
    let asking = Asking(vocabulary: vocabulary, gazetteer: AskBlindTests.gazetteer)
    let normal = AskNormal(asOf: AskWorld.today, rules: try AskBlindTests.rules(vocabulary))
    for line in Self.rows.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let subject = try #require(Subject(word: cells[1]))
      let wanted = try FilterParser.parse(cells[2], about: subject, vocabulary: vocabulary)
      do {
        let reading = try asking.read(cells[0], asOf: AskWorld.today)
        #expect(reading.subject == subject && normal.text(reading.expression) == normal.text(wanted), "\(cells[0])")
      } catch { Issue.record("\(cells[0]): \(error)") }
    }
  }

  @Test func read_whatOnlyLooksLikeAPurpose_isRefused() throws {
    let asking = Asking(vocabulary: try AskWorld.vocabulary(), gazetteer: AskBlindTests.gazetteer)
    for sentence in [
      // A condition in the place of a purpose is never dropped.
      "失能老人用：80岁以上", "80岁以上老人，要做体检", "80岁以上老人，要助餐的", "独居老人，参加慰问",
      // Nothing between the words can be a name.
      "在今年体检过的医院", "由居委会管理",
      // No orders are about people.
      "没有投诉的老人",
    ] {
      #expect((try? asking.read(sentence, asOf: AskWorld.today)) == nil, "\(sentence)")
    }
  }
}

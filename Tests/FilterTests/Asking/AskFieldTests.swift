import ChineseQuery
import FilterLanguage
import Testing

/// Conditions whose words come from the titles, types and known values of fields.
@Suite struct AskFieldTests {
  private static let rows = """
    照护评估等级4级以上的老人 | people | age >= 60 and any records.care(level >= 4)
    照护等级4级以上的老人 | people | age >= 60 and any records.care(level >= 4)
    评估等级为4级的人 | people | any records.care(level = 4)
    月租金低于3000元的房子 | houses | any records.lease(rent < 3000)
    租金在2000到3000元之间的房子 | houses | any records.lease(rent in 2000..3000)
    时长不止10小时的志愿者 | people | any records.volunteering(hours > 10) and tag:注册志愿者
    得分80分以下的楼 | buildings | any records.waste_check(score <= 80)
    余额占首期百分比30以下的楼 | buildings | any records.maintenance_fund(remaining_percent <= 30)
    维修资金余额占首期不足30%的楼栋 | buildings | any records.maintenance_fund(remaining_percent < 30)
    所在支部为第3党支部的人 | people | any records.party(branch = 第3党支部)
    第3党支部的党员 | people | any records.party(branch = 第3党支部)
    第3党支部的人 | people | any records.party(branch = 第3党支部)
    犬种是柯基的人家 | houses | any records.dog(breed = 柯基)
    养柯基的人家 | houses | any records.dog(breed = 柯基)
    柯基犬种的房子 | houses | any records.dog(breed = 柯基)
    养犬登记犬种为金毛的家庭 | houses | any records.dog(breed = 金毛)
    结构为砖木的楼 | buildings | any records.structure(structure = 砖木)
    入党日期在1990年以前的人 | people | any records.party(join_date < 1990-01-01)
    投用日期早于2005年的楼 | buildings | any records.elevator(in_use_since < 2005-01-01)
    电梯用了二十年以上的楼 | buildings | any records.elevator(in_use_since <= today-20y)
    转正日期在今年的人 | people | any records.party(full_on in this-year)
    证件有效期至下个月的人 | people | any records.disability(cert_until in next-month)
    免疫日期超过一年的房子 | houses | any records.dog(vaccinated_on < today-1y)
    装有报警器的房子 | houses | any records.gas(alarm = true)
    装有报警器的商铺 | shops | any records.shop_gas(alarm = true)
    工作正常的房子 | houses | any records.smoke_alarm(working = true)
    烟感工作不正常的家庭 | houses | any records.smoke_alarm(working = false)
    消防检查不合格的店 | shops | any records.fire_check(passed = false)
    合格的房子 | houses | any records.safety_check(passed = true)
    有养犬登记的房子 | houses | any records.dog()
    没有适老化改造的家庭 | houses | no records.home_adaptation()
    没有调解记录的房子 | houses | no records.mediation()
    未做照护评估的老人 | people | age >= 60 and no records.care()
    一级肢体残疾 | people | any records.disability(kind = 肢体 and level = 1)
    今年硕士毕业的 | people | any records.graduation(on in this-year and level = 硕士)
    今年拿过临时救助的人 | people | any records.aid(kind = 临时救助 and on in this-year)
    漏水纠纷还没了结的 | houses | any records.mediation(kind = 漏水 and status = 未结)
    残疾等级为一级或者二级的人 | people | any records.disability(level in 1..2)
    没有子女的老人 | people | age >= 60 and any records.family(children = 0)
    有2个以上子女的老人 | people | age >= 60 and any records.family(children >= 2)
    满意度只有1分的工单 | work_orders | satisfaction = 1
    督办件里逾期的 | work_orders | supervised = true and overdue = true
    待派单的工单 | work_orders | state = received
    工单状态为待派单的工单 | work_orders | state = received
    状态为施工中的商铺 | shops | any records.shop_renovation(status = 施工中)
    状态为歇业的商铺 | shops | status = 歇业
    门责协议有效期至下个月的商铺 | shops | any records.gate_duty(until in next-month)
    外摆备案面积超过20平方米的商铺 | shops | any records.outdoor_seating(area > 20)
    层数超过6层的楼 | buildings | storeys > 6
    电梯数2部以上的楼 | buildings | elevators >= 2
    今年清洗过水箱的楼 | buildings | any records.water_tank(cleaned_on in this-year)
    今年没清洗过水箱的楼 | buildings | any records.water_tank() and no records.water_tank(cleaned_on in this-year)
    视力、听力残疾的人 | people | any records.disability(kind in [视力, 听力])
    犬种不是柯基的人家 | houses | any records.dog(breed != 柯基)
    有物业管理的楼 | buildings | any records.property_management(managed = true)
    本月发放临时救助的人 | people | any records.aid(kind = 临时救助 and on in this-month)
    今年签订门责协议的店 | shops | any records.gate_duty(signed_on in this-year)
    居住证有效期已过的人 | people | any records.permit(until < today) and no records.permit(until >= today)
    今年丧偶的老人 | people | age >= 60 and any records.family(widowed_on in this-year)
    未接种乙肝的孩子 | people | age < 14 and any records.vaccination(given = false and vaccine = 乙肝)
    维保单位是三菱电梯的楼 | buildings | any records.elevator(maintainer = 三菱电梯)
    已回访的工单 | work_orders | state = verified
    打烊时间晚于23点的店 | shops | closes > 23:00
    民族为回族的人 | people | ethnicity in [回族, 回]
    诉求类别为餐饮油烟的工单 | work_orders | category = 餐饮油烟
    隐患类别为外墙脱落且状态为待整改的楼 | buildings | any records.hazard(kind = 外墙脱落 and status = 待整改)
    """

  private func check(_ asking: Asking, _ words: Vocabulary, _ line: Substring) throws {
    let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }.map { cell in
      String(cell.reversed().drop { $0 == " " }.reversed())
    }
    let subject = try #require(Subject(word: cells[1]))
    let wanted = try FilterParser.parse(cells[2], about: subject, vocabulary: words)
    let normal = AskNormal(asOf: AskWorld.today)
    do {
      let reading = try asking.read(cells[0], asOf: AskWorld.today)
      #expect(reading.subject == subject && normal.text(reading.expression) == normal.text(wanted), "\(cells[0])")
      let explanation = reading.explanation(words)
      let again = try asking.read(explanation, asOf: AskWorld.today)
      #expect(normal.text(again.expression) == normal.text(wanted), "\(explanation)")
    } catch { Issue.record("\(cells[0]): \(error)") }
  }

  @Test func read_fieldsByTitle_areConditionsOnThem() throws {
    let (asking, words) = (try AskWorld.asking(), try AskWorld.vocabulary())
    for line in Self.rows.split(separator: "\n") { try check(asking, words, line) }
  }

  @Test func read_newDataset_canBeAskedAtOnce() throws {
    let dataset = Vocabulary.Dataset(
      code: "gym", name: "健身卡", subject: .person,
      attributes: [
        .init(name: "issued", title: "办卡日期", type: .date), .init(name: "ends", title: "卡片有效期至", type: .date),
        .init(name: "visits", title: "到馆次数", type: .number), .init(name: "balance", title: "余额", type: .number),
        .init(name: "kind", title: "卡种", type: .text), .init(name: "coach", title: "教练", type: .text),
        .init(name: "active", title: "已激活", type: .flag),
      ], about: "卡种用：年卡、季卡、次卡")
    let known = try AskWorld.vocabulary()
    let words = Vocabulary(tags: known.tags, datasets: known.datasets + [dataset])
    let asking = Asking(vocabulary: words, gazetteer: AskWorld.gazetteer)
    let rows = """
      办卡日期在今年的老人 | people | age >= 60 and any records.gym(issued in this-year)
      今年办卡的居民 | people | any records.gym(issued in this-year)
      今年没办卡的老人 | people | age >= 60 and no records.gym(issued in this-year)
      卡片有效期至下个月的居民 | people | any records.gym(ends in next-month)
      到馆次数不少于10次的居民 | people | any records.gym(visits >= 10)
      健身卡余额低于50元的居民 | people | any records.gym(balance < 50)
      卡种为季卡的居民 | people | any records.gym(kind = 季卡)
      年卡卡种的居民 | people | any records.gym(kind = 年卡)
      次卡的居民 | people | any records.gym(kind = 次卡)
      教练是“小王”的居民 | people | any records.gym(coach = 小王)
      已激活的居民 | people | any records.gym(active = true)
      没有激活的居民 | people | any records.gym(active = false)
      有健身卡的老人 | people | age >= 60 and any records.gym()
      没有健身卡的老人 | people | age >= 60 and no records.gym()
      年卡余额50元以下的居民 | people | any records.gym(kind = 年卡 and balance <= 50)
      """
    for line in rows.split(separator: "\n") { try check(asking, words, line) }
  }

  @Test func read_everyDatasetFieldByItsTitle_isReached() throws {
    let (asking, words) = (try AskWorld.asking(), try AskWorld.vocabulary())
    var (reached, missed): (Int, [String]) = (0, [])
    for dataset in words.datasets {
      let subject = try #require(Subject.searchable.first { $0.tagSubject == dataset.subject })
      for field in dataset.attributes {
        let forms = Self.forms(field, dataset.about)
        let found = forms.contains { form in
          [field.title, dataset.name + field.title].contains { title in
            let sentence = "\(title)\(form.said)的\(subject.title)"
            guard let reading = try? asking.read(sentence, asOf: AskWorld.today) else { return false }
            let text = FilterPrinter.text(reading.expression, vocabulary: words)
            let isRight =
              text == "any records.\(dataset.code)(\(field.name) \(form.test))" && reading.subject == subject
            // A subject's own field of the same title (学历) goes first.
            if !isRight, text.hasPrefix("any records") { Issue.record("\(sentence) was read as \(text)") }
            return isRight
          }
        }
        if found { reached += 1 } else { missed.append("\(dataset.name).\(field.title)") }
      }
    }
    #expect(reached * 100 >= (reached + missed.count) * 95, "\(missed)")
  }

  private static func forms(
    _ field: Vocabulary.Dataset.Attribute, _ about: String
  ) -> [(said: String, test: String)] {
    switch field.type {
    case .number: [("3以上", ">= 3"), ("等于3", "= 3")]
    case .date: [("在今年", "in this-year")]
    case .flag: [("为是", "= true")]
    case .text:
      (["甲"] + about.split { "用：；、".contains($0) }.map(String.init)).map { ("为“\($0)”", "= \($0)") }
    }
  }

  /// A title that several datasets have names no field; each way of saying which is offered.
  @Test func read_titleOfSeveralFields_isRefusedWithEach() throws {
    let asking = try AskWorld.asking()
    let sentences: [(String, [String])] = [
      ("有效期至下个月的店", ["门责协议有效期至下个月", "食品经营许可有效期至下个月"]), ("不合格的店", ["消防检查不合格", "商铺检查不合格"]),
      ("残疾等级三级以上的人", ["残疾等级1到3级"]), ("状态为完结的店", ["状态为歇业"]),
      ("检查日期在本月的店", ["消防检查日期在本月", "商铺检查日期在本月"]),
    ]
    for (sentence, suggestions) in sentences {
      do {
        let reading = try asking.read(sentence, asOf: AskWorld.today)
        Issue.record("\(sentence) was answered: \(reading.expression)")
      } catch {
        let offered = error.parts.flatMap(\.suggestions)
        #expect(suggestions.allSatisfy(offered.contains), "\(sentence): \(offered)")
        // What is offered can be asked.
        for suggestion in offered {
          #expect(throws: Never.self, "\(suggestion)") {
            try asking.read("\(suggestion)的\(sentence.suffix(1))", asOf: AskWorld.today)
          }
        }
      }
    }
  }
}

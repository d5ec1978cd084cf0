import FilterLanguage

/// How people say the title of a field: the title itself, its everyday forms, and the units of what is counted.
enum AskFieldTitles {
  /// Titles that people call by another name as well: words = title.
  private static let others = AskWords.table(
    """
    租金|月租|房租|每月租金=月租金
    服务时长|志愿服务时长|小时数=时长
    投入使用日期|启用日期|使用日期|用了|使用了|已用|已使用|投用了|使用=投用日期
    狗的品种|犬的品种|品种=犬种
    支部|党支部|所在党支部|所属支部|所属党支部=所在支部
    兵种=军种
    助餐地点=助餐点
    分数|评分|检查得分=得分
    核对结果|核实结果=结果
    高度|楼高|建筑高度=高度米
    余额占首期|余额占首期的百分比|余额占首期的比例|余额占首期比例=余额占首期百分比
    产权性质|房屋性质|房屋产权|产权=产权类型
    残疾类型|残疾种类=残疾类别
    残疾级别=残疾等级
    照护等级|长护险等级=评估等级
    用气类型|用气方式=用气类别
    租约到期日|租约到期=到期日
    打防疫针日期|打疫苗日期=免疫日期
    毕业学校|毕业院校=学校
    承办单位|责任单位|处置单位=主办单位
    收到日期|来电日期|上报日期=反映日期
    办结日=办结日期
    满意程度|满意度评分|满意度得分=满意度
    电梯数量|电梯台数|电梯部数=电梯数
    楼层数|总层数|总楼层|楼层=层数
    """
  ).reduce(into: [String: [String]]()) { $0[$1.value] = $1.words }

  /// What people call a field of one dataset; its title alone is that of others, too: words = dataset.field.
  private static let own = AskWords.table(
    """
    电话|手机|手机号|号码|电话号码|联系电话|电话核实结果|核实结果=phone_check.result
    事由|登记事由|来沪事由|居住登记事由|居住登记的事由=residence_registration.reason
    空置原因|空关原因|空着的原因=vacancy.reason
    就业状态|就业情况|工作状态=employment.status
    用工单位|工作单位|就业单位|上班单位=employment.employer
    结论|评估结论|照护结论|照护评估结论=care.valid_until
    残疾证|残疾人证=disability.cert_until
    狗证|犬证|养犬证=dog.cert_until
    维保公司|维保企业|电梯维保单位|电梯维保=elevator.maintainer
    物业公司|物业=property_management.company
    收运公司|餐厨收运单位=kitchen_waste.carrier
    装修状态=renovation.status
    隐患状态|整改状态=hazard.status
    加梯阶段|加装电梯阶段|加装电梯项目阶段=elevator_retrofit.stage
    开始助餐=meal_service.since
    预计完工日|预计完工日期|计划完工日期|计划完工|预计完工=renovation.planned_end
    预计完工日|预计完工日期|计划完工日期|计划完工|预计完工=shop_renovation.planned_end
    维修资金|维修基金|专项维修资金|维修资金余额|资金余额|维修资金余额占首期=maintenance_fund.remaining_percent
    """
  ).reduce(into: [String: [String]]()) { $0[$1.value, default: []] += $1.words }

  static func own(_ field: AskField) -> [String] { field.dataset.flatMap { own["\($0).\(field.entry.name)"] } ?? [] }

  /// Every way of saying the title of a field of this type.
  static func words(_ title: String, _ type: FieldType) -> [String] {
    var words = [title] + (others[title] ?? [])
    switch type {
    case .day: words += days(title)
    case .number: words += numbers(title)
    default: break
    }
    return words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func days(_ title: String) -> [String] {
    if let base = title.without(["有效期至"]) {
      return ["有效期", "有效期到", "有效期截至", "有效期限", "到期日", "到期日期", "到期时间"].map { base + $0 }
    }
    if let base = title.without(["到期"]), !base.isEmpty {
      return ["到期日", "到期日期", "到期时间", "有效期", "有效期至"].map { base + $0 }
    }
    if let base = title.without(["日期", "时间"]) {
      let lasting = isLasting(base) ? [base, base + "已", base + "了"] : []
      // 日期 alone has nothing that says of what.
      return base.isEmpty ? [] : ["日期", "时间", "日", "年份"].map { base + $0 } + lasting
    }
    if let base = title.without(["日"]), base.unicodeScalars.count > 1 { return ["日期", "时间", "日"].map { base + $0 } }
    return ["日期", "时间", "日"].map { title + $0 }
  }

  private static func numbers(_ title: String) -> [String] {
    if let base = title.without(["百分比"]), !base.isEmpty { return ["比例", "百分率"].map { base + $0 } }
    if let base = title.without(["数"]), base.unicodeScalars.count > 1 { return [base + "数量"] }
    return []
  }

  /// What is counted, where the title says how many there are: 子女 of 子女数.
  static func counted(_ title: String) -> String? {
    guard let base = title.without(["数"]), base.unicodeScalars.count > 1 else { return nil }
    return base
  }

  /// What the day is the day of: 入党 of 入党日期.
  static func happening(_ title: String) -> String? {
    guard let base = title.without(["日期", "时间"]) else { return nil }
    let bare = base.hasPrefix("上次") ? String(base.dropFirst(2)) : base
    // 发放 is said of each kind of aid, and 服务 of every helper.
    return bare.unicodeScalars.count == 2 && !["发放", "服务"].contains(bare) ? bare : nil
  }

  /// Whether the day lies ahead when it is put down: an end, a limit, a plan.
  static func isAhead(_ title: String) -> Bool {
    ["有效期", "到期", "期限", "计划", "下次", "届满", "应种", "截止", "结束", "期至"].contains { title.contains($0) }
  }

  /// Whether a value may come again on later rows (检查), so that one old row says nothing of today.
  static func isLasting(_ happening: String) -> Bool {
    ["入党", "转正", "投用", "入伍", "退役", "丧偶", "发卡"].contains(happening)
  }

  /// The units of a number, by what the title ends in; the first is the one to show.
  static func units(_ title: String) -> [String] {
    for (endings, units) in unitsByEnding where endings.contains(where: title.hasSuffix) { return units }
    return []
  }

  private static let unitsByEnding: [([String], [String])] = [
    (["等级", "级别"], ["级"]), (["得分", "满意度", "分数", "评分"], ["分"]), (["百分比", "比例"], ["%", "个百分点"]),
    (["时长", "小时数"], ["个小时", "小时", "个钟头"]), (["天数"], ["天"]), (["次数"], ["次"]),
    (["租金", "金额", "费用", "费", "额", "价", "收入", "工资"], ["万元", "元", "块钱", "块"]), (["间数"], ["间房", "间", "个房间"]),
    (["面积"], ["平方米", "平米", "个平方", "平方", "㎡", "m2"]), (["高度米", "高度"], ["米", "m"]),
    (["层数"], ["层楼", "层"]), (["电梯数"], ["部电梯", "台电梯", "部", "台"]), (["人数"], ["个人", "口人", "名居民", "人"]),
    (["户数"], ["户"]), (["子女数", "孩子数"], ["个子女", "个孩子", "名子女", "个", "名"]), (["年限"], ["年"]),
    (["数量", "数"], ["个", "件", "台", "部", "只", "条", "名", "间"]),
  ]
}

extension String {
  /// What is left without the first of these endings that it has.
  func without(_ endings: [String]) -> String? {
    for ending in endings where hasSuffix(ending) { return String(dropLast(ending.count)) }
    return nil
  }
}

/// How people say the values of datasets' fields, beside the values themselves: 停机 is also 停机了, 未结 also 没了结.
enum AskValueWords {
  /// Every way to say a value of a field, the value first.
  static func words(_ value: String, of field: String) -> [String] {
    let words = [value] + forms(value) + (said[field]?[value] ?? [])
    return words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static let denials = ["还没有", "还没", "没有", "没", "尚未", "还未", "未"]

  private static func forms(_ value: String) -> [String] {
    let length = value.unicodeScalars.count
    if value.hasPrefix("未"), length > 1 { return denials.map { $0 + value.dropFirst() } }
    if value.hasPrefix("已"), length > 2 { return ["已经\(value.dropFirst())", "\(value.dropFirst())了"] }
    if value.hasPrefix("待"), length > 2 {
      return ["等待\(value.dropFirst())", "等着\(value.dropFirst())"] + denials.map { $0 + value.dropFirst() }
    }
    if value.hasPrefix("无"), length > 1 { return ["没有\(value.dropFirst())"] }
    if value.hasSuffix("中"), length > 2 {
      let doing = value.dropLast()
      return ["在\(doing)", "正在\(doing)", "还在\(doing)", "仍在\(doing)", "正\(doing)"]
    }
    return []
  }

  /// dataset.field = value|said|said; several lines for one field.
  private static let table = """
    phone_check.result=空号|是空号|空号了|成了空号|变成空号|变空号
    phone_check.result=停机|停机了|停了机|已停机|已经停机|欠费停机
    phone_check.result=无人接听|没人接听|没有人接听|无人接|没人接|没有人接|一直没人接|不接
    phone_check.result=非本人|不是本人|不是本人的|不是他本人|不是本人接|号码不是本人|别人的
    phone_check.result=接通|打通|打通了|接通了|能打通|打得通
    mediation.status=未结|没了结|未了结|没结案|未结案|没结掉|没调好|没解决|没处理好|没调解好|没有了结|还没了结|还没结案|还没结掉|还没调好|还没调解好|还没解决|没有结案|尚未了结|尚未结案
    mediation.status=已结|了结了|已了结|已经了结|结案了|已结案|已经结案|结掉|结掉了|已经结掉|已经结掉了|调好了|调解好了|调解成功|解决了|已经解决
    renovation.status=施工中|施工|在做|还没做完
    renovation.status=停工|停工了|停了工|停下来了|停着|已停工|已经停工
    renovation.status=完工|完工了|已完工|已经完工|做完了|装完了|装好了
    shop_renovation.status=施工中|施工|在做
    shop_renovation.status=停工|停工了|停了工|停下来了|停着|已停工|已经停工
    shop_renovation.status=完工|完工了|已完工|已经完工|做完了|装完了|装好了
    hazard.status=待整改|没改|还没改|没整改好
    hazard.status=整改中|正在改|在改
    hazard.status=销号|销号了|已销号|已经销号|销了号|销掉|已经销掉
    hazard.kind=楼道堆物|楼道堆东西|楼道堆杂物|楼道里堆物
    hazard.kind=消防设施|消防设备
    home_adaptation.status=意向|有意向|登记了意向|登记意向|想做
    home_adaptation.status=评估|评估中|正在评估|在评估|还在评估
    home_adaptation.status=施工|施工中|正在施工|在施工|还在施工|在做
    home_adaptation.status=完成|完成了|已完成|已经完成|做好了|做完了|做好|做完|完工
    elevator_retrofit.stage=征询|征询中|正在征询|在征询|还在征询|征询意见
    elevator_retrofit.stage=公示|公示中|正在公示|在公示|还在公示|公示期
    elevator_retrofit.stage=审批|审批中|正在审批|在审批|还在审批|报批|报批中|在报批
    elevator_retrofit.stage=施工|施工中|正在施工|在施工|还在施工
    elevator_retrofit.stage=竣工|竣工了|已竣工|已经竣工|完工|完工了|已完工|建好了|装好了
    elevator_event.kind=困人|困过人|困了人|困人过|关人|关过人|关了人
    elevator_event.kind=故障|出故障|出过故障|出了故障|发生故障|发生过故障|故障过|坏过|坏了
    elevator_event.kind=停用|停运|停过|停用过|停运过
    licence_check.result=无照|没照|没有照|没有执照|没执照|无执照
    licence_check.result=证照不符|证照不一致|证照对不上|不符|对不上
    licence_check.result=已注销|注销|注销了|已经注销|注销掉了
    licence_check.result=一致|相符|对得上
    employment.status=失业|处于失业|处于失业状态|失业状态
    employment.status=灵活就业|打零工|打短工
    employment.status=在职|在上班|上着班|有工作单位
    employment.status=在校|在读|在读书|在上学
    employment.status=退休|退休了|已退休|已经退休
    gas.kind=管道|管道气|管道煤气|管道燃气|管道天然气|天然气
    gas.kind=瓶装|瓶装气|瓶装煤气|瓶装液化气|瓶装燃气|液化气|液化气瓶|液化气钢瓶|钢瓶|煤气瓶|煤气罐|钢瓶气
    shop_gas.kind=管道|管道气|管道煤气|管道燃气|管道天然气|天然气
    shop_gas.kind=瓶装|瓶装气|瓶装煤气|瓶装液化气|瓶装燃气|液化气|液化气瓶|液化气钢瓶|钢瓶|煤气瓶|煤气罐|钢瓶气
    mediation.kind=漏水|渗水|渗漏水|渗漏
    mediation.kind=噪声|噪音
    mediation.kind=邻里|邻居
    mediation.kind=停车|车位
    aid.kind=助学帮扶|助学金|助学
    aid.kind=慰问金|慰问款
    aid.kind=节日帮困|节日帮困金
    aid.kind=临时救助|临时救助金|临时救助款
    fire_facility.kind=消火栓|消防栓
    senior_card.status=停用|停了|停用了|被停用|已停用
    vaccination.vaccine=乙肝|乙肝疫苗|乙肝针|乙肝的疫苗|乙肝的针|乙肝苗
    vaccination.vaccine=卡介苗|卡介苗疫苗|卡介苗针|卡介苗的疫苗|卡介苗的针|卡介苗苗
    vaccination.vaccine=脊灰|脊灰疫苗|脊灰针|脊灰的疫苗|脊灰的针|脊灰苗
    vaccination.vaccine=百白破|百白破疫苗|百白破针|百白破的疫苗|百白破的针|百白破苗
    vaccination.vaccine=麻腮风|麻腮风疫苗|麻腮风针|麻腮风的疫苗|麻腮风的针|麻腮风苗
    vaccination.vaccine=乙脑|乙脑疫苗|乙脑针|乙脑的疫苗|乙脑的针|乙脑苗
    vaccination.vaccine=流脑|流脑疫苗|流脑针|流脑的疫苗|流脑的针|流脑苗
    vaccination.vaccine=甲肝|甲肝疫苗|甲肝针|甲肝的疫苗|甲肝的针|甲肝苗
    vaccination.vaccine=水痘|水痘疫苗|水痘针|水痘的疫苗|水痘的针|水痘苗
    graduation.level=硕士|硕士研究生
    graduation.level=博士|博士研究生
    """

  private static let said: [String: [String: [String]]] = AskWords.table(table).reduce(into: [:]) { said, line in
    let words = AskWords.split(line.value)
    guard let field = line.words.first, let value = words.first else { return }
    said[field, default: [:]][value, default: []] += words.dropFirst()
  }
}

import FilterLanguage

// 由绿洲环保收运, 在瑞金医院体检, 参加过平安巡逻项目: a value that is not known, between two words that say of which field.

extension AskScanner {
  private struct Frame {
    let dataset: String
    let field: String
    /// What stands before the value, and behind it.
    let leads: [String]
    let ends: [String]
    /// How a value must end where the words around it say little; empty where they say enough.
    var endings: [String] = []
  }

  private static let clinics = ["医院", "中心", "卫生站", "门诊部", "门诊", "诊所", "体检中心", "卫生院", "服务站", "保健院"]
  private static let canteens = ["食堂", "助餐点", "餐厅", "中心", "饭店", "食坊", "之家", "家园", "助餐站", "客堂"]
  private static let firms = [
    "公司", "集团", "厂", "银行", "医院", "学校", "大学", "中学", "小学", "幼儿园", "酒店", "饭店", "宾馆", "超市", "商店", "商场", "研究所", "设计院", "研究院",
    "事务所", "物业",
    "街道办", "派出所", "邮局", "地铁", "单位",
  ]

  private static let frames = [
    Frame(
      dataset: "kitchen_waste", field: "carrier", leads: ["由", "交给", "交由", "委托给", "委托", "签给"],
      ends: ["负责收运", "来收运", "收运", "负责清运", "清运", "来收", "上门收", "收走"]),
    Frame(
      dataset: "elevator", field: "maintainer", leads: ["由", "委托给", "委托", "交给"],
      ends: ["负责维保", "维保", "负责维护保养", "维护保养", "负责保养", "保养"]),
    Frame(
      dataset: "property_management", field: "company", leads: ["由", "委托给", "委托", "交给"],
      ends: ["负责管理", "管理", "管着", "在管", "来管", "管", "负责物业管理", "提供物业服务", "服务"], endings: ["物业", "公司", "服务"]),
    Frame(
      dataset: "checkup", field: "place", leads: ["在", "去", "到", "去了", "到了"],
      ends: ["做过健康体检", "做健康体检", "做过体检", "做了体检", "做体检", "体检过了", "体检过", "体检了", "体检", "参加体检"], endings: clinics),
    Frame(
      dataset: "meal_service", field: "place", leads: ["在", "去", "到"],
      ends: ["吃助餐", "享受助餐", "助餐", "吃饭", "用餐", "就餐", "搭伙", "吃中饭", "吃午饭"], endings: canteens),
    Frame(
      dataset: "employment", field: "employer", leads: ["在"], ends: ["上着班", "上班", "工作", "就业", "任职", "做工"],
      endings: firms),
    Frame(
      dataset: "volunteering", field: "project", leads: ["参加过", "参加了", "参加", "参与过", "参与了", "参与", "做过", "服务过"],
      ends: ["志愿服务项目", "志愿项目", "公益项目", "服务项目", "项目", "志愿服务", "志愿活动"]),
    Frame(
      dataset: "vacancy", field: "reason", leads: ["因为", "因", "由于"],
      ends: ["空置着", "空置", "空关着", "空关", "空着", "闲置着", "闲置", "而空置", "没人住"]),
    Frame(
      dataset: "residence_registration", field: "reason", leads: ["因为", "因", "由于", "以"],
      ends: ["办的居住登记", "办了居住登记", "办过居住登记", "办理居住登记", "办居住登记", "做居住登记", "居住登记", "登记居住"]),
  ]

  private static let longestValue = 16

  /// What such words say of a field, and where they end.
  func framed(at start: Int) -> [(AskFieldHit, Int)] {
    Self.frames.compactMap { frame -> (AskFieldHit, Int)? in
      guard let lead = text.end(frame.leads, at: start),
        let field = words.fields.fields[frame.dataset]?.first(where: { $0.entry.name == frame.field }),
        let (value, end) = value(frame, at: lead)
      else { return nil }
      return (AskFieldHit(field: field, test: .compare(.equal, .text(text.span(value).text))), end)
    } + [managed(at: start)].compactMap { $0 }
  }

  /// 永升物业管的楼: a company, by how its name ends.
  private func managed(at start: Int) -> (AskFieldHit, Int)? {
    guard isFree(start),
      let field = words.fields.fields["property_management"]?.first(where: { $0.entry.name == "company" })
    else {
      return nil
    }
    let frame = Frame(
      dataset: "property_management", field: "company", leads: [], ends: ["负责管理的", "管理的", "管着的", "在管的", "管的"],
      endings: ["物业"])
    return value(frame, at: start).map { range, end in
      (AskFieldHit(field: field, test: .compare(.equal, .text(text.span(range).text))), end - 1)
    }
  }

  private func value(_ frame: Frame, at start: Int) -> (Range<Int>, Int)? {
    var at = start
    while at < min(text.count, start + Self.longestValue), !Self.breaks.contains(text.scalars[at]) {
      if at >= start + 2, let end = text.end(frame.ends, at: at), isName(start..<at, frame.endings) {
        return (start..<at, end)
      }
      at += 1
    }
    return nil
  }

  private static let breaks = Set("的,，。、;；:：()（）且或和及并“”「」?？!！".unicodeScalars)
  private static let denials = Set("没不未无有被非还在由".unicodeScalars)

  /// 三个, 两年: a number of something, where 三菱 is a name.
  private func isCount(at start: Int) -> Bool {
    guard let number = text.number(at: start), number.end < text.count else { return false }
    return "个名次位件岁年月天日份张多几以".unicodeScalars.contains(text.scalars[number.end])
  }

  /// Whether it can be a name: nothing that is known already, no time, and no denial.
  private func isName(_ range: Range<Int>, _ endings: [String]) -> Bool {
    let said = text.span(range).text
    guard
      endings.isEmpty || endings.contains(where: { said.hasSuffix($0) && said != $0 })
        || endings == Self.clinics
          && said.hasSuffix("社区卫生服务中心")
    else { return false }
    guard !range.contains(where: { Self.denials.contains(text.scalars[$0]) }),
      !"年交委又也都还已且并仍正曾就才今去昨本上下".unicodeScalars.contains(text.scalars[range.lowerBound]),
      times(at: range.lowerBound) == nil,
      !isCount(at: range.lowerBound)
    else { return false }
    // 在今年体检, 由居委会管理: that says when, or who is known.
    let isKnown = lexicon(at: range.lowerBound).contains { $0.range.upperBound == range.upperBound }
    return !isKnown && !range.contains { at in windows(at: at).contains { $0.range.upperBound <= range.upperBound } }
  }
}

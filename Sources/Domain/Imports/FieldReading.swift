/// Reads one cell into a value, and says in the findings what it could not read.
extension RowCells {
  /// A required text.
  package func text(_ field: ImportField, _ findings: inout RowFindings, missing: String) -> String? {
    if let text = self[field] { return text }
    findings.add(.rejected, "\(field.rawValue)_missing", header(field), missing)
    return nil
  }

  package enum DateCell: Sendable, Equatable {
    case day(Day)
    case partial(PartialDate, text: String)
  }

  /// A day, or what is written of one; a cell that is there and neither refuses the row.
  package func date(_ field: ImportField, _ findings: inout RowFindings) -> DateCell? {
    guard let text = self[field] else { return nil }
    do {
      return .day(try Self.day(text))
    } catch {
      if let partial = PartialDate(text) { return .partial(partial, text: text) }
      findings.add(.rejected, error.code, header(field), error.detail)
      return nil
    }
  }

  /// A day. One without month or day sends the row to a person.
  package func day(_ field: ImportField, _ findings: inout RowFindings) -> Day? {
    switch date(field, &findings) {
    case .day(let day): return day
    case .partial:
      findings.add(.review, "\(field.rawValue)_partial", header(field), "日期没有写到日，请补全")
      return nil
    case nil: return nil
    }
  }

  /// Dates as people type them, and the bare day counts of spreadsheets.
  private static func day(_ text: String) throws(Problem) -> Day {
    if text.utf8.count == 5, let serial = Double(text) { return try DateReading.day(serial: serial) }
    return try DateReading.day(text)
  }

  /// A word of a closed list. One that is not known is left out and noted; the row goes on.
  package func word(_ field: ImportField, _ known: [String: String], _ findings: inout RowFindings) -> String? {
    guard let text = self[field] else { return nil }
    if let word = known[text] { return word }
    findings.add(.sound, "unknown_word", header(field), "看不懂「\(text.prefix(20))」，该列未导入")
    return nil
  }

  /// A number of a range, decimals allowed, with a unit of the list behind it (65.4平方米). What else a cell says (约60, 60-70,
  /// 6/18层, 60亩) is not the number with which it begins: it is left out, noted, and stays visible beside the row.
  package func number(
    _ field: ImportField, in range: ClosedRange<Double>, isWhole: Bool = false, units: [String],
    _ kept: inout [KeptValue], _ findings: inout RowFindings
  ) -> Double? {
    guard let text = self[field] else { return nil }
    if let value = Self.number(text, units), range.contains(value), !isWhole || value == value.rounded() {
      return value
    }
    findings.add(.sound, "unreadable_number", header(field), "看不懂数字「\(text.prefix(20))」，该列未导入")
    kept.append(KeptValue(field.rawValue, text))
    return nil
  }

  private static func number(_ text: String, _ units: [String]) -> Double? {
    let pieces = PlainText.folded(text).split(separator: " ")
    // 60 70 are two numbers.
    let isSplit = zip(pieces, pieces.dropFirst()).contains { $0.last?.isDigit == true && $1.first?.isDigit == true }
    guard !isSplit else { return nil }
    var bare = String(String.UnicodeScalarView(pieces.joined())).lowercased()
    if bare.hasPrefix("'") { bare.removeFirst() }
    if let unit = units.first(where: bare.hasSuffix) { bare.removeLast(unit.count) }
    let parts = bare.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      parts.count > 1 && (1...3).contains(parts[0].count)
      && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    guard parts.count == 1 || isGrouped, bare.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") })
    else {
      return nil
    }
    return Double(parts.joined())
  }

  /// The same, and what is not known stays visible beside the row.
  package func word(
    _ field: ImportField, _ known: [String: String], _ kept: inout [KeptValue], _ findings: inout RowFindings
  ) -> String? {
    let word = word(field, known, &findings)
    if word == nil, let text = self[field] { kept.append(KeptValue(field.rawValue, text)) }
    return word
  }

  /// The first telephone number of the row's columns in its stored form. Further ones, and whose they are, stay visible.
  package func phone(_ kept: inout [KeptValue], _ findings: inout RowFindings) -> String? {
    var first: String?
    for field in [ImportField.phone, .phone2] {
      guard let text = self[field] else { continue }
      let cell = PhoneCell(text)
      for found in cell.numbers where found.number != first || found.note != nil {
        if first == nil { first = found.number }
        guard found.number != first || found.note != nil else { continue }
        let note = found.note.map { "（\($0)）" } ?? ""
        kept.append(KeptValue(found.number == first ? "phone_note" : "phone", found.number + note))
      }
      if cell.isMasked { findings.add(.sound, "phone_masked", header(field), "电话有几位被遮住，未导入") }
      if !cell.unread.isEmpty {
        findings.add(.sound, "phone_unreadable", header(field), "电话看不懂，未导入")
        kept.append(KeptValue("phone_text", text))
      }
    }
    return first
  }
}

/// The words of rosters for values that the database holds in one form.
package enum RosterWords {
  package static let sex = table(["男": "男 男性 M 1 m", "女": "女 女性 F 2 f"])
  package static let hukou = table([
    "本市": "本市 本市户籍 沪籍 上海 上海市 本地 本市户口 户籍 沪 户籍人口 本市常住 常住户口 本区 外区 本街道",
    "外省市": "外省市 外省市户籍 外来 来沪 非沪 非沪籍 外地 外省 来沪人员 流动人口 非户籍 外来人口",
    "港澳台": "港澳台 港澳台居民 香港 澳门 台湾", "外籍": "外籍 外国 外国人 境外 外籍人士",
  ])
  package static let role = table([
    "owner": "owner 户主 产权人 业主 房主 房东 自有 权利人 所有权人 本人 共有人",
    "tenant": "tenant 租客 租户 承租人 租赁 租住 承租 房客 合租 租房",
    "family":
      "family 家属 家庭成员 同住 同住人 共同居住人 配偶 妻 夫 妻子 丈夫 子 女 儿子 女儿 父 母 父亲 母亲 孙子 孙女 外孙 外孙女 儿媳 女婿 兄弟 姐妹 子女 父母 祖父母 亲属 其他亲属 长子 次子 长女 次女 媳 婿 岳父 岳母 公公 婆婆 爷爷 奶奶 外公 外婆 借住 居住 居民",
  ])
  /// Words for the family that say nothing more.
  package static let anyFamily: Set<String> = ["family", "家属", "家庭成员", "同住", "同住人", "共同居住人", "亲属", "其他亲属", "居住", "居民"]
  package static let houseKind = table([
    "dwelling": "dwelling 居住 住宅 民宅 住房 居民住宅 居住用房 公寓 别墅 里弄 老公房 商品房 公房 私房 售后公房 动迁房 自住 出租",
    "shopfront": "shopfront 店面 商铺 店铺 沿街商铺 商业 商用 门面 门面房 商业用房 底商 铺面",
    "office": "office 办公 办公楼 写字楼 商务楼 办公用房 商务", "other": "other 其他 其它 仓库 车库 公建 公共设施 配套 工业 厂房 学校 医院 非居",
  ])
  package static let shopStatus = table([
    "营业": "营业 营业中 正常 正常营业 在营 开业 经营中 存续 在业 试营业", "装修": "装修 装修中 在装修 筹备 筹备中 筹建", "招租": "招租 空置 招租中 空铺 待租 出租 转让 空关",
    "歇业": "歇业 停业 歇业中 关闭 关店 已关 停业中 暂停营业 注销 吊销 关门 已关闭 倒闭",
  ])
  package static let shopKind = table([
    "storefront": "storefront 沿街门店 商铺 店铺 铺 个体 个体户 个体工商户 沿街商铺 门店", "company": "company 企业 公司 有限公司 法人 单位 企",
  ])
  package static let assetKind = table([
    "elevator": "elevator 电梯 客梯 货梯 自动扶梯 扶梯 乘客电梯 垂直电梯", "charging_pile": "charging_pile 充电桩 充电设施 电动车充电桩 充电柜",
    "hydrant": "hydrant 消火栓 消防栓 室外消火栓", "extinguisher": "extinguisher 灭火器", "camera": "camera 摄像头 监控 探头 监控探头",
    "street_lamp": "street_lamp 路灯", "manhole": "manhole 窨井盖 井盖 窨井", "gas_meter": "gas_meter 燃气表",
    "water_tank": "water_tank 水箱 二次供水", "smoke_alarm": "smoke_alarm 烟感 烟感报警器 独立烟感",
  ])

  package static let houseUse = table([
    "self": "self 自住 自用 自有自住 产权人自住", "let": "let 出租 租住 租赁 已出租 出租中", "vacant": "vacant 空置 空关 空房 闲置 无人居住",
  ])

  /// What a kind of asset is called on paper.
  package static let assetTitles: [String: String] = [
    "elevator": "电梯", "charging_pile": "充电桩", "hydrant": "消火栓", "extinguisher": "灭火器", "camera": "摄像头",
    "street_lamp": "路灯",
    "manhole": "窨井盖", "gas_meter": "燃气表", "water_tank": "水箱", "smoke_alarm": "烟感",
  ]

  private static func table(_ groups: [String: String]) -> [String: String] {
    var words: [String: String] = [:]
    for (meaning, list) in groups {
      for word in list.split(separator: " ") { words[String(word)] = meaning }
    }
    return words
  }
}

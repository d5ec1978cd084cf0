import FilterLanguage

/// What fields and their values are called, ready to be found at a place in a sentence. All of it comes from the titles,
/// types and known values of the vocabulary: a dataset field can be spoken of as soon as it is defined.
struct AskFieldWords: Sendable {
  enum Role: Hashable, Sendable {
    /// What follows is compared with the field.
    case title
    /// The word says the value by itself; `standsAlone` when nothing else has to say what it is a value of.
    case value(Test, standsAlone: Bool)
    /// 子女 of 子女数: how many stands around it.
    case counted
  }

  struct Meaning: Hashable, Sendable {
    let field: AskField
    let role: Role
  }

  struct Entry: Sendable {
    let word: [Unicode.Scalar]
    var meanings: [Meaning]
  }

  /// What a dataset itself is called.
  struct Noun: Sendable {
    let word: [Unicode.Scalar]
    var datasets: [String]
  }

  private var byFirst: [Unicode.Scalar: [Entry]] = [:]
  private var nounsByFirst: [Unicode.Scalar: [Noun]] = [:]
  private(set) var fields: [String: [AskField]] = [:]
  private var nounWords: [String: [String]] = [:]
  /// What happened on the days of datasets: 受理, 开始, 发放.
  private(set) var happenings: [(word: [Unicode.Scalar], field: AskField)] = []
  /// The names of each dataset.
  private(set) var names: [String: [String]] = [:]
  /// Where somebody belongs, by what such a place is called: 支部 of 所在支部.
  private(set) var places: [(field: AskField, noun: [Unicode.Scalar])] = []

  init(_ vocabulary: Vocabulary) {
    var words: [String: [Meaning]] = [:]
    var nouns: [String: [String]] = [:]
    for field in AskField.all(vocabulary) {
      if let dataset = field.dataset { fields[dataset, default: []].append(field) }
      if field.dataset != nil, field.entry.type == .day, let base = field.entry.title.without(["日期", "时间", "日"]),
        base.unicodeScalars.count > 1
      {
        happenings.append((AskText.fold(base), field))
      }
      if field.dataset != nil, field.entry.type == .text, let noun = field.entry.title.after(["所在"]) {
        places.append((field, AskText.fold(noun)))
      }
      let name = field.dataset.flatMap { vocabulary.dataset($0)?.name }
      for (word, role) in Self.words(of: field, in: name) {
        words[word, default: []].append(Meaning(field: field, role: role))
      }
    }
    for dataset in vocabulary.datasets {
      names[dataset.code] = AskDatasetNames.before(dataset.name, dataset.code)
      let all = AskDatasetNames.words(dataset)
      nounWords[dataset.code] = all.sorted { $0.count > $1.count }
      for word in all { nouns[word, default: []].append(dataset.code) }
    }
    Self.addLonger(&words)
    let counts = Self.ownTitles(words)
    for (word, meanings) in words {
      let kept = Self.distinct(meanings, word, counts)
      let scalars = AskText.fold(word)
      if let first = scalars.first, !kept.isEmpty {
        byFirst[first, default: []].append(Entry(word: scalars, meanings: kept))
      }
    }
    for (word, datasets) in nouns {
      let scalars = AskText.fold(word)
      if let first = scalars.first { nounsByFirst[first, default: []].append(Noun(word: scalars, datasets: datasets)) }
    }
    // Longest first, whatever order the dictionaries have.
    for first in byFirst.keys { byFirst[first]?.sort { $0.word.count > $1.word.count } }
    for first in nounsByFirst.keys { nounsByFirst[first]?.sort { $0.word.count > $1.word.count } }
  }

  /// The words that stand at `start`, longest first.
  func entries(_ text: AskText, at start: Int) -> [Entry] {
    guard start < text.count else { return [] }
    return (byFirst[text.scalars[start]] ?? []).filter { text.starts($0.word, at: start) }
  }

  func knows(_ word: String) -> Bool {
    let scalars = AskText.fold(word)
    return scalars.first.map { first in (byFirst[first] ?? []).contains { $0.word == scalars } } ?? false
  }

  /// What may stand for a dataset beside a value, longest first.
  func nounsOf(_ dataset: String?) -> [String] { dataset.flatMap { nounWords[$0] } ?? [] }

  func nouns(_ text: AskText, at start: Int) -> [Noun] {
    guard start < text.count else { return [] }
    return (nounsByFirst[text.scalars[start]] ?? []).filter { text.starts($0.word, at: start) }
  }

  // MARK: words of one field

  private static func words(of field: AskField, in dataset: String?) -> [(String, Role)] {
    let entry = field.entry
    let names = dataset.map { AskDatasetNames.before($0, field.dataset ?? "") } ?? []
    func everywhere(_ word: String) -> Set<String> {
      Set([word] + names.flatMap { AskDatasetNames.join($0, word) })
    }
    var found: [(String, Role)] = []
    let own = field.dataset == nil ? AskWords.keyWords(entry.name, of: field.subject) : []
    for title in Set(AskFieldTitles.words(entry.title, entry.type) + own) {
      found += everywhere(title).map { ($0, .title) }
    }
    found += AskFieldTitles.own(field).map { ($0, .title) }
    // 外摆备案在有效期内: what ends is the dataset itself, where it has but one end.
    if field.dataset != nil, entry.type == .day,
      ["有效期至", "备案到期", "协议到期", "合同到期"].contains(where: entry.title.hasSuffix)
    {
      found += names.map { ($0, .title) }
    }
    if entry.type == .flag {
      for (word, flag) in AskFlagWords.words(entry.title) {
        found += everywhere(word).map { ($0, .value(.compare(.equal, .flag(flag)), standsAlone: true)) }
      }
      // 应急灯坏了: only beside what says of what.
      found += AskFlagWords.colloquial(entry.title).map {
        ($0.word, .value(.compare(.equal, .flag($0.flag)), standsAlone: false))
      }
    }
    let isAlone = field.standsAlone
    found += field.values.map { value in
      (
        value.word,
        .value(
          .compare(.equal, .text(value.value)),
          standsAlone: isAlone && value.word.unicodeScalars.count >= field.shortest)
      )
    }
    if field.dataset != nil, entry.type == .number, let counted = AskFieldTitles.counted(entry.title) {
      found.append((counted, .counted))
    }
    return found
  }

  /// 有效期至 is the title of one field and the end of another's (证件有效期至): alone it could be either.
  private static func addLonger(_ words: inout [String: [Meaning]]) {
    let fields = Set(words.values.joined().map(\.field)).filter { $0.dataset != nil }
    for short in fields where short.entry.type == .day || short.entry.type == .number {
      for long in fields where long.subject == short.subject && long.entry.type == short.entry.type {
        guard long.entry.title != short.entry.title, long.entry.title.hasSuffix(short.entry.title) else { continue }
        for word in AskFieldTitles.words(short.entry.title, short.entry.type) {
          words[word, default: []].append(Meaning(field: long, role: .title))
        }
      }
    }
  }

  /// The titles of the subjects' own numbers.
  private static func ownTitles(_ words: [String: [Meaning]]) -> [String] {
    let own = words.values.joined().filter { $0.field.dataset == nil && $0.field.entry.type == .number }
    return Array(Set(own.map(\.field.entry.title)))
  }

  /// 面积 is that of a house before it is that of a dataset: a dataset's number with such a name needs the dataset's.
  private static func distinct(_ meanings: [Meaning], _ word: String, _ own: [String]) -> [Meaning] {
    var kept: [Meaning] = []
    for meaning in meanings where !kept.contains(meaning) {
      let isHidden =
        meaning.role == .title && meaning.field.dataset != nil && meaning.field.entry.type == .number
        && own.contains { $0.hasSuffix(word) }
      if !isHidden { kept.append(meaning) }
    }
    return kept
  }
}

/// Ways to say that a flag is set or not, from its title: 有物业管理 and 没有物业管理, 合格 and 不合格, 已接种 and 未接种.
enum AskFlagWords {
  static func words(_ title: String) -> [(word: String, flag: Bool)] {
    let lacks = ["没有", "没", "未", "无", "还没有", "还没", "尚未"]
    if let rest = title.after(["装有", "安装有"]) {
      return set([title, "装了\(rest)", "安装了\(rest)", "已装\(rest)", "已安装\(rest)", "有\(rest)"], true)
        + set(
          ["没装", "未装", "没有装", "未装有", "没有安装", "未安装", "没安装", "没有", "无"].map { $0 + rest }, false)
    }
    if let rest = title.after(["有"]) {
      return set([title, "带\(rest)", "有了\(rest)"], true) + set(["没有", "没", "无", "未有"].map { $0 + rest }, false)
    }
    if let rest = title.after(["已"]) {
      return set([title, "已经\(rest)", "\(rest)过", "\(rest)了"], true)
        + set(lacks.filter { $0 != "无" }.flatMap { [$0 + rest, "\($0)\(rest)过"] }, false)
    }
    return set([title], true) + denied(title)
  }

  /// What people say of things that work and do not.
  static func colloquial(_ title: String) -> [(word: String, flag: Bool)] {
    switch title {
    case "完好", "工作正常":
      set(
        ["坏了", "坏掉了", "坏掉", "坏的", "失灵", "损坏", "坏脱了", "坏脱", "坏特了", "不灵", "不灵了", "不响", "不能用", "用不了", "不好用", "不亮"], false)
        + set(["好的", "能用"], true)
    case "合格": set(["没通过", "未通过", "没有通过", "不通过", "没过关", "没过"], false) + set(["通过", "通过了"], true)
    case "已接种": set(["没打", "没有打", "还没打", "没种", "还没种", "未打"], false) + set(["打了", "打过", "打过了"], true)
    default: []
    }
  }

  /// Where 不 goes: before 合格, 与…一致, 与子女同住; inside 工作不正常, 核验不通过.
  private static func denied(_ title: String) -> [(word: String, flag: Bool)] {
    if title.hasPrefix("与") || title.hasPrefix("和") {
      let tail = String(title.dropFirst(title.count - 2))
      return set(["不\(title)", "没有\(title)", "未\(title)", "没\(title)", "\(title.dropLast(2))不\(tail)"], false)
    }
    if title.count == 4, let tail = ["正常", "通过", "合格", "完好", "一致"].first(where: title.hasSuffix) {
      let head = String(title.dropLast(2))
      let denials = tail == "通过" ? ["不", "未", "没", "没有"] : ["不"]
      return set(denials.map { head + $0 + tail }, false)
    }
    if let found = title.firstRange(of: "在"), found.lowerBound != title.startIndex {
      let (head, tail) = (title[..<found.lowerBound], title[found.lowerBound...])
      return set(["\(head)不\(tail)"], false)
    }
    if ["合格", "完好", "正常", "一致"].contains(title) { return set(["不\(title)"], false) }
    return set(["没有\(title)", "没\(title)", "未\(title)", "无\(title)"], false)
  }

  private static func set(_ words: [String], _ flag: Bool) -> [(word: String, flag: Bool)] { words.map { ($0, flag) } }
}

/// What datasets are called.
enum AskDatasetNames {
  /// Everyday words that speak of a dataset's rows beside one of its values: words = code.
  private static let everyday = AskWords.table(
    """
    残疾|残疾证=disability
    毕业=graduation
    就业=employment
    产权=property
    服役|当兵|当过|当的是|服过役|服了役|服过兵役|服兵役|当过兵|当的兵|参过军|参军|当了兵=service_record
    殡葬=funeral
    救助|帮扶|帮困|补助=aid
    纠纷|调解=mediation
    志愿服务|志愿活动|志愿|服务|志愿者服务|公益服务=volunteering
    水表|智能水表=water_meter
    证件核验|身份证核验|身份核验|身份证|证件|身份证核对|证件核对=id_check
    电话核实|电话|手机|号码|电话号码|手机号|联系电话=phone_check
    空置|空置登记|空关登记=vacancy
    地址核对|地址=address_check
    婚育|婚育情况|家庭=family
    户籍地|户籍核对|户籍地核对=hukou_place
    救助复核|复核=aid_review
    适老化改造|适老化|适老改造=home_adaptation
    线上账号|实名|实名认证|线上认证|线上实名=online_account
    外摆|外摆备案|外摆位=outdoor_seating
    门责|门责书|门责协议|门责协议书=gate_duty
    消防检查|消防=fire_check
    租约|租赁合同|出租=lease
    电梯事件=elevator_event
    建筑=structure
    隐患台账|安全隐患=hazard
    就业|工作|就业登记=employment
    毕业生=graduation
    就餐|用餐=meal_service
    检查|被检查=shop_inspection
    安全检查|入户检查|检查=safety_check
    分隔检查|群租检查|检查=partition
    租约|备案|租赁|租赁合同|租赁备案合同=lease
    隐患=hazard
    加梯|加装电梯|加梯项目=elevator_retrofit
    消防设施=fire_facility
    体检=checkup
    接种|疫苗=vaccination
    装修=renovation
    装修|店铺装修=shop_renovation
    助餐=meal_service
    敬老卡=senior_card
    居住登记=residence_registration
    物业|物业管理=property_management
    业委会=owners_committee
    证照=licence_check
    商铺用气|用气=shop_gas
    餐厨垃圾|餐厨|餐厨垃圾收运协议|餐厨收运协议|餐厨垃圾协议|餐厨协议=kitchen_waste
    公共场所卫生许可证|卫生许可证|卫生许可=health_licence
    养|养了|养着|养的是|养犬|养狗|犬|狗=dog
    电梯=elevator
    电梯=elevator_event
    老年照护统一需求评估|照护统一需求评估|统一需求评估|照护|长护险|长护险评估|照护评估|老年照护=care
    烟感=smoke_alarm
    维修资金=maintenance_fund
    水箱=water_tank
    燃气|煤气=gas
    垃圾分类=waste_check
    食品许可|食品许可证|食品经营许可证=food_licence
    居住证=permit
    """
  ).reduce(into: [String: [String]]()) { $0[$1.value, default: []] += $1.words }

  private static let endings = ["登记", "备案", "档案", "记录", "台账", "项目", "概况", "评估", "核对", "核验"]

  /// What may stand for the dataset beside one of its values.
  static func words(_ dataset: Vocabulary.Dataset) -> [String] {
    let short = dataset.name.without(endings).map { $0.unicodeScalars.count > 1 ? [$0] : [] } ?? []
    let all = [dataset.name, dataset.name + "记录"] + short + (everyday[dataset.code] ?? [])
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What may stand before a title.
  static func before(_ name: String, _ code: String) -> [String] {
    let short = name.without(endings).map { $0.unicodeScalars.count > 1 ? [$0] : [] } ?? []
    return ([name] + short + (everyday[code] ?? []).filter { $0.unicodeScalars.count > 1 }).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// 消防 of 消防检查, before 检查日期.
  static func lead(_ name: String, _ title: String) -> String {
    if title.hasPrefix(name) { return "" }
    let lengths = stride(from: min(name.count, title.count) - 1, to: 1, by: -1)
    let shared = lengths.first { name.suffix($0) == title.prefix($0) } ?? 0
    return String(name.dropLast(shared))
  }

  /// 消防检查 and 检查日期 are 消防检查日期; 照护 and 评估等级 also 照护等级.
  static func join(_ name: String, _ title: String) -> [String] {
    if title.hasPrefix(name) { return [] }
    var words = [name + title, "\(name)的\(title)", "\(name)记录的\(title)"]
    for length in stride(from: min(name.count, title.count) - 1, to: 0, by: -1)
    where name.suffix(length) == title.prefix(length) && length > 1 {
      words.append(name + title.dropFirst(length))
    }
    // 上次安检 of 燃气安检 is 上次燃气安检.
    for lead in ["上次", "下次", "计划", "预计"] where title.hasPrefix(lead) {
      let rest = String(title.dropFirst(lead.count))
      words.append(lead + (name.hasSuffix(rest) ? name : name + rest))
    }
    if let core = ["等级", "类别", "有效期至", "有效期"].first(where: { title.hasSuffix($0) && title != $0 }) {
      words.append(name + core)
    }
    return words
  }
}

extension String {
  /// What is left without the first of these beginnings that it has.
  package func after(_ beginnings: [String]) -> String? {
    for beginning in beginnings where hasPrefix(beginning) && count > beginning.count {
      return String(dropFirst(beginning.count))
    }
    return nil
  }
}

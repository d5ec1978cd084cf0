import FilterLanguage

// 老伴去年走了, 计划下个月完工, 居住登记还没办: words that something else stands between, or that stand the other way round.

extension AskScanner {
  func splitWords(at start: Int) -> [AskToken] {
    [
      widowed(at: start), undone(at: start), blank(at: start), neglected(at: start), endsThen(at: start),
      unrefreshed(at: start),
    ]
    .compactMap { $0 }
      + (planned(at: start) + vaccinated(at: start)).compactMap { part, end in
        guard case .tests(let hits) = part else { return nil }
        return fieldToken(start, end, hits)
      }
  }

  /// 老伴去年走了, 老伴不在了.
  private func widowed(at start: Int) -> AskToken? {
    guard let lead = text.end(["老伴儿", "老伴", "配偶", "爱人", "另一半"], at: start),
      let field = words.fields.fields["family"]?.first(where: { $0.entry.name == "widowed_on" })
    else { return nil }
    let said = windows(at: lead).max { $0.range.count < $1.range.count }
    let at = text.skip(["刚刚", "刚", "已经", "已", "才", "就"], at: said?.range.upperBound ?? lead)
    guard
      let end = text.end(
        ["走了", "走掉了", "走掉", "走的", "去世了", "去世", "过世了", "过世", "没了", "不在了", "离世", "病逝", "病故", "故世", "亡故", "逝世"], at: at)
    else { return nil }
    guard let said else {
      // 老伴走了不到一年: how long ago.
      if let recent = within(at: end) {
        return token(start, recent.end, .unit(AskUnit(readings: [.people: field.condition(recent.test)], kind: .word)))
      }
      return token(
        start, end, .unit(AskUnit(readings: [.people: field.condition(.compare(.lessOrEqual, today))], kind: .word)))
    }
    guard case .window(let window) = said.piece, let test = window.test(.back) else { return nil }
    return token(start, end, .unit(AskUnit(readings: [.people: field.condition(test)], kind: .word)))
  }

  private func within(at start: Int) -> (test: Test, end: Int)? {
    if let below = text.end(["还不到", "还不满", "不到", "不满", "未满", "才不到"], at: start), let span = span(at: below) {
      return (.compare(.greater, .day(.today(offset: -span.count, unit: span.unit))), span.end)
    }
    for token in windows(at: start) {
      guard case .window(let window) = token.piece, case .within = window, let test = window.test(.back) else {
        continue
      }
      return (test, token.range.upperBound)
    }
    return nil
  }

  private var today: Value { .day(.today(offset: 0, unit: .days)) }

  /// 计划下个月完工: a day that is set, with when between.
  func planned(at start: Int) -> [(AskRecordPart, Int)] {
    guard let lead = text.end(["原计划", "计划", "预计", "原定", "预定", "本来说", "说好", "本该", "本来", "应该", "应"], at: start) else {
      return []
    }
    return windows(at: text.skip(["在", "于"], at: lead)).compactMap { said in
      guard case .window(let window) = said.piece,
        let end = text.end(
          ["完工", "装修完", "装完", "做完", "竣工", "结束"], at: text.skip(["就该", "就", "要"], at: said.range.upperBound))
      else { return nil }
      let hits = ["renovation", "shop_renovation"].compactMap { dataset -> AskFieldHit? in
        guard let field = words.fields.fields[dataset]?.first(where: { $0.entry.name == "planned_end" }),
          let test = test(window, field, said.range)
        else { return nil }
        return AskFieldHit(field: field, test: test)
      }
      return hits.isEmpty ? nil : (.tests(hits), end)
    }
  }

  /// 下周要打: of a vaccination that is due.
  func vaccinated(at start: Int) -> [(AskRecordPart, Int)] {
    guard let field = words.fields.fields["vaccination"]?.first(where: { $0.entry.name == "due" }) else { return [] }
    // 百白破过期没接种: the day has passed, and what follows says how the row stands.
    if let late = text.end(["过期", "逾期", "超期", "到期", "过了期"], at: start),
      let denied = text.end(["还没有", "还没", "没有", "没", "未"], at: late),
      text.end(["接种", "打", "种"], at: denied) != nil
    {
      let past = Test.compare(.less, .day(.today(offset: 0, unit: .days)))
      return [(.tests([AskFieldHit(field: field, test: past, needsStanding: true)]), late)]
    }
    return windows(at: start).compactMap { said in
      guard case .window(let window) = said.piece,
        let end = text.end(
          ["需要接种", "需要打", "应该打", "应该接种", "要接种", "该接种", "应接种", "要打", "该打", "应打", "要种", "该种", "应种", "轮到打", "轮到接种"],
          at: said.range.upperBound), let test = test(window, field, said.range)
      else { return nil }
      return (.tests([AskFieldHit(field: field, test: test)]), text.skip(["疫苗", "的疫苗"], at: end))
    }
  }

  /// 居住证下个月到的: 到 is 到期 behind something that ends and when.
  private func endsThen(at start: Int) -> AskToken? {
    guard let end = text.end(["到"], at: start),
      end == text.count || "的,，。、掉了".unicodeScalars.contains(text.scalars[end])
    else { return nil }
    let isSaid = (max(0, start - 10)..<start).contains { at in
      windows(at: at).contains { $0.range.upperBound == start }
        && (max(0, at - 8)..<at).contains { first in
          lexicon(at: first).contains { topic in
            guard [at, at - 1].contains(topic.range.upperBound), case .topic(let said) = topic.piece else {
              return false
            }
            return said.isOfAnEnd
          }
        }
    }
    return isSaid ? token(start, text.skip(["掉", "了"], at: end), .verb(.expires)) : nil
  }

  /// 半年信息没更新过的: what is not refreshed, said before 没.
  private func unrefreshed(at start: Int) -> AskToken? {
    guard let lead = text.end(["信息", "资料", "登记信息", "档案"], at: start),
      let denied = text.end(AskValueLists.denials + ["都没有", "都没", "一直没"], at: lead),
      text.end(["更新", "核实", "更改"], at: denied) != nil
    else { return nil }
    return token(start, denied, .not(.lack))
  }

  private static let doings: [(datasets: Set<String>, verbs: [String])] = [
    (
      ["residence_registration", "permit", "senior_card", "food_licence", "health_licence", "lease"],
      ["办理好", "办理", "去办", "办好", "办下来", "办", "领取", "领到", "领", "拿到", "拿"]
    ), (["checkup", "care", "safety_check", "fire_check"], ["去做", "安排", "做好", "做"]),
    (["gate_duty", "kitchen_waste"], ["签订", "签署", "签好", "签"]), (["smoke_alarm"], ["安装", "装上", "装好", "装"]),
  ]

  /// 居住登记还没办: what has not been done, said first.
  private func undone(at start: Int) -> AskToken? {
    var readings: [Subject: Expression] = [:]
    var last: Int?
    for noun in words.fields.nouns(text, at: start) {
      let at = text.skip(["都", "也", "到现在", "至今", "一直"], at: start + noun.word.count)
      guard let denied = text.end(AskValueLists.denials + ["都没有", "都没", "一直没"], at: at) else { continue }
      for dataset in noun.datasets {
        guard let doing = Self.doings.first(where: { $0.datasets.contains(dataset) }),
          let end = text.end(doing.verbs, at: denied), let subject = words.fields.fields[dataset]?.first?.subject,
          last ?? end == end
        else { continue }
        if readings[subject] != nil { return nil }
        (readings[subject], last) = (.related(.no, .records(dataset), .everything), end)
      }
      if last != nil { break }
    }
    guard let last else { return nil }
    return token(
      start, text.skip(["过", "的"].filter { $0 == "过" }, at: last), .unit(AskUnit(readings: readings, kind: .word)))
  }

  private static let cares: [(things: [String], verbs: [String], dataset: String, day: String)] = [
    (["水箱"], ["清洗过", "清洗", "洗过", "洗"], "water_tank", "cleaned_on"),
    (["给狗", "狗狗", "狗", "犬只"], ["打过疫苗", "打疫苗", "打过防疫针", "打防疫针", "打针", "免疫过", "免疫"], "dog", "vaccinated_on"),
    (["燃气", "煤气"], ["安检过", "安检", "检查过", "检查"], "gas", "last_check"),
  ]

  /// 水箱半年没洗, 狗一年没打疫苗: what is there, and was not seen to in a time.
  private func neglected(at start: Int) -> AskToken? {
    for care in Self.cares {
      guard let thing = text.end(care.things, at: start),
        let subject = words.fields.fields[care.dataset]?.first?.subject
      else { continue }
      for said in windows(at: thing) {
        guard case .window(let window) = said.piece, let test = window.start,
          let denied = text.end(AskValueLists.denials + ["都没有", "都没"], at: said.range.upperBound),
          let end = text.end(care.verbs, at: denied)
        else { continue }
        let rows = Expression.and([
          .related(.any, .records(care.dataset), .everything),
          .related(.no, .records(care.dataset), .field(.attribute(care.day), test)),
        ])
        return token(start, end, .unit(AskUnit(readings: [subject: rows], kind: .word)))
      }
    }
    return nil
  }

  /// 没有登记检验日期, 建成年份没填: a field of its own that nothing is known of.
  private func blank(at start: Int) -> AskToken? {
    let lead = text.end(
      ["没有登记", "没登记", "未登记", "没有填写", "没有填", "没填写", "没填", "未填写", "未填", "没有录入", "没录入", "未录入", "没录", "缺少", "缺失", "缺"],
      at: start)
    var readings: [Subject: Expression] = [:]
    var last: Int?
    for entry in words.fields.entries(text, at: text.skip(["了"], at: lead ?? start)) {
      let after = (lead ?? start) + entry.word.count
      guard
        let end = lead != nil
          ? after
          : text.end(
            ["没有登记", "没登记", "未登记", "没有填", "没填写", "没填", "未填写", "未填", "为空", "是空的", "空白", "缺失", "没录入", "未录入", "没录", "不详"],
            at: after)
      else { continue }
      for meaning in entry.meanings where meaning.role == .title && meaning.field.dataset == nil {
        guard let known = known(meaning.field) else { continue }
        readings[meaning.field.subject] = .not(known)
        last = end
      }
      if last != nil { break }
    }
    guard let last, !lexicon(at: start).contains(where: { $0.range.upperBound >= last }) else { return nil }
    return token(start, last, .unit(AskUnit(readings: readings, kind: .word)))
  }

  /// That the field has a value; nil where the language cannot say so.
  private func known(_ field: AskField) -> Expression? {
    switch field.entry.type {
    case .day: .field(field.entry.field, AskDay.ever)
    case .number: .field(field.entry.field, .compare(.greaterOrEqual, .number(0)))
    case .word(let values): .field(field.entry.field, .list(values.map { .text($0) }))
    default: nil
    }
  }
}

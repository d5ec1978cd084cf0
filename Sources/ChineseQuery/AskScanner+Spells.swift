import FilterLanguage
import Kernel

// 转正还不满一年, 入住超过五年, 失业不到三个月: how long ago something happened that lasts.

extension AskScanner {
  private static let own: [(Subject, Field, [String])] = [
    (.people, .since, ["刚入住", "刚搬来", "刚搬进来", "新搬来", "入住", "搬来", "搬进来", "住进来", "搬入", "搬过来", "在这里住"]),
    (.shops, .opened, ["刚开业", "新开业", "开业", "开张", "开店"]),
  ]

  /// Datasets with a row for each time: how long ago one of them was says little.
  private static let repeated: Set<String> = [
    "aid", "mediation", "volunteering", "checkup", "safety_check", "shop_inspection", "fire_check", "waste_check",
    "fire_facility", "elevator_event", "phone_check", "employment", "vacancy", "vaccination", "id_check",
  ]

  /// Such a spell, for each subject that it can be said of.
  func spells(at start: Int) -> [AskToken] {
    var found: [Int: [Subject: [Expression]]] = [:]
    func add(_ word: Int, _ subject: Subject, _ condition: (Test) -> Expression) {
      guard let (test, end) = spell(at: word) else { return }
      found[end, default: [:]][subject, default: []].append(condition(test))
    }
    for (subject, field, leads) in Self.own {
      if let end = text.end(leads, at: start) { add(end, subject) { .field(field, $0) } }
    }
    for (word, field) in words.fields.happenings where text.starts(word, at: start) && !field.isAhead {
      guard let dataset = field.dataset, !Self.repeated.contains(dataset) else { continue }
      add(start + word.count, field.subject) { field.condition($0) }
    }
    for (row, end) in words.days(startingWith: start, in: text) {
      add(end, row.subject) { test in
        .related(
          .any, .records(row.dataset), .conjunction([row.which, .field(row.day, test)].filter { $0 != .everything }))
      }
    }
    if let unemployed = text.end(["连续失业", "登记失业", "失业"], at: start), words.fields.fields["employment"] != nil {
      add(unemployed, .people) { test in
        .related(
          .any, .records("employment"),
          .and([.field(.attribute("status"), .compare(.equal, .text("失业"))), .field(.attribute("since"), test)]))
      }
    }
    if let empty = text.end(["空置", "空关", "空着", "闲置"], at: start), words.fields.fields["vacancy"] != nil {
      add(empty, .houses) { test in
        .and([
          .field(.use, .compare(.equal, .text("vacant"))),
          .related(.any, .records("vacancy"), .field(.attribute("since"), test)),
        ])
      }
    }
    return found.compactMap { end, readings in
      let unique = readings.compactMapValues { all in Set(all).count == 1 ? all.first : nil }
      return unique.isEmpty ? nil : token(start, end, .unit(AskUnit(readings: unique, kind: .word)))
    }
  }

  /// 不满一年, 超过三个月, 满五年, 十年以上.
  private func spell(at start: Int) -> (Test, Int)? {
    let at = text.skip(["了", "已经有", "已有", "已经", "已", "至今", "到现在", "时间", "还", "都"], at: start)
    let below = text.end(["还不满", "还不到", "不满", "不到", "未满", "不足", "还没到", "没到", "还没满", "没满", "才不到"], at: at)
    let more = below == nil ? text.end(["超过了", "超过", "已超过", "超"], at: at) : nil
    let filled = below ?? more == nil ? nil : below ?? more
    let least = filled == nil ? text.end(["已经满", "已满", "刚满", "满", "至少", "不少于", "达到", "长达", "足足"], at: at) : nil
    guard let span = span(at: below ?? more ?? least ?? at) else { return nil }
    let above = text.end(["及以上", "以上", "往上", "朝上"], at: span.end)
    let bound = Value.day(.today(offset: -span.count, unit: span.unit))
    if below != nil { return above == nil ? (.compare(.greater, bound), span.end) : nil }
    if more != nil { return above == nil ? (.compare(.less, bound), span.end) : nil }
    guard least != nil || above != nil else { return nil }
    return (.compare(.lessOrEqual, bound), above ?? span.end)
  }
}

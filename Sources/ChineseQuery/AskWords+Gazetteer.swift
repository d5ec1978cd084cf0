import FilterLanguage
import Kernel

// The places, trades, facilities and units that exist for the caller.

extension AskWords {
  mutating func addPlaces(_ gazetteer: Gazetteer) {
    for place in gazetteer.places {
      for word in Set(place.words) where word.unicodeScalars.count > 1 {
        add(word, .unit(Self.place(place)))
      }
      suggestions.append(place.value)
    }
  }

  mutating func addTrades(_ gazetteer: Gazetteer) {
    for (words, trade) in Self.table(Self.trades) {
      // 奶茶店 is 茶饮, unless there are shops that call their trade 奶茶.
      let own = gazetteer.categories.filter { $0 != trade && $0.count > 1 }
      for word in words where !own.contains(where: word.hasPrefix) {
        add(word, unit: Self.trade(trade, isNoun: "店馆厅吧房院廊铺".contains(word.last ?? " ")))
      }
    }
    for trade in gazetteer.categories where !trade.isEmpty {
      add(trade, unit: Self.trade(trade, isNoun: false))
      if trade.count > 1, !trade.hasSuffix("店") { add(trade + "店", unit: Self.trade(trade, isNoun: true)) }
    }
  }

  private static func trade(_ trade: String, isNoun: Bool) -> AskUnit {
    AskUnit(
      readings: [.shops: .field(.category, .compare(.equal, .text(trade)))], kind: .word, isNoun: isNoun)
  }

  mutating func addFacilities(_ gazetteer: Gazetteer) {
    var known = Self.table(Self.facilities)
    known += gazetteer.assetKinds.map { ([$0], $0) }
    for (words, kind) in known {
      for word in words {
        let condition = Expression.field(.kind, .compare(.equal, .text(kind)))
        add(word, unit: AskUnit(readings: [.assets: condition], kind: .word, isNoun: true))
        suggestions.append(word)
      }
    }
  }

  /// 房管所承办的: work orders by who works on them.
  mutating func addUnits(_ gazetteer: Gazetteer) {
    for (subject, field) in AskOrders.field("unit") {
      for unit in gazetteer.units where !unit.isEmpty {
        let condition = Expression.field(field, .compare(.equal, .text(unit)))
        for word in [
          "\(unit)", "\(unit)承办", "由\(unit)承办", "\(unit)办理", "\(unit)负责", "派给\(unit)", "\(unit)办", "\(unit)在办",
          "\(unit)处理", "\(unit)主办", "\(unit)处置", "\(unit)手里", "\(unit)手上", "\(unit)手头",
        ] {
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
        }
      }
    }
  }

  /// 随申拍来的: work orders by where they come from.
  mutating func addSources(_ gazetteer: Gazetteer) {
    for (subject, field) in AskOrders.field("source") {
      for source in gazetteer.sources where source.unicodeScalars.count > 1 && source != "12345" {
        let condition = Expression.field(field, .compare(.equal, .text(source)))
        let words =
          ["", "来", "转来", "报来", "推送"].map { source + $0 } + ["来自", "来源为", "来源是"].map { $0 + source }
        for word in words where !knows(word) {
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
        }
      }
    }
  }

  /// 群租投诉: work orders by what they are about. A word that says something already keeps saying only that, so that
  /// 群租 alone is no riddle.
  mutating func addMatters(_ gazetteer: Gazetteer) {
    for (subject, field) in AskOrders.field("category") {
      for matter in gazetteer.matters where matter.unicodeScalars.count > 1 {
        let condition = Expression.field(field, .compare(.equal, .text(matter)))
        for word in [matter, "\(matter)类", "\(matter)方面", "关于\(matter)", "涉及\(matter)"] where !knows(word) {
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word))
        }
        // 楼道堆物工单, where 楼道堆物 alone is something else.
        for word in ["工单", "类工单", "问题", "诉求", "的工单", "的诉求"].map({ matter + $0 }) where !knows(word) {
          add(word, unit: AskUnit(readings: [subject: condition], kind: .word, isNoun: word.hasSuffix("工单")))
        }
        for kind in WorkOrderKind.allCases where knows(matter) {
          let both = Expression.and([condition, .field(.kind, .compare(.equal, .text(kind.title)))])
          for word in ["", "的"].map({ matter + $0 + kind.title }) where !knows(word) {
            add(word, unit: AskUnit(readings: [subject: both], kind: .word))
          }
          // 群租的举报单: said of orders, where 群租 alone is said of homes.
          for word in ["的", ""].flatMap({ of in ["单", "件", "工单"].map { matter + of + kind.title + $0 } })
          where !knows(word) {
            add(word, unit: AskUnit(readings: [subject: both], kind: .word, isNoun: true))
          }
        }
      }
      addShortMatters(gazetteer.matters, subject, field)
    }
  }

  /// What a category is about, without which its beginning says where or of what: 营业场所 of 营业场所噪声.
  private static let cores = ["噪声", "纠纷", "质量", "退费", "咨询", "问题", "协调", "报销", "建议"]

  /// 跨门营业 of 跨门营业占道: the beginning of a category that no other has.
  private mutating func addShortMatters(_ matters: [String], _ subject: Subject, _ field: Field) {
    for matter in matters {
      let scalars = Array(matter.unicodeScalars)
      guard scalars.count > 4 else { continue }
      for length in 4..<scalars.count {
        let short = String(String.UnicodeScalarView(scalars[..<length]))
        let rest = String(String.UnicodeScalarView(scalars[length...]))
        guard !knows(short), !Self.cores.contains(where: rest.contains),
          matters.filter({ $0.hasPrefix(short) }).count == 1
        else { continue }
        let condition = Expression.field(field, .compare(.equal, .text(matter)))
        add(short, unit: AskUnit(readings: [subject: condition], kind: .word))
        if !knows(short + "类") { add(short + "类", unit: AskUnit(readings: [subject: condition], kind: .word)) }
      }
    }
  }

  private func knows(_ word: String) -> Bool {
    let scalars = AskText.fold(word)
    return scalars.first.map { first in entries(startingWith: first).contains { $0.word == scalars } } ?? false
  }

  /// The kinds of facilities that have a Chinese name.
  static let facilityKinds = table(facilities).map(\.value)

  /// 全街道 and 本居民区, where the caller has but one.
  mutating func addOwnPlaces(_ gazetteer: Gazetteer) {
    let own: [(Field, [String])] = [
      (.subdistrict, ["全街道", "本街道", "整个街道", "我们街道", "街道里", "街道内", "街道范围内", "全街道范围内"]),
      (.committee, ["本居民区", "本居委", "本居委会", "我们居民区", "我们居委", "本社区", "我们社区", "居民区里", "本小区居委"]),
    ]
    for (field, words) in own {
      let places = gazetteer.places.filter { $0.field == field }
      guard places.count == 1, let place = places.first else { continue }
      for word in words { add(word, .unit(Self.place(place))) }
    }
  }

  /// 我的工单: whose they are, where the caller is bound to something.
  mutating func addMine(_ gazetteer: Gazetteer) {
    guard !gazetteer.mine.isEmpty else { return }
    let words =
      "我的|我们的|我管的|我负责的|我名下的|我网格里的|我网格的|我们网格的|我片区的|我辖区的|本人的|我手上的|我手里的|我手头的|我辖区里|我辖区内|我辖区|我们辖区|我们辖区里|我居委里|我居委|我这个居委|我居民区|我居民区里|我片区里|我片区|我网格里|我网格|我们网格|我们网格里|我手里|我手上|我手头|我这里|我这边|我们这里|我们这边|阿拉居委|阿拉居委里|阿拉居民区|阿拉小区|阿拉网格|阿拉这里|阿拉这边|阿拉的|我小区|我小区里|我们小区|我条线上"
    for word in Self.split(words) {
      add(word, .unit(AskUnit(readings: gazetteer.mine, kind: .place(.grid))))
    }
  }

  private static func place(_ place: Gazetteer.Place) -> AskUnit {
    let condition = Expression.field(place.field, .compare(.equal, .text(place.value)))
    return AskUnit(
      readings: Dictionary(uniqueKeysWithValues: Subject.searchable.map { ($0, condition) }), kind: .place(place.field))
  }
}

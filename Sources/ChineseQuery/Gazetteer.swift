import FilterLanguage
import Kernel

/// The places and words of one street that a sentence may name: only what exists for the caller.
package struct Gazetteer: Hashable, Sendable {
  package struct Place: Hashable, Sendable {
    /// `committee`, `grid`, `road`, `compound`, `subdistrict` or `district`.
    package var field: Field
    /// As questions compare it.
    package var value: String
    package var aliases: [String]

    package init(_ field: Field, _ value: String, aliases: [String] = []) {
      (self.field, self.value, self.aliases) = (field, value, aliases)
    }
  }

  package var places: [Place]
  /// The trades (业态) that shops have.
  package var categories: [String]
  /// The kinds that assets have, as stored.
  package var assetKinds: [String]
  /// The units (承办单位) that work orders go to.
  package var units: [String]
  /// The categories that work orders have.
  package var matters: [String]
  /// Where work orders come from.
  package var sources: [String]
  /// What 我的 means for the caller, by subject: its grids, its committee, its unit's orders; empty for one who sees all.
  package var mine: [Subject: Expression]

  package init(
    places: [Place] = [], categories: [String] = [], assetKinds: [String] = [], units: [String] = [],
    matters: [String] = [], sources: [String] = [], mine: [Subject: Expression] = [:]
  ) {
    (self.places, self.categories, self.assetKinds) = (places, categories, assetKinds)
    (self.units, self.matters, self.sources, self.mine) = (units, matters, sources, mine)
  }
}

extension Gazetteer.Place {
  /// Every way of writing it: 延中, 延中居民区, 延中居委会, 延中居委, 延中社区.
  package var words: [String] {
    let names = [value] + aliases
    switch field {
    case .committee:
      let bare = names.map { AreaName.bare($0, .committee) }
      return names + bare
        + bare.flatMap { name in ["居民区", "居委会", "居委", "居民委员会", "社区"].map { name + $0 } }
    case .grid:
      let bare = names.map { AreaName.bare($0, .grid) }
      return names + (bare + bare.flatMap(Self.shortNumbers)).flatMap { name in ["微网格", "网格"].map { name + $0 } }
    case .subdistrict:
      return names + names.map { AreaName.bare($0, .subdistrict) + "街道" }
    case .district:
      return names + names.map { AreaName.bare($0, .district) + "区" }
    default: return names
    }
  }

  /// 永嘉三 and 永嘉3号 of 永嘉第三.
  private static func shortNumbers(_ name: String) -> [String] {
    guard let last = name.last, let number = "一二三四五六七八九".firstIndex(of: last), name.dropLast().hasSuffix("第") else {
      return []
    }
    let (place, digit) = (name.dropLast(2), "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: number) + 1)
    return ["\(place)\(last)", "\(place)\(digit)", "\(place)第\(digit)", "\(place)\(digit)号", "\(place)\(last)号"]
  }
}

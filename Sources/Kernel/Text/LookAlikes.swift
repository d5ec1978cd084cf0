import Foundation

/// Signs that look like another and stand for it: radicals that a scan or an old font put in the place of the ordinary
/// character, and marks that only choose a glyph.
package enum LookAlikes {
  /// The ordinary ideograph for a radical sign (U+2E80 to U+2FD5), after Unicode's EquivalentUnifiedIdeograph; any other
  /// scalar as it is.
  package static func ordinary(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2E80...0x2EF3: return supplement[scalar] ?? scalar
    case 0x2F00...0x2FD5:
      let folded = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
      return folded.count == 1 ? folded.first ?? scalar : scalar
    default: return scalar
    }
  }

  /// Variation selectors say which glyph to draw, never which character is meant.
  package static func isGlyphChoice(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }

  /// A sign of somebody's own font: what it means elsewhere nobody knows.
  package static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .privateUse || scalar == "\u{FFFD}"
  }

  /// Of the radicals supplement only those that are characters of names and addresses, each beside what it stands for.
  private static let supplement: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs =
      "⺁厂 ⺄乙 ⺈刀 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺒巳 ⺓幺 ⺜日 ⺝月 ⺟母 ⺠民 ⺧牛 ⺩王 ⺫目 ⺬示 ⺮竹 ⺶羊 ⺷羊 ⺻聿 ⺼肉 ⻁虎 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻊足 ⻋车 ⻑長 "
      + "⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟"
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2 { table[scalars[0]] = scalars[1] }
    }
    return table
  }()
}

import Foundation
import Synchronization

/// Whether two spellings may be one person's name.
package enum NameLikeness: Sendable, Equatable {
  /// Equal but for dots, hyphens, blanks and letter case.
  case same
  /// Characters that sound or look alike, one left out, or two changed about: what typing and scanning do.
  case slip
  /// One character is another altogether: a slip, or the sister.
  case oneApart
  case other

  package init(_ left: String, _ right: String) {
    let (a, b) = (Array(PersonName.key(left).unicodeScalars), Array(PersonName.key(right).unicodeScalars))
    if a == b {
      self = .same
    } else if a.count == b.count {
      self = Self.ofEqualLength(a, b)
    } else {
      self = Self.isOneLeftOut(a, b) ? .slip : .other
    }
  }

  private static func ofEqualLength(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> NameLikeness {
    let different = a.indices.filter { a[$0] != b[$0] }
    if different.allSatisfy({ areAlike(a[$0], b[$0]) }) { return .slip }
    if different.count == 2, a[different[0]] == b[different[1]], a[different[1]] == b[different[0]] { return .slip }
    return different.count == 1 && a.count > 1 ? .oneApart : .other
  }

  private static func isOneLeftOut(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count == short.count + 1, short.count >= 2 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }

  private static func areAlike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    if let look = look(a), look == Self.look(b) { return true }
    guard let sound = sound(a) else { return false }
    return sound == Self.sound(b)
  }

  /// What the sign sounds like; itself where nobody says it.
  static func soundOrSelf(_ scalar: Unicode.Scalar) -> String { sound(scalar) ?? String(scalar) }

  /// Which of the groups of signs that look alike it is of.
  static func look(_ scalar: Unicode.Scalar) -> Int? { lookAlike[scalar] }

  /// In Latin letters without tones: 晓 and 小 are both xiao.
  private static func sound(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.properties.isIdeographic else { return nil }
    if let known = sounds.withLock({ $0[scalar] }) { return known }
    let sound = String(scalar).applyingTransform(.toLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false).flatMap { $0 == String(scalar) ? nil : $0 }
    sounds.withLock { $0[scalar] = .some(sound) }
    return sound
  }

  /// Worked out once a sign: there are some ten thousand in names, and asking is slow.
  private static let sounds = Mutex<[Unicode.Scalar: String?]>([:])

  private static let lookAlike: [Unicode.Scalar: Int] = {
    let groups =
      "己已巳 未末 人入 日曰 土士 天夭 千干于 戊戌戍 侯候 洁沽 王玉 大太犬 刀力 免兔 氏氐 晴睛 佳隹 芸云 肖萧 付傅 闫阎 予子 冰水 儿几 白自 田由甲申 木本 斤斥"
      .split(separator: " ")
    var table: [Unicode.Scalar: Int] = [:]
    for (number, group) in groups.enumerated() {
      for scalar in group.unicodeScalars { table[scalar] = number }
    }
    return table
  }()
}

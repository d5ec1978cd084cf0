import Foundation
import Kernel

/// Names of people in the one form in which they are stored and compared.
package enum PersonName {
  /// No name on a Chinese card is longer; passports end at 39 characters a part.
  private static let limit = 60

  /// Trimmed, half width, with one kind of dot (·) and no spaces between Chinese characters (张 三 is 张三).
  ///
  /// Throws `Problem` with code `name_missing`, `name_too_long` or `name_unreadable`.
  package static func normalise(_ text: String) throws(Problem) -> String {
    guard text.utf8.count <= 4_000 else { throw tooLong }
    var scalars = String.UnicodeScalarView()
    var typed = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars where !LookAlikes.isGlyphChoice(scalar) {
      typed.append(LookAlikes.ordinary(scalar))
    }
    let folded = PlainText.folded(String(typed))
    guard !NameDoubt.isMasked(text) else {
      throw Problem(.invalid, "name_masked", "姓名有几个字被遮住了，请写全名")
    }
    for (index, scalar) in folded.enumerated() {
      guard scalar.properties.generalCategory != .control else {
        throw Problem(.invalid, "name_unreadable", "姓名里有控制字符")
      }
      if scalar == " ", isHan(folded[index - 1]) || isDot(folded[index - 1]),
        isHan(folded[index + 1]) || isDot(folded[index + 1])
      {
        continue
      }
      let betweenHan =
        (scalar == "." || scalar == "。") && index > 0 && index + 1 < folded.count && isHan(folded[index - 1])
        && isHan(folded[index + 1])
      scalars.append(isDot(scalar) || betweenHan ? "·" : scalar)
    }
    guard !scalars.isEmpty else { throw Problem(.invalid, "name_missing", "没有姓名") }
    guard scalars.count <= limit else { throw tooLong }
    guard scalars.contains(where: { $0.properties.isAlphabetic }), scalars.first != "#" else {
      throw Problem(.invalid, "name_unreadable", "不像姓名:\(String(scalars).prefix(20))")
    }
    return String(scalars)
  }

  private static var tooLong: Problem { Problem(.invalid, "name_too_long", "姓名超过 \(limit) 个字") }

  /// What is compared: without dots, hyphens, blanks and letter case. 古丽·买买提, 古丽-买买提 and 古丽 买买提 are one.
  package static func key(_ name: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in ((try? normalise(name)) ?? name).unicodeScalars
    where !isDot(scalar) && !["-", " ", ".", "'", "’", "‐", "–"].contains(scalar) {
      out.append(scalar)
    }
    return String(out).uppercased()
  }

  static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    [0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x2024, 0x25CF, 0x387, 0xFE52, 0x16EB, 0x25E6, 0x318D]
      .contains(scalar.value)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }
}

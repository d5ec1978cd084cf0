import Foundation
import Kernel

/// What is the same sign in two spellings, made the same: the first step of reading an address, and of comparing parts of one.
package enum AddressFolding {
  /// The text in half width, without blanks, with one kind of dash and bracket, capital letters, and the simple forms of
  /// the few traditional characters that address words use. A blank between two digits separates them, so it becomes a dash.
  /// Chinese numerals stay: whether 二 is a number or a part of a name only the parser knows.
  package static func fold(_ text: some StringProtocol) -> String {
    let folded = scalars(text)
    return folded.text(0..<folded.count)
  }

  /// A road's or compound's name as keys spell it: 控江2村 is 控江二村, known under both. 三湘世纪2期 stays.
  package static func name(_ folded: String) -> String {
    guard folded.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return folded }
    let text = Array(folded.unicodeScalars)
    var out = String.UnicodeScalarView()
    var i = 0
    while i < text.count {
      var end = i
      while end < text.count, text[end].isDigit { end += 1 }
      if end > i, let next = text.at(end), next != "期", next != "区", next != "年",
        let spoken = ChineseNumeral.chinese(text[i..<end])
      {
        out.append(contentsOf: spoken)
      } else {
        end = max(end, i + 1)
        out.append(contentsOf: text[i..<end])
      }
      i = end
    }
    return String(out)
  }

  /// The folded text as scalars, the form in which the parser works.
  package static func scalars(_ text: some StringProtocol) -> [Unicode.Scalar] {
    let text = String(text)
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(text.utf8.count / 2)
    guard append(text.unicodeScalars, to: &out) else {
      out.removeAll(keepingCapacity: true)
      // Only odd text comes here: a second failure would mean a mark that composes with nothing, which is kept as it is.
      _ = append(text.precomposedStringWithCanonicalMapping.unicodeScalars, to: &out, composed: true)
      return out
    }
    return out
  }

  /// Answers false when it meets a scalar that may change under canonical composition.
  private static func append(
    _ source: String.UnicodeScalarView, to out: inout [Unicode.Scalar], composed: Bool = false
  ) -> Bool {
    var blank = false
    for scalar in source {
      guard let folded = fold(scalar) else {
        blank = true
        continue
      }
      if !composed, mayCompose(folded) { return false }
      if let last = out.last {
        if folded == "-", last == "-" { continue }
        if folded == "号", scalar == "#" || scalar == "＃", !last.isDigit { continue }
        if blank, folded.isDigit, last.isDigit { out.append("-") }
      }
      blank = false
      out.append(folded)
    }
    return true
  }

  /// Combining marks, and the compatibility ideographs that stand for ordinary ones.
  private static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1100...0x11FF, 0x3099...0x309A, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: false
    }
  }

  /// The folded scalar; nil for a blank.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4E00...0x9FFF: return simple(scalar)
    case 0x30...0x39, 0x41...0x5A: return scalar
    case 0x61...0x7A: return Unicode.Scalar(scalar.value - 0x20)
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: return nil
    case 0x7E, 0x2010...0x2015, 0x2043, 0x2212, 0x223C, 0x2500, 0x301C, 0x3030, 0x30FC, 0xFE58, 0xFE63: return "-"
    case 0x23: return "号"
    case 0x5B, 0x7B, 0x3010, 0x3014, 0x3016: return "("
    case 0x5D, 0x7D, 0x3011, 0x3015, 0x3017: return ")"
    case 0x25CB, 0x25EF: return "〇"
    case 0x2E80...0x2FD5: return simple(LookAlikes.ordinary(scalar))
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return nil
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(fold)
    default: return scalar
    }
  }

  private static func simple(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "號": "号"
    case "樓": "楼"
    case "區": "区"
    case "縣": "县"
    case "鎮": "镇"
    case "棟": "栋"
    case "單": "单"
    case "層": "层"
    case "廂": "厢"
    case "閣": "阁"
    case "間": "间"
    case "後": "后"
    case "臨": "临"
    case "衖": "弄"
    case "邨": "村"
    default: scalar
    }
  }
}

extension Unicode.Scalar {
  /// An Arabic digit.
  package var isDigit: Bool { value &- 0x30 < 10 }
  /// A capital Latin letter: folded text has no others.
  package var isLetter: Bool { value &- 0x41 < 26 }
}

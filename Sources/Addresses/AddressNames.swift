import Kernel

/// What can be a name in an address, by its signs and by its last word.
enum AddressNames {
  /// Whether all signs are such as names are spelled with: a square or a question mark is none.
  static func isSpelled(_ words: some Sequence<Unicode.Scalar>) -> Bool {
    words.allSatisfy { scalar in
      scalar.isDigit || scalar.isLetter || scalar == "〇" || scalar == "·"
        || scalar.properties.isIdeographic && !LookAlikes.isPrivate(scalar)
    }
  }

  /// Whether a register of names may know the words: none of them is a part of an address (贰拾弄).
  static func mayBeName(_ words: some Sequence<Unicode.Scalar>) -> Bool { !words.contains(where: isMarker) }

  /// Whether the words look like the name of a compound or a large building. Behind the number anything may stand, so that
  /// there they must be longer.
  static func isCompound(_ words: [Unicode.Scalar], isBehindNumber: Bool) -> Bool {
    guard words.count >= (isBehindNumber ? 3 : 2), let last = words.last, !words.dropLast().contains(where: isMarker)
    else { return false }
    switch last {
    case "苑", "园", "寓", "厦", "村", "坊", "邨", "城", "庭", "邸", "府", "轩", "庄", "墅", "馆", "里", "期": return true
    case "场": return words.dropLast().last == "广" || words.dropLast().last == "市"
    case "院": return words.dropLast().last.map { "医学书法大".unicodeScalars.contains($0) } ?? false
    case "区": return words.count > 2
    case "楼": return words.dropLast().last == "大"
    case "心": return words.dropLast().last == "中"
    default: return false
    }
  }

  private static func isMarker(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "弄", "号", "室", "幢", "栋": true
    default: false
    }
  }
}

/// Remarks beside an address that name no other place.
enum AddressRemarks {
  static func isHarmless(_ remark: String) -> Bool {
    if words.contains(remark) || remark.hasPrefix("近") || remark.hasPrefix("靠近") { return true }
    let scalars = Array(remark.unicodeScalars)
    guard let last = scalars.last, last == "期" || last == "区", scalars.count <= 4 else { return false }
    return scalars.dropLast().allSatisfy { scalar in
      scalar.isDigit || scalar.isLetter || ChineseNumeral.isNumeral(scalar) || "第东西南北中".unicodeScalars.contains(scalar)
    }
  }

  private static let words: Set<String> = [
    "电联", "电话联系", "请电联", "现住", "实住", "实际居住", "自住", "自有", "租", "租住", "租赁", "承租", "出租", "户籍", "人户一致", "人户分离", "同户籍",
  ]
}

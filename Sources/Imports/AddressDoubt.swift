import Addresses
import Identity

/// What is said of an address of which something was not understood.
package enum AddressDoubt {
  /// Names the parts, without numbers that could be somebody's.
  package static func detail(_ unread: [String]) -> String {
    let parts = unread.prefix(3).map { "「\(Masking.numbers(in: String($0.prefix(30))))」" }.joined(separator: "、")
    let isMixed = unread.contains { part in
      let scalars = AddressFolding.scalars(part)
      return scalars.indices.contains { AddressLexer(text: scalars).mixedNumber(at: $0) != nil }
    }
    return isMixed ? "地址里的号码混用了两种数字，看不出是几号：\(parts)" : "地址里有看不懂的部分：\(parts)"
  }
}

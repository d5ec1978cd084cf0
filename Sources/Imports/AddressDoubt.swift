import Identity

/// What is said of an address of which something was not understood.
package enum AddressDoubt {
  /// Names the parts, without numbers that could be somebody's.
  package static func detail(_ unread: [String]) -> String {
    let parts = unread.prefix(3).map { "「\(Masking.numbers(in: String($0.prefix(30))))」" }.joined(separator: "、")
    return "地址里有看不懂的部分：\(parts)"
  }
}

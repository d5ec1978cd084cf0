/// How long a token holds, as people write it: `12h`, `90d`, `52w`.
package enum TokenLifetime {
  /// Ten years; whoever wants longer leaves the lifetime away.
  private static let longest = 3650 * 86_400

  /// The lifetime in seconds.
  ///
  /// - Throws: `invalid` (`bad_lifetime`) for anything but a whole number of hours, days or weeks up to ten years.
  package static func parse(_ text: String) throws(Problem) -> Int {
    let units: [Character: Int] = ["h": 3600, "d": 86_400, "w": 7 * 86_400]
    let digits = text.dropLast()
    guard let unit = text.last.flatMap({ units[$0] }), !digits.isEmpty, digits.count <= 6,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits), count > 0, count * unit <= longest
    else {
      throw Problem(
        .invalid, "bad_lifetime", "有效期写法不对：应为整数加单位 h（小时）、d（天）或 w（周），最长十年。",
        notes: [.init(.pointer("/expires"), "例如 12h、90d、52w。", suggestions: ["12h", "90d", "52w"])])
    }
    return count * unit
  }
}

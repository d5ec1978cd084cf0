/// Names of areas, with and without the word for their level: 延中, 延中居委会 and 延中居民区 are one committee.
package enum AreaName {
  /// The name without its level's suffix; a name that is nothing but the suffix stays.
  package static func bare(_ name: String, _ level: AreaFacts.Level) -> String {
    for suffix in suffixes(level) where name.hasSuffix(suffix) && name.count > suffix.count {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// The longest first, so that 居民委员会 does not leave 居民.
  private static func suffixes(_ level: AreaFacts.Level) -> [String] {
    switch level {
    case .city: ["市"]
    case .district: ["新区", "区"]
    case .subdistrict: ["街道办事处", "街道", "镇", "乡"]
    case .committee: ["社区居民委员会", "居民委员会", "村民委员会", "社区居委会", "居委会", "居民区", "村委会", "社区"]
    case .grid: ["微网格", "网格"]
    }
  }

  /// A running number as codes hold it: three digits or more.
  package static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

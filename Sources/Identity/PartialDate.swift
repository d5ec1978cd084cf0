import Kernel

/// A date of which only year and month, or only the year, were written: 1985.03, 198503, 1985年3月, 1985.
package struct PartialDate: Sendable, Equatable {
  package let year: Int
  /// The months that may be meant: one; two where a spreadsheet has made 1985.10 a number (1985.1); none for a bare year.
  package let months: [Int]

  /// nil for everything else, and for six digits that may as well be a day with a year of two digits.
  package init?(_ text: String) {
    let scalars = PlainText.folded(text)
    guard !scalars.isEmpty, scalars.count <= 12 else { return nil }
    var groups: [String] = [""]
    for scalar in scalars {
      switch scalar {
      case "0"..."9": groups[groups.count - 1].unicodeScalars.append(scalar)
      case "-", "/", ".", "年", "月", " ": if groups.last?.isEmpty == false { groups.append("") }
      default: return nil
      }
    }
    if groups.last?.isEmpty == true { groups.removeLast() }
    guard let first = groups.first, groups.count <= 2 else { return nil }
    let isNumber = scalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    if groups.count == 1 {
      guard let reading = Self.single(first) else { return nil }
      (year, months) = reading
    } else {
      guard first.count == 4, let year = Int(first), Self.years.contains(year), groups[1].count <= 2,
        let month = Int(groups[1]), (1...12).contains(month)
      else { return nil }
      self.year = year
      months = isNumber && groups[1] == "1" ? [1, 10] : [month]
    }
  }

  /// Whether the day lies in it.
  package func holds(_ day: Day) -> Bool { day.year == year && (months.isEmpty || months.contains(day.parts.month)) }

  private static let years = 1850...2100

  private static func single(_ digits: String) -> (Int, [Int])? {
    guard let number = Int(digits) else { return nil }
    if digits.count == 4 { return years.contains(number) ? (number, []) : nil }
    guard digits.count == 6, years.contains(number / 100), (1...12).contains(number % 100) else { return nil }
    // 190512 may be 1905-12 or 2019-05-12.
    let (month, day) = (number / 100 % 100, number % 100)
    guard !((1...12).contains(month) && (1...31).contains(day)) else { return nil }
    return (number / 100, [number % 100])
  }
}

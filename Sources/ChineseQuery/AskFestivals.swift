import Kernel
import Schema

/// The feasts by year, as the calendar of days off has them.
struct AskFestivals: Sendable {
  struct Feast: Sendable {
    /// The first day off, or by law the first public holiday of it.
    let first: Day
    let last: Day
    /// Whether the notice for the year is out, so that all days off are known.
    let isPublished: Bool
  }

  /// Read once: the table does not change while the program runs.
  static let shared = AskFestivals((try? HolidayTable(csv: Schema.holidays))?.rows ?? [])

  /// How feasts are called; the second column is the name in the calendar.
  private static let names: [(words: [String], name: String)] = [
    (["元旦节", "元旦"], "元旦"), (["春节", "农历新年", "过年"], "春节"), (["清明节", "清明"], "清明节"),
    (["五一劳动节", "五一国际劳动节", "劳动节", "五一节", "五一"], "劳动节"), (["端午节", "端午"], "端午节"), (["中秋节", "中秋"], "中秋节"),
    (["十一国庆节", "国庆节", "国庆"], "国庆节"),
  ]

  private let feasts: [String: [Feast]]

  init(_ rows: [HolidayTable.Row]) {
    var days: [String: [HolidayTable.Row]] = [:]
    for row in rows where row.kind != .work { days[row.name, default: []].append(row) }
    feasts = days.mapValues { rows in
      var found: [Feast] = []
      for row in rows {
        // Days of one feast stand together; the next feast of the name is a year on.
        if let last = found.last, last.last.distance(to: row.day) < 20 {
          found[found.count - 1] = Feast(
            first: last.first, last: row.day, isPublished: last.isPublished && row.kind == .off)
        } else {
          found.append(Feast(first: row.day, last: row.day, isPublished: row.kind == .off))
        }
      }
      return found
    }
  }

  /// The feast that is named at `start`, in every year that is known.
  func feasts(_ text: AskText, at start: Int) -> (feasts: [Feast], end: Int)? {
    for (words, name) in Self.names {
      if let end = text.end(words, at: start), let found = feasts[name] { return (found, end) }
    }
    return nil
  }
}

import Kernel

/// Rows by a day: a bitmap a month, a year and a decade, so that any span is the union of a few of them and the rows of
/// at most two months.
final class DayBuckets {
  private let months = BitmapFamily()
  private let years = BitmapFamily()
  private let decades = BitmapFamily()

  func add(_ id: UInt32, on day: Int32) { change(day) { $0.add(id, to: $1) } }
  func remove(_ id: UInt32, on day: Int32) { change(day) { $0.remove(id, from: $1) } }

  func seal() { for family in [months, years, decades] { family.seal() } }

  private func change(_ day: Int32, _ act: (BitmapFamily, Int) -> Void) {
    let month = DayBuckets.month(day)
    act(months, month)
    act(years, month / 12)
    act(decades, month / 120)
  }

  /// The rows whose day, as `days` has it, lies in the span; both ends included.
  func rows(_ low: Int32, _ high: Int32, days: ColumnView<Int32>) -> Bitmap {
    let first = max(DayBuckets.month(low), 0)
    let last = min(DayBuckets.month(high), months.upperBound - 1)
    guard first <= last else { return Bitmap() }
    var parts: [Bitmap] = [edge(first, low, high, days)]
    if last > first { parts.append(edge(last, low, high, days)) }
    var month = first + 1
    while month < last {
      let (family, size) =
        month.isMultiple(of: 120) && month + 120 <= last
        ? (decades, 120) : month.isMultiple(of: 12) && month + 12 <= last ? (years, 12) : (months, 1)
      if let part = family[month / size] { parts.append(part) }
      month += size
    }
    return Bitmap.union(parts.filter { !$0.isEmpty })
  }

  private func edge(_ month: Int, _ low: Int32, _ high: Int32, _ days: ColumnView<Int32>) -> Bitmap {
    months[month]?.filter { days[$0] >= low && days[$0] <= high } ?? Bitmap()
  }

  /// Months since January of the year 1600; earlier days share month 0.
  private static func month(_ day: Int32) -> Int {
    let (year, month, _) = Day(number: min(max(day, -135_140), 2_932_896)).parts
    return max(0, (year - 1600) * 12 + month - 1)
  }
}

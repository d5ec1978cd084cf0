/// Slips of the pen.
package enum SlipOfThePen {
  /// Whether one wrong character, or two neighbours (or, of a date, day and month) changed about, tell them apart.
  package static func isOneSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return isOneMissing(left, right) }
    let different = left.indices.filter { left[$0] != right[$0] }
    switch different.count {
    case 1: return true
    case 2: return left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
    default: return left.count == 10 && left[5..<7] == right[8..<10] && left[8..<10] == right[5..<7]
    }
  }

  private static func isOneMissing(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count == short.count + 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}

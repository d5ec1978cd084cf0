/// Orders of texts by their bytes.
enum NaturalOrder {
  typealias Text = UnsafeBufferPointer<UInt8>

  static func bytes(_ left: Text, _ right: Text) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }

  /// Runs of digits compare as numbers: 2号 comes before 10号.
  static func compare(_ left: Text, _ right: Text) -> Int {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (first, second) = (digits(left, from: i), digits(right, from: j))
      if first > i, second > j {
        let order = number(left, i, first, right, j, second)
        if order != 0 { return order }
        (i, j) = (first, second)
      } else if left[i] != right[j] {
        return Int(left[i]) - Int(right[j])
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    let order = (left.count - i) - (right.count - j)
    return order != 0 ? order : bytes(left, right)
  }

  private static func digits(_ text: Text, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] >= 48, text[end] <= 57 { end += 1 }
    return end
  }

  private static func number(_ left: Text, _ i: Int, _ iEnd: Int, _ right: Text, _ j: Int, _ jEnd: Int) -> Int {
    var (i, j) = (i, j)
    while i < iEnd, left[i] == 48 { i += 1 }
    while j < jEnd, right[j] == 48 { j += 1 }
    if iEnd - i != jEnd - j { return (iEnd - i) - (jEnd - j) }
    while i < iEnd {
      if left[i] != right[j] { return Int(left[i]) - Int(right[j]) }
      (i, j) = (i + 1, j + 1)
    }
    return 0
  }
}

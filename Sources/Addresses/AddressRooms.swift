/// The words that name a room in an old lane house instead of a number.
enum AddressRooms {
  /// Longest first, so that 前客堂 is not read as 前 and 客堂.
  private static let words: [AddressPlaces.Word] =
    ("底层 底楼 二层阁 三层阁 四层阁 假三层 假四层 前客堂 后客堂 客堂间 客堂 前厢房 后厢房 东厢房 西厢房 左厢房 右厢房 中厢房 厢房 亭子间 "
    + "大前楼 小前楼 前楼 后楼 中楼 统楼 统间 过街楼 阁楼 晒台 阳台 灶披间 灶间 灶头间 天井 汽车间 夹层 前间 后间 东间 西间 南间 北间 中间 "
    + "前部 后部 搭建").split(separator: " ").map { AddressPlaces.Word($0) }

  /// The room that begins at `index`, several words joined (底层前客堂), and where it ends; nil if a name goes on behind it.
  static func match(_ text: [Unicode.Scalar], at index: Int) -> (room: String, end: Int)? {
    var end = index
    if let scalar = text.at(end), let next = text.at(end + 1), next == "层", text.at(end + 2) == "阁",
      scalar.isDigit, let numeral = ChineseNumeral.chinese([scalar][...])
    {
      return ("\(String(String.UnicodeScalarView(numeral)))层阁", end + 3)
    }
    while let word = words.first(where: { text.has($0, at: end) }) { end += word.count }
    guard end > index, isBoundary(text.at(end)) else { return nil }
    let room = text.text(index..<end)
    return (room == "底楼" ? "底层" : room, end)
  }

  private static func isBoundary(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar.value < 0x3000 || scalar == "室" || scalar == "、" || scalar == "电" || ChineseNumeral.isNumeral(scalar)
  }

  /// Whether the key says 室 behind it: numbers do, words do not.
  static func takesSuffix(_ room: String) -> Bool {
    guard let last = room.unicodeScalars.last, let first = room.unicodeScalars.first else { return false }
    return last.value < 0x80 || first.isDigit && !room.hasSuffix("阁")
  }

  /// The storey that a parenthesis names, normalised (底层, 2楼); nil for any other remark.
  static func storey(_ text: [Unicode.Scalar]) -> String? {
    if text == Array("底层".unicodeScalars) || text == Array("底楼".unicodeScalars) { return "底层" }
    guard (2...4).contains(text.count), let last = text.last, last == "楼" || last == "层" else { return nil }
    let body = text.dropLast()
    if body.allSatisfy({ $0.isDigit }) { return String(String.UnicodeScalarView(body)) + "楼" }
    return ChineseNumeral.arabic(body).map { $0 + "楼" }
  }

  /// Whether the room's number says the storey: 501 and 512 are on the fifth floor.
  static func isSaid(_ floor: String, by room: String) -> Bool {
    let digits = room.utf8.prefix { $0 &- 0x30 < 10 }
    guard digits.count >= 3, let storey = Int(floor == "底层" ? "1" : floor), let number = Int(String(digits) ?? "")
    else { return false }
    return number / 100 == storey
  }
}

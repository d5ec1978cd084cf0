/// Blots out of a text what stands in an address or in a company's name: 「消防新村12号」 is not about fire fighting.
///
/// Knows them by their ends (新村, 路…号, 有限公司) and goes back a few characters; what has no number behind it is left
/// alone, for 「路边」 and 「小区」 are no addresses.
enum NamedPlaces {
  typealias Scalars = [Unicode.Scalar]

  private static let blot: Unicode.Scalar = "\u{25A1}"
  private static let roadEnds = Set("路街道弄村浜".unicodeScalars)
  private static let compounds = [
    "新村", "小区", "花园", "公寓", "大厦", "名苑", "家园", "花苑", "广场", "大楼", "苑", "坊", "里",
  ].map { Array($0.unicodeScalars) }
  private static let companies = ["有限责任公司", "股份有限公司", "有限公司", "集团公司", "合作社"]
    .map { Array($0.unicodeScalars) }
  private static let numbered = Set("弄号支室幢栋".unicodeScalars)
  /// Where a name cannot reach back beyond.
  private static let borders = Set("在住是叫的到从把给被向，。、；：！？,. 我们人和跟去来了这那个家址".unicodeScalars)

  /// The text's scalars, as many as before.
  static func blotted(_ text: String) -> Scalars {
    let original = Array(text.unicodeScalars)
    var scalars = original
    for at in original.indices {
      for name in companies where ends(original, at, with: name) {
        blot(&scalars, original, end: at + 1, reach: name.count + 10)
      }
      guard isNumber(original, at + 1) else { continue }
      if roadEnds.contains(original[at]) { blot(&scalars, original, end: at + 1, reach: 4) }
      for name in compounds where ends(original, at, with: name) {
        blot(&scalars, original, end: at + 1, reach: name.count + 4)
      }
    }
    return scalars
  }

  /// A number, and behind it 号, 弄 or the like.
  private static func isNumber(_ text: Scalars, _ start: Int) -> Bool {
    var at = start
    while at < text.count, at < start + 5, ("0"..."9").contains(text[at]) || ("０"..."９").contains(text[at]) { at += 1 }
    return at > start && at < text.count && numbered.contains(text[at])
  }

  private static func ends(_ text: Scalars, _ at: Int, with name: Scalars) -> Bool {
    guard text[at] == name.last, at + 1 >= name.count else { return false }
    return text[(at + 1 - name.count)...at].elementsEqual(name)
  }

  private static func blot(_ text: inout Scalars, _ original: Scalars, end: Int, reach: Int) {
    var start = end - 1
    while start > 0, end - start < reach, !borders.contains(original[start - 1]) { start -= 1 }
    for at in start..<end { text[at] = blot }
  }
}

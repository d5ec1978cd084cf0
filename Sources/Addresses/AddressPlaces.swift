/// Shanghai's districts and towns as addresses name them: public administrative facts.
package enum AddressPlaces {
  struct District: Sendable {
    let words: Word
    let today: String

    init(_ words: String, _ today: String) {
      self.words = Word(words)
      self.today = today
    }
  }

  /// A word to look for; its first scalar stands apart, as it settles nearly every comparison.
  package struct Word: Sendable {
    let first: Unicode.Scalar
    let scalars: [Unicode.Scalar]

    package init(_ text: some StringProtocol) {
      scalars = Array(text.unicodeScalars)
      first = scalars.first ?? " "
    }

    var count: Int { scalars.count }
  }

  /// Full names, today's and those of districts and counties that were merged away, with the district of today.
  static let districts: [District] =
    current.map { District($0, $0) } + [
      District("卢湾区", "黄浦区"), District("南市区", "黄浦区"), District("闸北区", "静安区"),
      District("南汇区", "浦东新区"), District("南汇县", "浦东新区"), District("川沙县", "浦东新区"),
      District("浦东区", "浦东新区"), District("崇明县", "崇明区"), District("松江县", "松江区"),
      District("青浦县", "青浦区"), District("奉贤县", "奉贤区"), District("金山县", "金山区"),
      District("嘉定县", "嘉定区"), District("宝山县", "宝山区"), District("吴淞区", "宝山区"),
      District("上海县", "闵行区"),
    ]

  /// Names without 区, which also begin roads (浦东南路, 长宁路) and towns: what follows decides.
  static let shortDistricts: [District] =
    current.map { District($0 == "浦东新区" ? "浦东" : String($0.dropLast()), $0) } + [
      District("卢湾", "黄浦区"), District("南市", "黄浦区"), District("闸北", "静安区"), District("南汇", "浦东新区"),
    ]

  /// Towns that people name without 镇 or 街道, so that their name runs into the road's (周浦周邓公路).
  static let shortTowns: [Word] =
    ("周浦 惠南 新场 大团 康桥 航头 祝桥 泥城 宣桥 书院 万祥 老港 川沙 高桥 北蔡 合庆 高行 高东 张江 三林 莘庄 七宝 颛桥 华漕 梅陇 "
    + "吴泾 马桥 浦江 罗店 大场 杨行 月浦 罗泾 顾村 高境 庙行 淞南 南翔 安亭 马陆 徐行 外冈 江桥 朱泾 枫泾 张堰 亭林 吕巷 廊下 "
    + "金山卫 漕泾 山阳 泗泾 佘山 车墩 新桥 洞泾 九亭 泖港 石湖荡 新浜 叶榭 小昆山 朱家角 练塘 金泽 赵巷 徐泾 华新 重固 白鹤 奉浦 "
    + "南桥 奉城 庄行 金汇 四团 青村 柘林 海湾 城桥 陈家").split(separator: " ").map { Word($0) }

  private static let current = [
    "黄浦区", "徐汇区", "长宁区", "静安区", "普陀区", "虹口区", "杨浦区", "闵行区", "宝山区", "嘉定区", "浦东新区", "金山区", "松江区",
    "青浦区", "奉贤区", "崇明区",
  ]
}

/// Words compared in place, without making strings.
extension Array where Element == Unicode.Scalar {
  /// Whether `word` stands at `index`.
  package func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for i in 0..<word.count where self[index + i] != word[i] { return false }
    return true
  }

  /// Whether `word` stands at `index`.
  package func has(_ word: AddressPlaces.Word, at index: Int) -> Bool {
    index < count && self[index] == word.first && has(word.scalars, at: index)
  }

  /// The scalar at `index`, nil beyond the ends.
  func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < count ? self[index] : nil }

  /// The scalars of a range as text, encoded in one go: this is where parsing makes its strings.
  package func text(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 4) { buffer in
      var size = 0
      for i in range {
        for unit in UTF8.encode(self[i]) ?? UTF8.encodedReplacementCharacter {
          buffer[size] = unit
          size += 1
        }
      }
      return size
    }
  }
}

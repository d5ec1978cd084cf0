/// A word in a text that says what stands behind it: 护照, 联系人, 电话.
struct TextLabel {
  enum Kind: Sendable {
    /// A document, card or account: letters and digits.
    case account
    case telephone
    case name
  }

  let kind: Kind
  let end: Int

  /// The label that begins at a place, the longest of several.
  static func at(_ place: Int, _ text: [Unicode.Scalar]) -> TextLabel? {
    guard let words = byFirst[text[place]] else { return nil }
    for (word, kind) in words {
      let end = place + word.count
      if end <= text.count, text[place..<end].elementsEqual(word) { return TextLabel(kind: kind, end: end) }
    }
    return nil
  }

  /// The place behind what may stand between a label and its value: 号码是：
  static func behindFiller(_ place: Int, _ text: [Unicode.Scalar]) -> Int {
    var end = place
    while end < text.count, end - place < 6, fillers.contains(text[end]) { end += 1 }
    return end
  }

  private static let fillers = Set("号码为是叫: ：（(=,，　\t".unicodeScalars)

  private static let words: [(Kind, [String])] = [
    (
      .account,
      [
        "身份证", "护照", "通行证", "台胞证", "回乡证", "居住证", "居留证", "驾驶证", "驾照", "军官证", "残疾证", "社保卡", "医保卡", "银行卡",
        "卡号", "账号", "帐号", "证件号", "证号", "微信", "QQ", "qq",
      ]
    ), (.telephone, ["电话", "手机", "座机", "固话", "联系方式", "Tel", "TEL", "tel"]),
    (.name, ["姓名", "联系人", "当事人", "投诉人", "举报人", "来电人", "反映人", "户主"]),
  ]

  private static let byFirst: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: Kind)]] = {
    var found: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: Kind)]] = [:]
    for (kind, words) in words {
      for word in words {
        let scalars = Array(word.unicodeScalars)
        if let first = scalars.first { found[first, default: []].append((scalars, kind)) }
      }
    }
    return found.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()
}

/// Names in a text, as far as one can be sure.
enum TextName {
  /// The end of a name of two or three characters that begins at a place and is followed by a form of address. What stands
  /// before it must be no part of it: nothing, a sign, or a word after which names stand.
  static func beforeTitle(_ place: Int, _ text: [Unicode.Scalar]) -> Int? {
    guard surnames.contains(text[place]),
      place == 0 || !TextSign.isHan(text[place - 1]) || before.contains(text[place - 1])
    else { return nil }
    for length in [3, 2] where isTitle(at: place + length, text) {
      if text[place..<(place + length)].allSatisfy({ TextSign.isHan($0) }) { return place + length }
    }
    return nil
  }

  /// Whether what stands behind 姓名 is a name: two to four characters, and where no sign parts it from the label, one that
  /// begins with a surname.
  static func isName(_ text: ArraySlice<Unicode.Scalar>, isSure: Bool) -> Bool {
    guard (2...4).contains(text.count), let first = text.first, isSure || surnames.contains(first) else { return false }
    return !none.contains { text.elementsEqual($0) }
  }

  private static let none = ["不详", "不明", "未知", "保密", "匿名", "不愿透露"].map { Array($0.unicodeScalars) }

  private static func isTitle(at place: Int, _ text: [Unicode.Scalar]) -> Bool {
    place + 2 <= text.count && titles.contains { text[place..<(place + 2)].elementsEqual($0) }
  }

  private static let titles = ["先生", "女士", "小姐", "阿姨", "阿婆", "大爷"].map { Array($0.unicodeScalars) }
  private static let before = Set("找是请给向叫由和与的室号住为让对跟户子女妻夫父母亲孙员".unicodeScalars)
  /// The hundred most frequent ones, without those that are ordinary words.
  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金戴贾韦夏邱侯邹熊孟秦白江阎薛尹段雷侯龙史陶贺顾毛郝龚邵万钱严武孔汤"
      .unicodeScalars)

  /// What number plates begin with.
  static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)
}

import Foundation
import Kernel

/// Why a cell that should hold one person's name may not: nobody's name, several people's, or a name with something else
/// beside it.
package struct NameDoubt: Sendable, Equatable {
  package let code: String
  /// For people; holds nothing of the name.
  package let detail: String
  /// It is a word about the household, and there is no person to decide about.
  package let isNobody: Bool
  /// Whether the cell may yet be somebody's name as it stands, if a person says so.
  package let isUsable: Bool

  private init(_ code: String, _ detail: String, isNobody: Bool = false, isUsable: Bool = false) {
    (self.code, self.detail, self.isNobody, self.isUsable) = (code, detail, isNobody, isUsable)
  }
}

extension NameDoubt {
  /// What is doubtful about a name as it was typed; nil where nothing is.
  package static func of(_ typed: String) -> NameDoubt? {
    let scalars = PlainText.folded(typed)
    let text = String(String.UnicodeScalarView(scalars))
    let bare = text.filter { !$0.isWhitespace && !"()[]【】〔〕《》<>".contains($0) }
    if nobody.contains(bare) || marks.contains(bare) {
      return NameDoubt("name_not_a_person", "这不是人名，是住户情况；此行没有可登记的人", isNobody: true)
    }
    if truths.contains(bare.uppercased()) {
      return NameDoubt("name_not_a_person", "这一格是真假值，不是人名", isUsable: true)
    }
    if bare.count > 2, deathWords.contains(where: bare.contains) { return deceased }
    if organisations.contains(where: bare.contains) {
      return NameDoubt("name_not_a_person", "看上去是单位或场所，不是人名", isUsable: true)
    }
    if isSeveral(scalars, bare) { return NameDoubt("name_several", "一格里不止一个人，请一人一行") }
    if let doubt = beside(scalars, text, bare) { return doubt }
    return signs(scalars)
  }

  /// What spreadsheets write for a cell that is checked or not.
  private static let truths: Set<String> = ["TRUE", "FALSE"]

  /// Whether it stands for a name of which some signs are hidden.
  package static func isMasked(_ typed: String) -> Bool {
    typed.unicodeScalars.contains { ["*", "＊", "✱", "∗", "○", "◯", "□", "■"].contains($0) }
  }

  private static func isSeveral(_ scalars: [Unicode.Scalar], _ bare: String) -> Bool {
    let hasHan = scalars.contains { $0.properties.isIdeographic }
    if scalars.contains(where: { ["、", "/", "\\", ";", "；", "&", "+", "|"].contains($0) }) { return true }
    if hasHan, scalars.contains(where: { $0 == "," || $0 == "，" || $0 == "\n" }) { return true }
    if bare.range(of: "等[0-9一二三四五六七八九十两几多]*[人位口户]?$", options: .regularExpression) != nil { return bare.count > 2 }
    if bare.count > 2, groups.contains(where: bare.hasSuffix) { return true }
    return isPair(scalars, bare)
  }

  /// 张三和李四; 张三 李四, each with one of the names that every second family has.
  private static func isPair(_ scalars: [Unicode.Scalar], _ bare: String) -> Bool {
    let joined = #"^\p{Han}{2,4}[和与及跟暨同]\p{Han}{2,4}$"#
    if bare.count > 4, bare.range(of: joined, options: .regularExpression) != nil { return true }
    let words = scalars.split(separator: " ")
    return words.count > 1
      && words.allSatisfy { word in
        (2...3).contains(word.count) && word.allSatisfy { $0.properties.isIdeographic }
          && word.first.map { commonSurnames.contains($0) } ?? false
      }
  }

  /// Brackets, digits, and words of a role beside the name.
  private static func beside(_ scalars: [Unicode.Scalar], _ text: String, _ bare: String) -> NameDoubt? {
    if scalars.contains(where: { ["(", ")", "[", "]", "【", "】", "〔", "〕", "<", ">", "《", "》", ":", "："].contains($0) })
    {
      return deaths.contains(where: text.contains) ? deceased : NameDoubt("name_remark", "姓名里夹着别的内容，请分开填写")
    }
    if scalars.contains(where: { $0.properties.numericType == .decimal }) {
      return NameDoubt("name_digits", "姓名里有数字，请分开填写")
    }
    if deaths.contains(where: bare.hasSuffix), bare.count > 2 { return deceased }
    let words = text.split(separator: " ").map(String.init)
    if isRole(words, bare) { return NameDoubt("name_remark", "姓名里夹着身份，请分开填写") }
    if let title = titles.first(where: bare.hasSuffix), bare.count > 1 {
      let named = bare.dropLast(title.count)
      return named.count > 1 && !compoundSurnames.contains(String(named))
        ? NameDoubt("name_remark", "姓名后面带着称呼，请只填姓名") : NameDoubt("name_title", "只有称呼，没有全名", isUsable: true)
    }
    return nil
  }

  private static var deceased: NameDoubt { NameDoubt("name_deceased", "姓名里注明已去世，请核对后填入死亡日期") }

  /// 郑一 户主, 户主郑一, 张三的妻子, 张三之妻; and a sign that stands apart behind a whole name (李四 代, 张三 女): blanks in
  /// names stand behind the surname.
  private static func isRole(_ words: [String], _ bare: String) -> Bool {
    if words.count > 1 {
      if words.contains(where: roles.contains) { return true }
      let isHan = words.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isIdeographic) }
      if isHan, words[0].count > 1, !compoundSurnames.contains(words[0]),
        words.dropFirst().contains(where: { $0.count == 1 })
      {
        return true
      }
    } else if bare.count > 3, roles.contains(where: bare.hasSuffix) {
      return true
    }
    if roles.contains(where: { bare.hasPrefix($0) && bare.count > $0.count + 1 }) { return true }
    return bare.contains("的") || bare.count > 3 && kin.contains(where: bare.hasSuffix)
      || bare.count > 2 && "妻媳婿".contains(bare.first ?? " ")
  }

  private static func signs(_ scalars: [Unicode.Scalar]) -> NameDoubt? {
    if scalars.contains(where: LookAlikes.isPrivate) {
      return NameDoubt("name_private_sign", "姓名里有自造字，别的电脑上不是这个字，请改成标准字", isUsable: true)
    }
    let isKnown = scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.isIdeographic || LookAlikes.ordinary(scalar) != scalar
        || LookAlikes.isGlyphChoice(scalar) || PersonName.isDot(scalar)
        || scalar.properties.generalCategory == .nonspacingMark
        || [" ", ".", "-", "'", "’", "‘", "\"", "“", "”", "。", ",", "﹒"].contains(scalar)
    }
    return isKnown ? nil : NameDoubt("name_sign", "姓名里有看不懂的符号")
  }

  private static func list(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  private static let nobody = list(
    "空户 空关 空关户 空房 空置 空置房 空 空挂 空挂户 无人 无人居住 无人住 没人 没人住 拒访 拒绝 拒绝访问 拒绝登记 拒登 拒查 拒开门 出租 出租房 出租户 已出租 待租 招租 "
      + "转租 装修 装修中 在装修 人户分离 户在人不在 人在户不在 未入户 未见人 敲门无人 无人应答 无应答 不在家 长期不在 查无此人 失联 无法联系 联系不上 搬走 已搬 已搬走 搬离 搬迁 "
      + "已搬迁 迁出 已迁出 拆迁 动迁 已拆 已动迁 同上 同前 同左 同户主 上同 待查 待核 待核实 待补 待定 待登记 不详 不明 未知 不知 不清楚 保密 住户 租客 租户 房东 业主 户主 "
      + "居民 户主本人 本人 群租 群租房 集体户 公司 单位 仓库 店铺 商铺 办公 民宿 宿舍 车库 姓名 名字 合计 小计 总计 共计 未登记 未填 没填 外地人 老人 小孩 婴儿 新生儿 空白 "
      + "已故 亡故 已亡 去世 已去世 过世 已过世 死亡 已死亡 病故 病逝")
  private static let marks = list("〃 ″ \" '' ” “ 々 … ...... ——")
  private static let organisations = ["公司", "有限", "集团", "宿舍", "商店", "超市", "饭店", "工作室", "居委会", "物业", "派出所", "幼儿园"]
  private static let groups = [
    "夫妇", "夫妻", "一家", "全家", "一家人", "母子", "母女", "父子", "父女", "姐妹", "兄弟", "两口子", "老两口", "及家人", "及家属",
  ]
  private static let deathWords = ["已故", "亡故", "已亡", "去世", "逝世", "过世", "死亡", "病逝", "病故", "身故", "离世", "已殁"]
  private static let deaths = ["故", "亡", "殁", "去世", "逝世", "过世", "死亡", "病逝"]
  private static let roles = list(
    "户主 租客 租户 承租人 承租 产权人 房东 业主 配偶 儿子 女儿 妻子 丈夫 父亲 母亲 孙子 孙女 家属 保姆 同住人 共有人 空户 空关 出租 拒访 租住 自住 独居 本人 代办 代签 代填 代领 代管 已搬 搬走 已搬走 搬出 迁出 已迁出 迁入"
  )
  private static let kin = ["之妻", "之夫", "之子", "之女", "之父", "之母", "之媳", "之婿", "爸爸", "妈妈", "家人", "亲戚", "朋友"]
  private static let compoundSurnames = list("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 端木 西门 南宫 长孙 宇文 轩辕 独孤 呼延")
  private static let commonSurnames = Set(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦夏付方邹熊孟秦邱江尹薛闫段侯龙陶顾毛郝龚邵万钱严赖"
      .unicodeScalars)
  private static let titles = [
    "先生", "女士", "小姐", "太太", "阿姨", "师傅", "老师", "大爷", "大妈", "大伯", "老伯", "爷叔", "伯伯", "奶奶", "老太", "老头", "某某", "××",
    "同志", "医生", "大夫", "书记", "主任", "经理", "老板", "大姐", "大哥", "阿婆", "叔叔", "爷爷", "外婆", "外公", "伯母", "大娘", "大叔",
  ]
}

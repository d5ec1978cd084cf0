/// Names as each generation gave them, put together by lot.
enum DemoNames {
  private static let surnames = DemoChoices<String>(
    zip(
      "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 沈 陆 顾 钱 金 姚 潘 蒋 曹 许 邵 钟 俞 戴 施 严 丁 薛 叶 夏 方 汪 倪 龚 谈 忻 竺 裘 诸葛 欧阳"
        .split(separator: " ").map(String.init),
      (0..<50).map { 1 / (4 + Double($0)) }
    ).map { ($0, $1) })

  private struct Generation: Sendable {
    let bornUntil: Int
    let men: [String]
    let women: [String]
    init(_ bornUntil: Int, men: String, women: String) {
      self.bornUntil = bornUntil
      self.men = men.split(separator: " ").map(String.init)
      self.women = women.split(separator: " ").map(String.init)
    }
  }

  private static let generations = [
    Generation(
      1948, men: "根宝 福根 阿毛 德福 荣生 金宝 祖康 鹤年 寿昌 炳泉 锦堂 耀宗 仁发 梅生 长庚 松林",
      women: "阿娣 秀英 桂珍 月琴 金娣 招弟 巧珍 凤仙 素贞 菊芬 雪珍 宝娣 瑞芝 兰英 佩珍 惠芬"),
    Generation(
      1969, men: "建国 国强 建华 志明 卫东 永康 国平 德明 伟民 新民 文革 建平 志刚 海根 跃进 忠良",
      women: "丽华 美芳 秀兰 惠珍 建英 玲娣 国芳 爱华 玉兰 红英 佩华 雅芳 桂芳 月华 蓓莉 文娟"),
    Generation(
      1989, men: "伟 军 磊 勇 俊 峰 斌 毅 晓东 海峰 志伟 文杰 嘉明 骏 亮 晨",
      women: "敏 静 燕 莉 婷 琳 洁 芸 晓燕 佳 丽娜 海燕 蓓 颖 怡 雯"),
    Generation(
      2009, men: "俊杰 嘉豪 天宇 浩然 子豪 逸飞 晟 宇航 家乐 思远 博文 昊天 佳伟 泽宇 晨曦 弈",
      women: "欣怡 雨桐 佳怡 思雨 诗涵 梦婷 雨欣 静怡 嘉怡 晓彤 紫涵 逸菲 心妍 可馨 雯婷 悦"),
    Generation(
      9999, men: "梓轩 子墨 一诺 沐辰 宇泽 亦宸 奕辰 浩宇 君浩 景行 知远 星野 屹 予安 云舟 慕言",
      women: "子涵 梓萱 一一 沐瑶 可欣 若曦 语桐 芷晴 知夏 安然 苡沫 予希 南乔 星若 云朵 念初"),
  ]
  private static let foreignGiven = ["Anna", "Luca", "Mia", "Jonas", "Sofia", "Kenji", "Priya", "Omar", "Marie", "Tom"]
  private static let foreignFamily = ["Muster", "Beispiel", "Sample", "Esempio", "Fictif", "Mock", "Specimen"]

  static func surname(_ random: inout DemoRandom) -> String { random.pick(surnames) }

  static func given(isMale: Bool, born year: Int, _ random: inout DemoRandom) -> String {
    for generation in generations where year <= generation.bornUntil {
      return random.pick(isMale ? generation.men : generation.women)
    }
    return ""
  }

  static func foreign(_ random: inout DemoRandom) -> String {
    random.pick(foreignGiven) + " " + random.pick(foreignFamily)
  }
}

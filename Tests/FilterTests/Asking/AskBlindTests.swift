import ChineseQuery
import FilterLanguage
import Foundation
import Sheets
import Testing

/// 1,598 sentences written blind, in eight sets. A sentence may be refused; it is never answered with another list.
@Suite struct AskBlindTests {
  struct Row {
    let sentence: String
    let subject: String
    let filters: [String]
  }

  static let rows: [Row] = [
    AskBlindSentences1.table, AskBlindSentences2.table, AskBlindSentences3.table, AskBlindSentences4.table,
    AskBlindSentences5.table, AskBlindSentences6.table, AskBlindSentences7.table, AskBlindSentences8.table,
  ]
  .joined(separator: "\n").split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return Row(sentence: cells[0], subject: cells[1], filters: cells[2].components(separatedBy: " ;; "))
  }

  /// Answered otherwise than their writers thought, and why.
  private static let disputed: Set<String> = [
    // 六七十岁 is 60 to 79; so is this 80 to 99.
    "八九十岁的老人",
    // The day of 除夕 itself: the calendar of days off begins with it.
    "春节前租约到期的房子", "明年春节前要满100岁的",
    // Whether the street has to be said, where the caller has but one.
    "全街道最老的十栋楼",
    // Whether the day itself is within: 以前 and 之前 of a day are read as notices mean them.
    "免疫日期在一年以前的养犬户", "2025年1月1日之前就开始失业的人", "1976年11月21号以前入党的",
    // 以下 includes the number.
    "楼组长里面女的，50岁以下",
    // Whether those that were never seen to, and have no such record, are meant as well.
    "燃气两年没安检了", "水箱半年没洗的楼栋",
    // Whether an order that was refused or joined to another is done with, and from which age on somebody is old.
    "没办结的工单", "老人",
    // The homes, or the old who live in them.
    "独居老人家里没人走访的，去年全年",
    // 噪声 as a category is all matters of noise.
    "诉求类别为噪声的工单，今年的",
    // Whether somebody without a home is one whose home has no such device.
    "家里不是技防户的失智老人",
    // Whether whoever has such a record must carry the tag 持证残疾人 as well.
    "残疾等级为三级或四级的智力、精神残疾人",
    // 回族 is written as 回 too.
    "回族老人",
    // The same, where each condition is said of its own home, tag or record.
    "住在直管公房里、还在用手拎马桶的独居老人", "16至59周岁、既不在职也不是灵活就业的持证残疾人", "厨卫合用的售后公房",
    // The lifts on file as facilities, or the number that the building has: 12层以上 has both.
    "12层以上、有两部及以上电梯的楼",
    // Every order has a source, and none was reported after today.
    "来源不是12345的紧急工单", "今年以来涉及网红店的投诉工单",
  ]

  /// The street that the sentences are about, with the words of its work orders.
  static let gazetteer: Gazetteer = {
    var gazetteer = AskWorld.gazetteer
    gazetteer.places += ["福锦坊"].map { .init(.compound, $0) }
    gazetteer.categories = [
      "餐饮", "咖啡", "酒吧", "茶饮", "烘焙", "便利店", "美发", "药店", "服装", "零售", "教育", "维修", "洗衣", "宠物", "超市", "足浴", "美容",
      "奶茶", "甜品",
    ]
    gazetteer.assetKinds = ["elevator", "charging_pile", "hydrant", "smoke_alarm", "extinguisher", "camera"]
    gazetteer.units = ["房管所", "城管中队", "物业服务企业", "市场监管所", "派出所", "居委会"]
    gazetteer.matters = [
      "空调外机冷却塔噪声", "营业场所噪声", "邻里生活噪声", "夜间施工噪声", "装修扰民", "餐饮油烟", "共用部位渗漏水", "楼上楼下漏水纠纷",
      "街面暴露垃圾", "道路违停", "小区停车管理", "不文明养犬", "占道堆物", "楼道堆物", "群租", "消费纠纷", "物业服务质量",
    ]
    gazetteer.sources = ["12345", "随申拍", "社工上报"]
    return gazetteer
  }()

  @Test func read_blindSentences_areNeverAnotherList() throws {
    let vocabulary = try AskWorld.vocabulary()
    let asking = Asking(vocabulary: vocabulary, gazetteer: Self.gazetteer)
    let normal = AskNormal(asOf: AskWorld.today, rules: try Self.rules(vocabulary))
    var (right, asked) = (0, 0)
    for row in Self.rows {
      asked += 1
      guard let reading = try? asking.read(row.sentence, asOf: AskWorld.today) else {
        right += row.subject == "ERROR" ? 1 : 0
        continue
      }
      let wanted = Subject(word: row.subject).map { subject in
        row.filters.compactMap { try? FilterParser.parse($0, about: subject, vocabulary: vocabulary) }.map(normal.text)
      }
      let isRight = reading.subject.word == row.subject && wanted?.contains(normal.text(reading.expression)) == true
      right += isRight ? 1 : 0
      #expect(
        isRight || Self.disputed.contains(row.sentence),
        "\(row.sentence): \(FilterPrinter.text(reading.expression, vocabulary: vocabulary))")
    }
    #expect(asked >= 1_590 && right * 100 >= asked * 90, "\(right) of \(asked) are right")
  }

  /// What computed tags stand for.
  static func rules(_ vocabulary: Vocabulary) throws -> [String: FilterLanguage.Expression] {
    var rules: [String: FilterLanguage.Expression] = [:]
    for tag in vocabulary.tags {
      guard let rule = tag.rule, let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else {
        continue
      }
      rules[tag.code] = try FilterParser.parse(rule, about: subject, vocabulary: vocabulary)
    }
    return rules
  }
}

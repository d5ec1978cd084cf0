import FilterLanguage
import Testing

@Suite struct FilterExplanationTests {
  @Test(arguments: [
    ("", "全部人员"), ("age >= 80 and tag:独居老人", "年龄满80周岁及以上，且有标签“独居老人”"),
    ("turns(90) in today..today+3m", "今天起3个月内年满90周岁"), ("turns(60) in this-year", "今年年满60周岁"),
    ("any house(count(residents()) = 1)", "所在房屋里居住人数等于1"),
    ("age >= 80 and not tag:低保", "年龄满80周岁及以上，且没有标签“低保人员”"),
    ("(tag:独居 or tag:低保) and sex = 女", "「有标签“独居老人”，或有标签“低保人员”」，且性别是“女”"),
    ("tag:独居 and not last_visited >= today-30d", "有标签“独居老人”，且最近30天没有走访过（含从未走访）"),
    ("age in 60..69", "年龄在60至69周岁之间（含两头）"), ("age < 3", "年龄不满3周岁"), ("role = tenant", "居住关系是“租客”"),
    ("birth_date < 1936-11-21", "出生日期早于1936年11月21日"), ("committee = 延中", "居民区是“延中”"),
    ("any house(tag:出租房屋 and residents >= 5)", "所在房屋「有标签“出租房屋”，且居住人数不小于5」"),
    ("no records.checkup(on in this-year)", "没有“体检”记录体检日期在今年"),
    ("id_number = 310101199001011234", "证件号码为指定的号码"), ("hukou in [本市, 外籍]", "户籍是“本市”或“外籍”"),
    ("not age >= 80", "年龄不满80周岁（含未填）"), ("not until < today", "截止日期不早于今天（含未填）"),
    ("ethnicity != 汉族", "民族不是“汉族”（未填的不算）"), ("not sex = 男", "性别不是“男”（含未填）"),
    ("not hukou in [本市, 外籍]", "户籍不是“本市”或“外籍”（含未填）"), ("not age in 1..3", "不满足「年龄在1至3周岁之间（含两头）」"),
    ("not any records.checkup()", "没有“体检”记录"), ("not id_number = 1", "证件号码不是指定的号码（含未填）"),
    ("not (age > 1 and age < 3)", "不满足「年龄超过1周岁，且年龄不满3周岁」"),
  ])
  func chinese_ofPeople(_ text: String, _ expected: String) throws {
    #expect(FilterExplanation.chinese(try parse(text), about: .people, vocabulary: words) == expected)
  }

  @Test(arguments: [
    ("any residents(age >= 90)", "居住人员中有人年龄满90周岁及以上"),
    ("all residents(age >= 60)", "「居住人员中有人，而且全都年龄满60周岁及以上」"),
    ("count(residents(age >= 60 and sex = 男)) >= 2", "居住人员中「年龄满60周岁及以上，且性别是“男”」的人数不小于2"),
    ("not any records.lease(not filed = true)", "没有“租约”记录已备案为“否”（含未填）"),
    ("use = vacant", "使用情况是“空置”"), ("not any records.lease(filed = true)", "没有“租约”记录已备案为“是”"),
    ("no visits(visited_on >= today-7d)", "没有走访记录走访日期不早于7天前"),
  ])
  func chinese_ofHouses(_ text: String, _ expected: String) throws {
    #expect(FilterExplanation.chinese(try parse(text, .houses), about: .houses, vocabulary: words) == expected)
  }

  @Test func chinese_ofShopsAfterMidnight() throws {
    let filter = try parse("road = 长乐路 and closes > 24:30", .shops)
    #expect(
      FilterExplanation.chinese(filter, about: .shops, vocabulary: words) == "路名是“长乐路”，且打烊时间晚于次日00:30")
  }
}

import FilterLanguage
import Identity
import Imports
import Kernel
import Testing

@Suite struct NameDoubtTests {
  @Test(arguments: ["空户", "空关", "无人", "拒访", "出租", "同上", "（空户）", "空 关", "不详", "〃"])
  func doubt_wordsOfTheHousehold_areNobody(text: String) {
    #expect(NameDoubt.of(text)?.isNobody == true)
  }

  @Test(arguments: [
    ("张三（已故）", "name_deceased"), ("李四(租)", "name_remark"), ("王五、赵六", "name_several"), ("钱七/孙八", "name_several"),
    ("周九等3人", "name_several"), ("吴十1", "name_digits"), ("郑一 户主", "name_remark"), ("冯二13812345678", "name_digits"),
    ("王五夫妇", "name_several"), ("王五，赵六", "name_several"), ("张三已故", "name_deceased"), ("王女士", "name_title"),
    ("TRUE", "name_not_a_person"),
    ("赵\u{E863}", "name_private_sign"), ("某某物业公司", "name_not_a_person"), ("张?三", "name_sign"),
    ("张三(已故)", "name_deceased"), ("张三，已故", "name_deceased"), ("已故张三", "name_deceased"), ("张三-去世", "name_deceased"),
    ("张三 故", "name_deceased"), ("李四 代", "name_remark"), ("李四 代签", "name_remark"), ("户主:张三", "name_remark"),
    ("户主：张三", "name_remark"), ("户主张三", "name_remark"), ("租客 张三", "name_remark"), ("张三先生", "name_remark"),
    ("欧阳先生", "name_title"), ("张三之妻", "name_remark"), ("张三的儿子", "name_remark"), ("妻李四", "name_remark"),
    ("张三 女", "name_remark"), ("王五/赵六", "name_several"), ("王五 赵六", "name_several"), ("王五和赵六", "name_several"),
    ("张三&李四", "name_several"), ("张三+李四", "name_several"), ("张三(搬走)", "name_remark"), ("张三阿姨", "name_remark"),
  ])
  func doubt_ofCell(text: String, code: String) {
    #expect(NameDoubt.of(text)?.code == code)
  }

  @Test(arguments: [
    "张三", "张 三", "古丽·买买提", "古丽-买买提", "古丽﹒买买提", "John Smith", "O'Neill, Mary", "方⽴青", "葛\u{E0100}小", "㐂田", "𠮷田",
    "王老太爷", "欧阳 娜娜", "欧阳 锋", "张 三丰", "李和平", "王与之", "古丽 买买提", "阿布都 热合曼", "王明代", "张主", "高先生根",
  ])
  func doubt_ofNames_isNone(text: String) {
    #expect(NameDoubt.of(text) == nil)
  }

  /// A name is never taken with the words in it, whatever a person decides: they are put right first.
  @Test(arguments: ["张三(已故)", "李四 代", "王五/赵六", "户主:张三", "张三先生", "户主张三", "王五和赵六", "张三之妻"])
  func doubt_ofWordsBesideAName_isNoNameAsItStands(text: String) throws {
    let doubt = try #require(NameDoubt.of(text))
    #expect(!doubt.isUsable && !doubt.isNobody)
    #expect(RowReason(doubt.code, nil, doubt.detail).needsCorrection)
  }

  @Test(arguments: ["苏*证", "苏＊", "张○三", "J***"])
  func masked_isNoName(text: String) {
    #expect(NameDoubt.isMasked(text))
    #expect(throws: Problem.self) { try PersonName.normalise(text) }
  }

  @Test(arguments: ["⽅⽴青", "方⽴⻘", "方立青\u{FE00}"])
  func normalise_lookAlikes_areTheOrdinarySigns(text: String) throws {
    #expect(try PersonName.normalise(text) == "方立青")
  }

  @Test(arguments: [
    ("古丽·买买提", "古丽-买买提", NameLikeness.same), ("古丽·买买提", "古丽 买买提", .same), ("古丽·买买提", "古丽。买买提", .same),
    ("林晓红", "林小红", .slip), ("张建国", "张国建", .slip), ("张建国", "张国", .slip), ("赵己生", "赵已生", .slip),
    ("林小红", "林小青", .oneApart), ("双生甲", "双生乙", .oneApart), ("张三", "李四", .other), ("张三", "张小三丰", .other),
  ])
  func likeness_ofNames(left: String, right: String, expected: NameLikeness) {
    #expect(NameLikeness(left, right) == expected)
    #expect(NameLikeness(right, left) == expected)
  }
}

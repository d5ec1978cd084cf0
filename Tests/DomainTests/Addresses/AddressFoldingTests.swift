import Addresses
import FilterLanguage
import Testing

@Suite struct AddressFoldingTests {
  @Test func fold_makesSpellingsEqual() {
    #expect(AddressFolding.fold("长乐路３７２弄　5－201ａ") == "长乐路372弄5-201A")
    #expect(AddressFolding.fold("９９弄79～159") == "99弄79-159")
    #expect(AddressFolding.fold("西湖街89——360号") == "西湖街89-360号")
    #expect(AddressFolding.fold("（一期）") == "(一期)")
    #expect(AddressFolding.fold("5號 201") == "5号201")
    #expect(AddressFolding.fold("5 201") == "5-201")
  }

  /// The compatibility ideograph 金 (U+F90A) is the ordinary one in canonical composition.
  @Test func fold_composes() {
    let folded = AddressFolding.fold("\u{F90A}沙江路")
    #expect(Array(folded.unicodeScalars) == Array("金沙江路".unicodeScalars))
  }

  @Test func name_spellsSmallNumbersInChinese() {
    #expect(AddressFolding.name("控江2村") == "控江二村")
    #expect(AddressFolding.name("田林12村") == "田林十二村")
    #expect(AddressFolding.name("三湘世纪2期") == "三湘世纪2期")
  }

  @Test(arguments: [
    ("卢湾区长乐路三百七十二弄", "长乐路372弄"), ("长乐路37", "长乐路37"), ("上海市黄浦区瑞金二路街道长乐路 372 弄 5", "长乐路372弄5"), ("长乐", "长乐"),
    ("思湾2路76", "思湾二路76"), ("瑞金二路", "瑞金二路"),
  ])
  func prefix_addsNothing(text: String, prefix: String) {
    #expect(AddressFolding.prefix(text) == prefix)
  }

  @Test(arguments: [
    ("三百七十二", "372"), ("一五七", "157"), ("二〇一", "201"), ("十", "10"), ("十五", "15"), ("二十", "20"), ("廿三", "23"),
    ("一百零五", "105"),
    ("一百五", "150"), ("一百一十", "110"), ("一千二百", "1200"), ("三千零八", "3008"), ("零", "0"),
  ])
  func arabic_ofChinese(spoken: String, digits: String) {
    #expect(ChineseNumeral.arabic(Array(spoken.unicodeScalars)[...]) == digits)
  }

  @Test func arabic_ofNonsense() {
    #expect(ChineseNumeral.arabic(Array("十百".unicodeScalars)[...]) == nil)
    #expect(ChineseNumeral.arabic(Array("372".unicodeScalars)[...]) == nil)
    #expect(ChineseNumeral.arabic([]) == nil)
  }
}

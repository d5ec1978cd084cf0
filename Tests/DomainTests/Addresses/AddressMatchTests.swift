import Testing
@testable import Addresses
@testable import FilterLanguage

@Suite struct AddressMatchTests {
  private func hits(_ text: String, _ houses: Set<String>) -> [String] {
    AddressMatch(Address.parse(text)).hits(among: houses)
  }

  @Test func exact_comesFirst() {
    let match = AddressMatch(Address.parse("黄浦区长乐路372弄5-201"))
    #expect(match.candidateKeys == [.init(canonical: "长乐路372弄5号201室", exact: true, reading: 0)])
    #expect(match.building == nil)
  }

  @Test func storeyInParentheses_meansTheWholeShopFirst() {
    let text = "茂名南路617号(底层)"
    #expect(hits(text, ["茂名南路617号", "茂名南路617号底层"]) == ["茂名南路617号"])
    #expect(hits(text, ["茂名南路617号底层"]) == ["茂名南路617号底层"])
    #expect(hits(text, ["茂名南路617号101室"]).isEmpty)
    #expect(AddressMatch(Address.parse(text)).building == nil)
  }

  @Test func groundFloor_inLaneIsARoom() {
    #expect(hits("永嘉路1弄2号底层", ["永嘉路1弄2号", "永嘉路1弄2号底层"]) == ["永嘉路1弄2号底层"])
    #expect(hits("永嘉路1弄2号底层", ["永嘉路1弄2号"]).isEmpty)
    #expect(hits("永嘉路1弄2号（一楼）", ["永嘉路1弄2号", "永嘉路1弄2号底层"]) == ["永嘉路1弄2号底层"])
  }

  @Test func missingRoom_isNeverAnother() {
    #expect(hits("长乐路372弄5号999室", ["长乐路372弄5号201室", "长乐路372弄5号"]).isEmpty)
  }

  @Test func building_isNamedOnlyWithoutRoom() {
    let match = AddressMatch(Address.parse("长乐路372弄5号"))
    #expect(match.building == "长乐路372弄5号")
    #expect(match.hits(among: ["长乐路372弄5号201室", "长乐路372弄5号202室"]).isEmpty)
    #expect(match.hits(among: ["长乐路372弄5号"]) == ["长乐路372弄5号"])
  }

  @Test func twoReadings_areTwoHits() {
    let text = "龙吴路1717弄61402"
    #expect(hits(text, ["龙吴路1717弄61号402室"]) == ["龙吴路1717弄61号402室"])
    #expect(hits(text, ["龙吴路1717弄6号1402室"]) == ["龙吴路1717弄6号1402室"])
    #expect(hits(text, ["龙吴路1717弄61号402室", "龙吴路1717弄6号1402室"]).count == 2)
    #expect(AddressMatch(Address.parse(text)).candidateKeys.filter(\.exact).map(\.canonical) == ["龙吴路1717弄61号402室"])
  }

  @Test func buildingBesideNumber_mayBeLeftOut() {
    #expect(hits("兴仓路239弄28栋44号302", ["兴仓路239弄44号302室"]) == ["兴仓路239弄44号302室"])
  }

  @Test func doorInCompound_isNotTheRoads() {
    #expect(hits("建国西路步高里12号", ["建国西路12号"]).isEmpty)
    #expect(hits("建国西路步高里12号", ["步高里12号"]) == ["步高里12号"])
  }

  @Test func nothingAddressable_hasNoKeys() {
    let match = AddressMatch(Address.parse("上海市黄浦区"))
    #expect(match.candidateKeys.isEmpty)
    #expect(match.building == nil)
  }
}

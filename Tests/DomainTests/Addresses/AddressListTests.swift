import Addresses
import FilterLanguage
import Testing

@Suite struct AddressListTests {
  private func canonicals(_ text: String) -> [String?] { AddressList.split(text).pieces.map(\.address.canonical) }

  @Test func split_inheritsRoad() {
    #expect(canonicals("丽园路546,558,570号") == ["丽园路546号", "丽园路558号", "丽园路570号"])
    #expect(canonicals("江阴街34、36号；河南南路868弄") == ["江阴街34号", "江阴街36号", "河南南路868弄"])
  }

  @Test func split_inheritsLane() {
    #expect(canonicals("中潭路99弄87、125、143号") == ["中潭路99弄87号", "中潭路99弄125号", "中潭路99弄143号"])
    #expect(canonicals("仁德路67弄9支弄, 10支弄") == ["仁德路67弄9支弄", "仁德路67弄10支弄"])
    #expect(canonicals("长乐路5弄3号，7弄") == ["长乐路5弄3号", "长乐路7弄"])
    #expect(canonicals("长乐路5弄3号101、102室") == ["长乐路5弄3号101室", "长乐路5弄3号102室"])
  }

  @Test func split_keepsRangesAndParentheses() {
    let pieces = AddressList.split("平型关路1083弄（一、二期）, 武夷路555弄23～34号, 曹杨六村24号-27号").pieces
    #expect(pieces.map(\.address.lane) == ["1083", "555", nil])
    #expect(pieces.map(\.address.number) == [nil, "23-34", "24-27"])
    #expect(pieces.map(\.address.road) == ["平型关路", "武夷路", "曹杨六村"])
  }

  @Test func split_dots() {
    #expect(canonicals("光复西路01.02.13号") == ["光复西路1号", "光复西路2号", "光复西路13号"])
  }

  @Test func split_nothing() {
    #expect(AddressList.split("").pieces.isEmpty)
    #expect(canonicals("、,；长乐路5号") == ["长乐路5号"])
    #expect(canonicals("解放新村（解放三村、解放四村").count == 2)
  }
}

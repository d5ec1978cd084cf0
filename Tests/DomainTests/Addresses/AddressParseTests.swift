import Addresses
import FilterLanguage
import Testing

@Suite struct AddressParseTests {
  @Test func parse_fullForm() {
    let address = Address.parse("上海市卢湾区瑞金二路街道长乐路３７２弄15支弄五号201室(电联)")
    #expect(address.district == "黄浦区")
    #expect(address.town == "瑞金二路街道")
    #expect(address.road == "长乐路")
    #expect(address.lane == "372")
    #expect(address.sublane == "15")
    #expect(address.number == "5")
    #expect(address.room == "201")
    #expect(address.remarks == ["电联"])
    #expect(address.canonical == "长乐路372弄15支弄5号201室")
    #expect(address.buildingCanonical == "长乐路372弄15支弄5号")
  }

  @Test(arguments: [
    ("长乐路372弄5-201", "长乐路372弄5号201室"), ("长乐路372-5-201", "长乐路372弄5号201室"),
    ("长乐路372弄5号楼201", "长乐路372弄5号201室"), ("长乐路372弄5幢201室", "长乐路372弄5号201室"),
    ("长乐路 372 弄 5 201", "长乐路372弄5号201室"), ("长乐路372弄5#201", "长乐路372弄5号201室"),
    ("长乐路372弄5号201号室", "长乐路372弄5号201室"), ("长乐路372弄五号二〇一", "长乐路372弄5号201室"),
    ("长乐路372弄5号2楼201", "长乐路372弄5号201室"), ("长乐路372弄,5号,201室", "长乐路372弄5号201室"),
    ("长乐路372弄16号504号", "长乐路372弄16号504室"), ("长乐路372弄16栋1602号", "长乐路372弄16号1602室"),
    ("长乐路372弄28栋44号302", "长乐路372弄44号28号楼302室"), ("长乐路一五七号", "长乐路157号"),
    ("长乐路372弄05号", "长乐路372弄5号"), ("永嘉路5号二楼6", "永嘉路5号2楼6室"), ("永嘉路26号甲201", "永嘉路26甲号201室"),
    ("永嘉路临时5号3室", "永嘉路临5号3室"), ("永嘉路5号101室甲", "永嘉路5号101甲室"), ("永嘉路1弄5支5号", "永嘉路1弄5支弄5号"),
    ("永嘉路5号底楼", "永嘉路5号底层"), ("永嘉路5号3层阁", "永嘉路5号三层阁"), ("永嘉路5号二楼亭子间", "永嘉路5号2楼亭子间"),
    ("中春路8888号优诗美地9号102", "中春路8888号9号楼102室"), ("古龙路61号8-118-992", "古龙路61号8号楼118单元992室"),
    ("嘉定区沪南公路沪南公路3468号", "沪南公路3468号"), ("中华新路890弄近普善路中华新路890弄4号", "中华新路890弄4号"),
    ("拦海路1号7弄19号", "拦海路1号7弄19号"), ("控江2村73号201", "控江二村73号201室"), ("长乐路近瑞金二路", "长乐路"),
    ("建国西路步高里12号", "建国西路步高里12号"), ("花园路阳光花园3号楼201", "花园路阳光花园3号201室"), ("南京西路恒隆广场1266号", "南京西路1266号"),
    ("二号路88号", "二号路88号"), ("嘉定工业区2号路88号", "二号路88号"),
  ])
  func canonical_ofForm(text: String, canonical: String) {
    #expect(Address.parse(text).canonical == canonical)
  }

  @Test(arguments: [
    ("瑞金二路三十号", "瑞金二路", "30"), ("新建一路一号", "新建一路", "1"), ("三门路三号", "三门路", "3"),
    ("中山东一路十二号", "中山东一路", "12"), ("四平路一百零五号", "四平路", "105"), ("田林十二村五号", "田林十二村", "5"),
    ("一二八纪念东路518号", "一二八纪念东路", "518"), ("荣华东道79号", "荣华东道", "79"), ("浦东大道1623号", "浦东大道", "1623"),
    ("虹镇老街267号", "虹镇老街", "267"), ("镇宁路545号", "镇宁路", "545"), ("光复村路318号", "光复村路", "318"),
    ("梅里弄15", "梅里弄", "15"), ("孔付司巷8号", "孔付司巷", "8"), ("步高里12号", "步高里", "12"),
  ])
  func road_keepsItsNumerals(text: String, road: String, number: String) {
    let address = Address.parse(text)
    #expect(address.road == road)
    #expect(address.number == number)
  }

  @Test(arguments: [
    ("上海浦东新区万德路58弄", "浦东新区", nil, "万德路"), ("上海市-市辖区-浦东新区金顺路34号", "浦东新区", nil, "金顺路"),
    ("浦东周浦周邓公路6600弄", "浦东新区", "周浦", "周邓公路"), ("浦东南路1475弄", nil, nil, "浦东南路"),
    ("闸北区河南北路1180号", "静安区", nil, "河南北路"), ("南汇区惠南镇听康路181弄", "浦东新区", "惠南镇", "听康路"),
    ("崇明县堡镇堡镇南路5号", "崇明区", "堡镇", "堡镇南路"), ("长宁路1302弄", nil, nil, "长宁路"), ("上海路5号", nil, nil, "上海路"),
    ("天山路街道上海市长宁区天山路1932号", "长宁区", "天山路街道", "天山路"), ("曹路镇海鹏路529弄", nil, "曹路镇", "海鹏路"),
    ("嘉定区菊园新区红石路699弄", "嘉定区", "菊园新区", "红石路"), ("瑞金二路街道长乐居委会长乐路3号", nil, "长乐居委会", "长乐路"),
    ("静安区NULL大宁路181弄", "静安区", nil, "大宁路"), ("黄浦长乐路372弄", "黄浦区", nil, "长乐路"),
  ])
  func head_isTakenOff(text: String, district: String?, town: String?, road: String) {
    let address = Address.parse(text)
    #expect(address.district == district)
    #expect(address.town == town)
    #expect(address.road == road)
  }

  @Test(arguments: [
    ("白鹤镇赵江路208弄日月新村", "赵江路", "日月新村"), ("顾北路韶光花园161弄4号", "顾北路", "韶光花园"),
    ("江桥三村靖远路621弄", "靖远路", "江桥三村"), ("桃浦一村(武威路1051弄)", "武威路", "桃浦一村"),
    ("风华水岸|枣阳路891弄", "枣阳路", "风华水岸"), ("肇嘉浜路376号光明大厦", "肇嘉浜路", "光明大厦"),
  ])
  func compound_isToldFromTheRoad(text: String, road: String, compound: String) {
    let address = Address.parse(text)
    #expect(address.road == road)
    #expect(address.compound == compound)
    #expect(address.canonical?.contains(compound) == false)
  }

  @Test(arguments: ["步高里12号201", "黄浦区步高里12号201室", "建国西路步高里12号201"])
  func within_takesTheCompoundsLane(text: String) {
    let address = Address.parse(text)
    #expect(address.compound == "步高里")
    #expect(address.within(Address.parse("建国西路287弄")).canonical == "建国西路287弄12号201室")
  }

  @Test func parse_boundsItsWork() {
    let long = "长乐路5号" + String(repeating: "(", count: 200_000) + "路"
    let address = Address.parse(long)
    #expect(address.canonical == "长乐路5号")
    #expect(address.rest.utf8.count > 199_000)
    #expect(AddressList.split(String(repeating: "（,", count: 20_000)).pieces.count == 20_000)
  }

  @Test func compound_isTheKeyWithoutRoad() {
    #expect(Address.parse("黄浦区步高里").canonical == "步高里")
    #expect(Address.parse("高盛家园141号201").canonical == "高盛家园141号201室")
  }

  @Test(arguments: ["", "   ", "上海市黄浦区", "120号", "（", "）", "-", "弄", "号号号", "5支弄", "電聯", "🏠", "近", "1-2-3-4-5-6-7-8号"])
  func parse_neverFails(text: String) {
    let address = Address.parse(text)
    #expect(address.road == nil)
  }

  @Test func rest_namesWhatWasNotUnderstood() {
    #expect(Address.parse("长乐路5号201室电联").rest == "电联")
    #expect(Address.parse("长乐路372弄5号、7号").rest == "7号")
    #expect(Address.parse("长乐路372弄5号、7号").canonical == "长乐路372弄5号")
  }

  @Test func alternatives_ofDigitsThatRunTogether() {
    let address = Address.parse("龙吴路1717弄61402电联")
    #expect(address.canonical == "龙吴路1717弄61号402室")
    #expect(address.alternatives.map(\.canonical) == ["龙吴路1717弄6号1402室", "龙吴路1717弄61402号"])
    #expect(Address.parse("景谷东路99弄8602").canonical == "景谷东路99弄8号602室")
    #expect(Address.parse("中潭路100弄82").canonical == "中潭路100弄82号")
    #expect(Address.parse("中潭路100弄82").alternatives.isEmpty)
  }

  @Test func alternatives_ofTwoParts() {
    let address = Address.parse("长乐路587-102")
    #expect(address.canonical == "长乐路587号102室")
    #expect(address.alternatives.map(\.canonical) == ["长乐路587弄102号"])
  }
}

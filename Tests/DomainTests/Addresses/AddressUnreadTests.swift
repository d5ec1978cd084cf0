import Addresses
import FilterLanguage
import Imports
import Testing

/// Every sign of an address is in a field or is named as unread.
@Suite struct AddressUnreadTests {
  @Test(arguments: [
    ("长乐路□弄36号", "□弄"), ("长乐路？弄36号", "?弄"), ("长乐路__弄36号", "__弄"), ("长乐路弄36号", "弄"), ("长乐路⑳弄36号", "⑳弄"),
    ("长乐路贰拾弄36号", "贰拾弄"), ("长乐路26弄①1号201室", "①"), ("长乐路*弄36号", "*弄"), ("长乐路26弄□号201室", "□号"),
    ("长乐路26弄5号403室A", "A"), ("长乐路26弄5号403、404室", "404室"), ("长乐路26弄5号403和404室", "和404室"),
    ("长乐路26弄5号东头加层", "东头加层"), ("长乐路26弄5号之一", "之一"), ("长乐路26弄5号(东头加层)", "东头加层"), ("长乐路26弄5号(原30号)", "原30号"),
    ("长乐路26弄5号201室(202室)", "202室"), ("长乐路26弄5号301室（二楼）", "二楼"), ("长乐路陕西南路5号", "长乐路"),
    ("长乐路26弄\u{E123}号", "\u{E123}号"), ("长乐路26弄号201室", "号"),
  ])
  func unread_namesWhatIsInNoField(text: String, part: String) {
    let unread = Address.parse(text).unread(.whole).map(\.text)
    #expect(unread.joined().contains(part), "\(unread)")
  }

  /// Half of such a number is another number, and what the whole says is a guess.
  @Test(arguments: [
    ("长乐路99弄1⼗号201室", "1十号"), ("长乐路99弄⼗1号201室", "十1号"), ("长乐路99弄1十号201室", "1十号"), ("长乐路99弄⑴0号201室", "⑴0号"),
    ("长乐路99弄1〇号201室", "1〇号"), ("长乐路99弄10号1〇2室", "1〇2室"), ("长乐路99弄10号一0二室", "一0二室"),
    ("长乐路99弄2二号201室", "2二号"), ("长乐路九9弄10号201室", "九9弄"), ("长乐路1十弄36号", "1十弄"), ("长乐路99弄1○号201室", "1〇号"),
    ("长乐路99弄10号2〇1", "2〇1"), ("长乐路99弄5百号201室", "5百号"), ("长乐路99弄10号③02室", "③02室"), ("长乐路99弄١0号201室", "١0号"),
    ("长乐路99弄1Ⅱ号201室", "1Ⅱ号"), ("长乐路2拾弄36号", "2拾弄"), ("长乐路99弄1壹号201室", "1壹号"), ("长乐路99弄一百零5号", "一百零5号"),
    ("长乐路99弄1O号201室", "1O号"), ("长乐路99弄10号2o1室", "2O1室"), ("长乐路99弄10号1十", "1十"), ("长乐路99弄１⼗号", "1十号"),
    ("长乐路99弄10号⑵⑴室", "⑵⑴室"),
  ])
  func number_inDigitsOfTwoScripts_isUnreadAsAWhole(text: String, part: String) {
    let address = Address.parse(text)
    #expect(address.unread(.whole).map(\.text) == [part])
    #expect(address.unread(.leading).map(\.text) == [part])
    #expect(AddressDoubt.detail([part]).contains("两种数字"))
  }

  @Test(arguments: [
    ("长乐路99弄１0号20１室", "长乐路99弄10号201室"), ("长乐路99弄十号2楼201室", "长乐路99弄10号201室"), ("长乐路99弄5号201二楼", "长乐路99弄5号201室"),
    ("长乐路99弄26A号101室", "长乐路99弄26A号101室"), ("控江2村73号201", "控江二村73号201室"),
  ])
  func numbers_eachInOneScript_areRead(text: String, canonical: String) {
    #expect(Address.parse(text).canonical == canonical)
    #expect(Address.parse(text).unread.isEmpty)
  }

  /// A number or word that is missing from the address itself stops even those who only look for an address in a sentence.
  @Test(arguments: ["长乐路□弄36号", "长乐路弄36号", "长乐路26弄5号403室A", "长乐路26弄5号之一", "长乐路26弄①1号201室"])
  func unread_inTheAddress_countsInSentencesToo(text: String) {
    #expect(!Address.parse(text).unread(.leading).isEmpty)
  }

  @Test(arguments: ["长乐路26弄5号201室门口堆物", "长乐路26弄5号对面堆物。很吵", "长乐路26弄5号201室3天没水"])
  func unread_behindTheAddress_isProse(text: String) {
    #expect(Address.parse(text).unread(.leading).isEmpty)
    #expect(!Address.parse(text).unread(.whole).isEmpty)
  }

  @Test(arguments: [
    "上海市卢湾区瑞金二路街道长乐路３７２弄15支弄五号201室(电联)", "长乐路 372 弄 5 201", "长乐路372弄,5号,201室", "永嘉路5号二楼亭子间", "长乐路372弄⼗号201室",
    "长乐路二十弄36号", "建国西路步高里12号", "顾北路韶光花园161弄4号", "桃浦一村(武威路1051弄)", "长乐路372弄5号(201室)", "长乐路372弄5号（二楼）",
    "长乐路5号2楼201室", "茂名南路617号(底层)", "长乐路近瑞金二路5号", "沪南公路沪南公路3468号", "肇嘉浜路376号光明大厦", "控江2村73号201",
    "上海市-市辖区-奉贤区奉浦社区吴塘路1373弄182号774", "长乐路372弄5号(二期)",
  ])
  func unread_ofWhatIsUnderstood_isEmpty(text: String) {
    #expect(Address.parse(text).unread.isEmpty, "\(Address.parse(text).unread)")
  }

  @Test func radicals_areTheOrdinarySigns() {
    #expect(Address.parse("⻓乐路⼆⼗弄36号").canonical == "长乐路20弄36号")
  }

  @Test func room_inParentheses_isTheRoom() {
    #expect(Address.parse("长乐路372弄5号(201室)").canonical == "长乐路372弄5号201室")
    #expect(Address.parse("长乐路372弄5号(亭子间)").canonical == "长乐路372弄5号亭子间")
  }

  @Test func storey_thatTheRoomContradicts_staysInTheKey() {
    #expect(Address.parse("长乐路372弄5号5楼501室").canonical == "长乐路372弄5号501室")
    #expect(Address.parse("长乐路372弄5号6楼501室").canonical != "长乐路372弄5号501室")
  }
}

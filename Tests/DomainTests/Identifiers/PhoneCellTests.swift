import Testing
@testable import FilterLanguage
@testable import Identity

@Suite struct PhoneCellTests {
  @Test(arguments: [
    ("16400002005/16400002006", ["16400002005", "16400002006"]),
    ("16400002007、16400002008", ["16400002007", "16400002008"]),
    ("16400002009 16400002010", ["16400002009", "16400002010"]), ("16400002001;", ["16400002001"]),
    ("164 0000 2001", ["16400002001"]), ("+86 164 0000 2002", ["16400002002"]),
    ("021-64370000转802", ["021-64370000-802"]),
    ("164 0000 2001 / 64370001", ["16400002001", "64370001"]), ("16400002001或16400002001", ["16400002001"]),
  ])
  func numbers_ofCell(text: String, numbers: [String]) {
    #expect(PhoneCell(text).numbers.map(\.number) == numbers)
    #expect(PhoneCell(text).unread.isEmpty)
  }

  @Test(arguments: [
    "16400002012(儿子)", "16400002012（儿子）", "儿子16400002012", "16400002012 儿子", "儿子：16400002012",
  ])
  func note_ofNumber(text: String) {
    #expect(PhoneCell(text).numbers == [.init(number: "16400002012", note: "儿子")])
  }

  @Test func masked_andUnreadable_areNoNumbers() {
    #expect(PhoneCell("164****6001").isMasked && PhoneCell("164****6001").numbers.isEmpty)
    #expect(PhoneCell("1.64E+10").numbers.isEmpty && !PhoneCell("1.64E+10").unread.isEmpty)
    #expect(PhoneCell("16400002001、1234").numbers.count == 1)
    #expect(PhoneCell("16400002001、1234").unread == ["1234"])
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("1985.03", 1985, [3]), ("198503", 1985, [3]), ("1985年3月", 1985, [3]), ("1985-3", 1985, [3]), ("1985", 1985, []),
    ("1985年", 1985, []), ("1985.1", 1985, [1, 10]), ("1985.10", 1985, [10]),
  ])
  func read_yearAndMonth(text: String, year: Int, months: [Int]) throws {
    let date = try #require(PartialDate(text))
    #expect(date.year == year && date.months == months)
  }

  @Test(arguments: ["190512", "85-3-12", "1985-13", "3/12/1985", "农历1985年3月", "", "13548", "1985-03-01"])
  func read_anythingElse_isNone(text: String) { #expect(PartialDate(text) == nil) }
}

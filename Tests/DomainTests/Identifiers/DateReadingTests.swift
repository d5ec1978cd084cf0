import FilterLanguage
import Identity
import Kernel
import Testing

@Suite struct DateReadingTests {
  @Test(arguments: [
    "1990-02-03", "1990-2-3", "1990/2/3", "1990.2.3", "1990.02.03", "19900203", "1990年2月3日", "1990年02月03日",
    "1990-02-03",
    "1990-02-03 00:00:00", "1990/2/3 0:00", "1990-02-03T00:00:00+08:00", " 1990-02-03 ", "'1990-02-03",
    "1990 年 2 月 3 日",
    "19900203.0", "1990年2月3号",
  ])
  func day_asPeopleTypeIt(text: String) throws { #expect(try DateReading.day(text) == Day("1990-02-03")) }

  @Test(arguments: [
    ("1990-02-30", "no_such_day"), ("19901301", "no_such_day"), ("1990-00-01", "no_such_day"),
    ("90-2-3", "two_digit_year"),
    ("900203", "two_digit_year"), ("90年2月3日", "two_digit_year"), ("", "unreadable_date"), ("不详", "unreadable_date"),
    ("1990年2月", "unreadable_date"), ("3/2/1990", "unreadable_date"), ("1990-123-4", "unreadable_date"),
    ("1000-01-01", "unreadable_date"), ("1990-02-03-04", "unreadable_date"),
  ])
  func day_refused_saysWhy(text: String, code: String) {
    #expect { try DateReading.day(text) } throws: { ($0 as? Problem)?.code == code }
  }

  @Test(arguments: [
    ("2026-01-01T00:00:00Z", "2026-01-01"), ("2025-12-31T16:00:00Z", "2026-01-01"),
    ("2025-12-31T15:59:59Z", "2025-12-31"),
    ("2025-12-31T16:00:00.000Z", "2026-01-01"), ("2026-01-01T00:00:00+08:00", "2026-01-01"),
    ("2026-01-01T23:59:59+08:00", "2026-01-01"), ("2026-01-01T20:00:00-05:00", "2026-01-02"),
    ("2026-01-01 03:00 +0900", "2026-01-01"), ("2026-01-01T00:30:00+09:00", "2025-12-31"),
    ("2026-01-01 20:00 UTC", "2026-01-02"), ("2026-01-01 20:00 GMT+8", "2026-01-01"),
    ("2026/1/1 11:30 PM", "2026-01-01"),
    ("1990-06-30T15:00:00Z", "1990-07-01"), ("1990-01-31T15:00:00Z", "1990-01-31"),
    ("1930-01-31T02:00:00Z", "1930-01-31"),
    ("２０２６-０１-０１Ｔ１６：００：００Ｚ", "2026-01-02"),
  ])
  func day_withTimeAndZone_isTheDayInShanghai(text: String, day: String) throws {
    #expect(try DateReading.day(text) == Day(day))
  }

  @Test(arguments: [
    "2026-01-01T24:00:00Z", "2026-01-01 10:00 CST", "2026-01-01T10:00:00+25:00", "2026-01-01 25:00", "2026-01-01 10:60",
    "2026-01-01 13:00 PM", "2026-01-01 10:00 到 11:00", "1930-01-31T15:30:00Z", "2026-01-01T16Z", "20260101T160000Z",
    "2026-01-01+09:00", "2026-01-01Z",
  ])
  func day_withATimeNotUnderstood_isRefused(text: String) {
    #expect { try DateReading.day(text) } throws: { ($0 as? Problem)?.code == "unreadable_date" }
  }

  @Test(arguments: [
    (32907.0, "1990-02-03"), (32907.75, "1990-02-03"), (1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"),
    (19900203.0, "1990-02-03"), (2_958_465.0, "9999-12-31"),
  ])
  func day_ofASerial(serial: Double, day: String) throws { #expect(try DateReading.day(serial: serial) == Day(day)) }

  @Test func day_ofASerialFrom1904() throws {
    #expect(try DateReading.day(serial: 31445, from1904: true) == Day("1990-02-03"))
  }

  @Test(arguments: [60.0, 0.5, -1, 1990, 19900230, 1e300, .nan, .infinity])
  func day_ofNoSerial_isRefused(serial: Double) {
    #expect(throws: Problem.self) { try DateReading.day(serial: serial) }
  }
}

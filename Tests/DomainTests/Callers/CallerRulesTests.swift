import FilterLanguage
import Kernel
import Platform
import Testing

struct CallerRulesTests {
  private func code(_ body: () throws(Problem) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: [("12h", 43_200), ("90d", 7_776_000), ("52w", 31_449_600), ("1h", 3600), ("3650d", 315_360_000)])
  func lifetime_read(text: String, seconds: Int) throws { #expect(try TokenLifetime.parse(text) == seconds) }

  @Test(arguments: ["", "d", "90", "0d", "-1d", "1.5d", "90 d", "90D", "1y", "3651d", "9999999999999999999d", "９０d"])
  func lifetime_refused(text: String) {
    #expect(code { () throws(Problem) in _ = try TokenLifetime.parse(text) } == "bad_lifetime")
  }

  @Test(
    arguments: [
      (1, nil), (4, nil), (5, 900), (6, nil), (10, 1800), (15, 3600), (35, 57_600), (40, 86_400), (500, 86_400),
      (0, nil),
    ] as [(Int, Int?)])
  func lockOut_everyFifthTwiceAsLong(failures: Int, seconds: Int?) {
    #expect(LockOut.seconds(afterFailure: failures) == seconds)
  }

  @Test(arguments: [(49, nil), (50, 900), (100, 1800), (200, 3600), (5000, 3600)] as [(Int, Int?)])
  func lockOut_ofStrangers_isAnHourAtMost(failures: Int, seconds: Int?) {
    #expect(LockOut.seconds(afterStrangers: failures) == seconds)
  }

  @Test func name_foldedToOneForm() throws {
    #expect(Array(try CallerRules.name("  Rene\u{301} ").unicodeScalars) == Array("Ren\u{e9}".unicodeScalars))
  }

  @Test(arguments: ["", "   ", "a\u{0}b", "a\nb", String(repeating: "长", count: 65)])
  func name_refused(text: String) {
    #expect(code { () throws(Problem) in _ = try CallerRules.name(text) } == "bad_name")
  }

  @Test(arguments: ["123456789", String(repeating: "x", count: 129), "Wang.Xiaomin", " wang.xiaomin "])
  func password_refused(text: String) {
    #expect(code { () throws(Problem) in try CallerRules.password(text, name: "wang.xiaomin") } == "weak_password")
  }

  @Test(arguments: [
    "1234567890", "0987654321", "qwertyuiop", "QWERTYUIOP1", "aaaaaaaaaaaa", "abababababab", "abcabcabcabc",
    "1111122222", "password123", "Password2026", "admin123456", "wang.xiaomin1",
    "一二三四五六七八九十", "shanghai2026", "1qaz2wsx3edc", "门牌管理员1234",
  ])
  func password_thatIsGuessedFirst_isRefused(text: String) {
    #expect(code { () throws(Problem) in try CallerRules.password(text, name: "wang.xiaomin") } == "weak_password")
  }

  @Test(arguments: [
    "correct horse", "梧桐树下的老房子有三扇窗", "kT9-vQ2mLx", "wutong lu 18", "shanghai wutong malu", "五原路的猫爱吃鱼干呀",
  ])
  func password_accepted(text: String) {
    #expect(code { () throws(Problem) in try CallerRules.password(text, name: "wang") } == nil)
  }

  @Test func bounds_everyBoundRoleNeedsAnAreaOrUnit() {
    for role in Role.allCases {
      let bare = code { () throws(Problem) in try CallerRules.bounds(role: role, hasAreas: false, unit: nil) }
      let areas = code { () throws(Problem) in try CallerRules.bounds(role: role, hasAreas: true, unit: nil) }
      let unit = code { () throws(Problem) in try CallerRules.bounds(role: role, hasAreas: false, unit: "房办") }
      let seesAllAreas = role == .admin || role == .auditor
      #expect(bare == (seesAllAreas ? nil : "areas_missing"))
      #expect(areas == (seesAllAreas ? "areas_not_allowed" : nil))
      #expect(unit == (role == .wall ? "areas_missing" : nil))
    }
  }
}

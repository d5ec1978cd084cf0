/// How often an assigned tag is found, and on whom.
struct DemoTagRule: Sendable {
  let code: String
  let share: Double
  var ages = 0...130
  var male: Bool?
  var local: Bool?
  /// Out of a hundred, how many assignments have ended.
  var ended = 0.04
  var source: String
  /// Since when at most, in days.
  var days: Int

  init(
    _ code: String, _ share: Double, ages: ClosedRange<Int> = 0...130, male: Bool? = nil, local: Bool? = nil,
    days: Int = 2000, source: String = "条线名册"
  ) {
    (self.code, self.share, self.ages, self.male, self.local) = (code, share, ages, male, local)
    (self.days, self.source) = (days, source)
  }

  func fits(_ resident: DemoResident) -> Bool {
    ages.contains(resident.age) && (male == nil || male == resident.isMale)
      && (local == nil || local == resident.isLocal)
  }
}

extension DemoScene {
  /// Puts an assigned tag on; does nothing where the catalogue lacks it.
  mutating func tag(
    _ code: String, _ subject: DemoSubject, since ago: ClosedRange<Int> = 10...1500, ended: Double = 0,
    source: String = "条线名册", evidence: String? = nil
  ) {
    guard let id = catalogue.tags[code] else { return }
    let since = day(ago)
    let hasEnded = ended > 0 && random.chance(ended)
    batch.taggings.append(
      DemoTagging(
        tag: id, subject: subject, since: since,
        until: hasEnded ? since.adding(days: random.int(0...max(0, since.distance(to: asOf)))) : nil, source: source,
        evidence: evidence))
  }
}

enum DemoTagRules {
  /// For people; the shares are of those whom the rule fits. Prevalences are rough, from public yearbooks.
  static let people: [DemoTagRule] = [
    DemoTagRule("DJ003", 0.008, ages: 20...45), DemoTagRule("DJ004", 0.014, ages: 25...59),
    DemoTagRule("DJ005", 0.006, ages: 22...60, local: false, days: 360), DemoTagRule("DJ008", 0.002, ages: 30...62),
    DemoTagRule("DJ009", 0.001, ages: 30...65), DemoTagRule("DJ010", 0.35, ages: 14...27),
    DemoTagRule("MZ005", 0.001, ages: 60...130, local: true), DemoTagRule("MZ009", 0.004, ages: 0...17),
    DemoTagRule("MZ010", 0.001, ages: 0...17), DemoTagRule("MZ011", 0.001, ages: 0...17),
    DemoTagRule("MZ012", 0.0002, ages: 18...80, days: 25), DemoTagRule("MZ013", 0.015, ages: 60...90, local: true),
    DemoTagRule("MZ014", 0.004), DemoTagRule("MZ015", 0.004, days: 360),
    DemoTagRule("LL020", 0.06, ages: 72...130, local: true), DemoTagRule("LL021", 0.03, ages: 72...130),
    DemoTagRule("LL022", 0.03, ages: 72...130, local: true), DemoTagRule("LL028", 0.06, ages: 78...130),
    DemoTagRule("LL032", 0.006, ages: 80...130), DemoTagRule("TY001", 0.046, ages: 21...95, male: true),
    DemoTagRule("TY001", 0.003, ages: 21...95, male: false), DemoTagRule("TY002", 0.001, local: true),
    DemoTagRule("TY003", 0.0008, local: true), DemoTagRule("TY004", 0.001, ages: 25...95),
    DemoTagRule("TY005", 0.005, ages: 60...100, male: true), DemoTagRule("TY006", 0.003, ages: 20...70, local: true),
    DemoTagRule("TY010", 0.002, ages: 50...100), DemoTagRule("WJ001", 0.003, ages: 50...90, local: true),
    DemoTagRule("WJ002", 0.002, ages: 50...90, local: true),
    DemoTagRule("WJ003", 0.025, ages: 22...42, male: false, days: 320),
    DemoTagRule("WJ006", 0.5, ages: 60...130, days: 360), DemoTagRule("WJ006", 0.12, ages: 0...59, days: 360),
    DemoTagRule("WJ008", 0.004, ages: 18...80), DemoTagRule("WJ009", 0.35, ages: 60...130),
    DemoTagRule("WJ010", 0.0005, days: 28), DemoTagRule("WJ011", 0.008, ages: 30...90),
    DemoTagRule("RS001", 0.018, ages: 18...58, local: true, days: 700),
    DemoTagRule("RS003", 0.01, ages: 40...58, local: true),
    DemoTagRule("RS007", 0.6, ages: 60...130, local: true), DemoTagRule("RS008", 0.03, ages: 18...50, local: false),
    DemoTagRule("SF001", 0.0006, ages: 18...65), DemoTagRule("SF002", 0.0009, ages: 18...65),
    DemoTagRule("SF003", 0.0012, ages: 30...75), DemoTagRule("SF004", 0.003, ages: 22...75),
    DemoTagRule("SF005", 0.001, ages: 18...80),
    DemoTagRule("GA011", 0.0005, ages: 20...60), DemoTagRule("GA013", 0.015, ages: 60...130, days: 170),
    DemoTagRule("FG020", 0.002, ages: 30...75), DemoTagRule("WM001", 0.15, ages: 14...78),
    DemoTagRule("WM002", 0.015, ages: 40...80), DemoTagRule("WM003", 0.01, ages: 25...80),
    DemoTagRule("WM004", 0.005, ages: 20...80),
    DemoTagRule("WM005", 0.008, ages: 25...80), DemoTagRule("WM006", 0.008, ages: 40...80),
    DemoTagRule("WM011", 0.003, ages: 22...65),
    DemoTagRule("JY006", 0.002, ages: 26...50, male: false), DemoTagRule("JY007", 0.08, ages: 7...12, days: 85),
    DemoTagRule("TZ002", 0.005), DemoTagRule("TZ003", 0.003), DemoTagRule("TZ005", 0.004, ages: 28...85),
  ]
}

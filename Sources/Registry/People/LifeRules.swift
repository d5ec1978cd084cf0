import Kernel

/// What must hold among the dates of one person, whichever way they come in: the API, a roster, the command line.
package enum LifeRules {
  /// - Throws: `bad_birth_date`, `bad_death_date`.
  package static func check(birth: Day?, death: Day?, today: Day) throws(Problem) {
    try PlausibleDays.check(
      birth, "birth_date", "bad_birth_date", title: "出生日期", latest: today, hint: "不能晚于今天。")
    try PlausibleDays.check(
      death, "death_date", "bad_death_date", title: "死亡日期", latest: today, hint: "不能晚于今天。")
    guard let birth else { return }
    if let death, death < birth {
      throw .contradiction("death_date", "bad_death_date", "死亡日期不能早于出生日期。")
    }
    if birth.adding(years: Age.longest) < death ?? today {
      throw .contradiction("birth_date", "bad_birth_date", "按出生日期已超过 \(Age.longest) 岁，请核对出生日期，或补登死亡日期。")
    }
  }

  /// The same of the visits to the person: nobody is visited before the birth or after the death.
  ///
  /// - Parameter visits: from the first to the last.
  /// - Throws: `bad_birth_date`, `bad_death_date`.
  package static func check(birth: Day?, death: Day?, visits: ClosedRange<Day>?) throws(Problem) {
    guard let visits else { return }
    if let birth, visits.lowerBound < birth {
      throw .contradiction("birth_date", "bad_birth_date", "出生日期晚于一次已登记的走访，请先更正其中一项。")
    }
    if let death, visits.upperBound > death {
      throw .contradiction("death_date", "bad_death_date", "死亡日期早于一次已登记的走访，请先更正其中一项。")
    }
  }

  /// What a change of birth or death must leave true of the links that the person has: none begins before the birth or
  /// after the death. Which link it is stays unsaid: it may lie where the caller sees nothing.
  ///
  /// - Throws: `bad_birth_date`, `bad_death_date`.
  package static func check(birth: Day?, death: Day?, links: [DayPeriod]) throws(Problem) {
    for link in links where !link.isEmpty {
      guard let since = link.since else { continue }
      if let birth, since < birth {
        throw .contradiction("birth_date", "bad_birth_date", "出生日期晚于一处已登记的入住日期，请先更正其中一项。")
      }
      if let death, since > death {
        throw .contradiction("death_date", "bad_death_date", "死亡日期早于一处已登记的入住日期，请先更正其中一项。")
      }
    }
  }
}

import Kernel

/// What must hold of a visit, at every door.
package enum VisitRules {
  /// A visit to a person is one to where the person lives: a visit elsewhere would count as "seen at home" for a house that
  /// knows nothing of them. Who met somebody in another place notes the visit at their home and says so in the note.
  ///
  /// - Parameter links: the person's links to the visited house; nil where the visit names nobody.
  /// - Throws: `bad_visit_date`, `not_resident`.
  package static func check(on day: Day, links: [DayPeriod]?, life: TaggingRules.Life?, today: Day) throws(Problem) {
    try PlausibleDays.check(
      day, "visited_on", "bad_visit_date", title: "走访日期", latest: today, hint: "不能晚于今天。")
    guard let links else { return }
    if let birth = life?.birth, day < birth {
      throw .contradiction("visited_on", "bad_visit_date", "走访日期不能早于此人的出生日期。")
    }
    if let death = life?.death, day > death {
      throw .contradiction("visited_on", "bad_visit_date", "此人已于 \(death) 去世，走访日期不能更晚。")
    }
    guard links.contains(where: { $0.holds(on: day) }) else {
      throw Problem(
        .conflict, "not_resident", "走访当日此人未登记在这处房屋。请选其所在的房屋，或先补登居住关系，或不填人员。",
        notes: [.init(.pointer("/person_id"), "当日不住在这处房屋。")])
    }
  }
}

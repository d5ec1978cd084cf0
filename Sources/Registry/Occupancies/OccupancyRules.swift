import FilterLanguage
import Kernel

/// What must hold of a link between a house and who lives or trades there, at every door.
package enum OccupancyRules {
  /// Which roles somebody may have at a house.
  package static func roles(of subject: OccupancyDraft.Subject) -> [String] {
    switch subject {
    case .person: ["owner", "family", "tenant"]
    case .shop: ["owner", "tenant", "operator"]
    }
  }

  /// - Throws: `bad_role`.
  package static func check(role: String, of subject: OccupancyDraft.Subject) throws(Problem) {
    let roles = roles(of: subject)
    guard !roles.contains(role) else { return }
    throw Problem(
      .invalid, "bad_role", "这类关系不能是「\(role)」。",
      notes: [.init(.pointer("/role"), "应为：\(roles.joined(separator: "、"))。", suggestions: roles)])
  }

  /// A link may be planned, at most `PlausibleDays.plannedDays` ahead; its days lie in the life of whoever it is of.
  ///
  /// - Throws: `bad_period`, `bad_since`, `bad_until`.
  package static func check(_ period: DayPeriod, birth: Day? = nil, death: Day? = nil, today: Day) throws(Problem) {
    let (since, until) = (period.since, period.until)
    if let since, let until, until < since {
      throw .contradiction("until", "bad_period", "截止日期不能早于起始日期 \(since)。")
    }
    try PlausibleDays.check(
      since, "since", "bad_since", title: "起始日期", latest: today.adding(days: PlausibleDays.plannedDays),
      hint: "最多可以提前一年登记，请核对年份。")
    try PlausibleDays.check(
      until, "until", "bad_until", title: "截止日期", latest: today.adding(years: PlausibleDays.openYears),
      hint: "太远。长期有效的请留空。")
    guard !period.isEmpty else { return }
    if let birth, let since, since < birth {
      throw .contradiction("since", "bad_since", "起始日期不能早于此人的出生日期。")
    }
    if let birth, let until, until < birth {
      throw .contradiction("until", "bad_until", "截止日期不能早于此人的出生日期。")
    }
    if let death, let since, since > death {
      throw .contradiction("since", "bad_since", "此人已于 \(death) 去世，起始日期不能更晚。")
    }
  }

  /// The same link twice on one day is no second link: who lives in a house lives there once, in each role.
  ///
  /// - Parameter others: the other links of the same subject to the same house in the same role.
  /// - Throws: `already_there`.
  package static func check(_ period: DayPeriod, besides others: [DayPeriod]) throws(Problem) {
    guard let other = others.first(where: { $0.overlaps(period) }) else { return }
    let days = "\(other.since?.description ?? "…") 至 \(other.until?.description ?? "今")"
    throw Problem(
      .conflict, "already_there", "该人员或商铺已以同样的关系登记在这处房屋（\(days)），日期不能重叠。",
      notes: [.init(.pointer("/since"), "与已有的登记重叠。")])
  }
}

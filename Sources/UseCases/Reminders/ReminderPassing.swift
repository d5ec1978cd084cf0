import Domain
import Store

/// Whom a reminder may be passed on to: an area of the caller's own or above it (吹哨), a unit that somebody belongs to, or a
/// caller who will see it.
struct ReminderPassing {
  let row: ReminderRow
  let caller: Caller
  let areas: AreaTree

  /// - Throws: `unknown_area`, `unknown_unit`, `unknown_caller`, `ledger_private`.
  func recipient(_ deed: ReminderDeed, _ reader: Reader) throws -> ReminderRecipient {
    if let name = deed.caller { return try one(name, reader) }
    guard !row.isPrivate else {
      throw Problem(.conflict, "ledger_private", "这个台账只有本人可见，只能转交给具体的人。")
    }
    if let code = deed.area { return try area(code) }
    let unit = CallerRules.folded(deed.unit ?? "")
    guard try reader.hasCaller(ofUnit: unit) else {
      let detail = "没有人属于「\(unit)」这个单位。"
      throw Problem(.invalid, "unknown_unit", detail, notes: [.init(.pointer("/unit"), detail)])
    }
    return ReminderRecipient(unit: unit)
  }

  private func area(_ code: String) throws(Problem) -> ReminderRecipient {
    guard let area = areas.area(code: code), areas.visible(to: caller).contains(area.id), area.level >= .subdistrict
    else {
      let detail = "没有代码为「\(code)」的街道、居民区或微网格。"
      throw Problem(.invalid, "unknown_area", detail, notes: [.init(.pointer("/area"), detail)])
    }
    return ReminderRecipient(area: Int64(area.id))
  }

  /// Somebody who is not there and somebody who would not see it read alike.
  private func one(_ name: String, _ reader: Reader) throws -> ReminderRecipient {
    let account = try reader.account(named: CallerRules.folded(name))
    if let account, !account.isDisabled, account.role.rights.contains(.handleReminders) {
      let recipient = ReminderRecipient(caller: account.id)
      let sight = ReminderSight.of(account.caller(origin: "reminder"), areas)
      if sight.sees(
        place: row.draft.place, recipient, isRestricted: row.draft.isRestricted, isPrivate: row.isPrivate)
      {
        return recipient
      }
    }
    let detail = "没有可以接手这条提醒的「\(name)」。"
    throw Problem(.invalid, "unknown_caller", detail, notes: [.init(.pointer("/caller"), detail)])
  }
}

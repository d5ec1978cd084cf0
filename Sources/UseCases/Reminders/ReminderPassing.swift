import Domain
import Store

/// Whom a reminder may be passed on to: an area of the caller's own or above it (吹哨), a unit that somebody belongs to, or a
/// caller who will see it.
struct ReminderPassing {
  let row: ReminderRow
  let caller: Caller
  let areas: AreaTree

  /// - Throws: `unknown_area`, `unknown_unit`, `unknown_caller`, `ledger_private`; `receiver_cannot_see` where nobody in the
  ///   area or unit would see it.
  func recipient(_ deed: ReminderDeed, _ reader: Reader) throws -> ReminderRecipient {
    if let name = deed.caller { return try one(name, reader) }
    guard !row.isPrivate else {
      throw Problem(.conflict, "ledger_private", "这个台账只有本人可见，只能转交给具体的人。")
    }
    if let code = deed.area {
      let (area, recipient) = try area(code)
      // An area that nobody is bound to yet keeps what was put there until somebody is; but what only few may see must not
      // be put where none of them looks.
      guard row.draft.isRestricted else { return recipient }
      let within = areas.within([area.id])
      try mustBeSeen(recipient, "area", area.name, reader) { account in
        account.areas.contains { within.contains($0.id) }
      }
      return recipient
    }
    let unit = CallerRules.folded(deed.unit ?? "")
    guard try reader.hasCaller(ofUnit: unit) else {
      let detail = "没有人属于「\(unit)」这个单位。"
      throw Problem(.invalid, "unknown_unit", detail, notes: [.init(.pointer("/unit"), detail)])
    }
    let recipient = ReminderRecipient(unit: unit)
    try mustBeSeen(recipient, "unit", unit, reader) { $0.unit == unit }
    return recipient
  }

  /// - Parameter belongs: who is there to receive it.
  private func mustBeSeen(
    _ recipient: ReminderRecipient, _ field: String, _ name: String, _ reader: Reader, belongs: (Account) -> Bool
  ) throws {
    guard try !reader.activeAccounts().contains(where: { belongs($0) && sees($0, recipient) }) else { return }
    let detail = "「\(name)」没有人有权查看这条提醒，不能转交。请转交给有权限的人。"
    throw Problem(.invalid, "receiver_cannot_see", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }

  private func sees(_ account: Account, _ recipient: ReminderRecipient) -> Bool {
    account.role.rights.contains(.handleReminders)
      && ReminderSight.of(account.caller(origin: "reminder"), areas).sees(
        place: row.draft.place, recipient, isRestricted: row.draft.isRestricted, isPrivate: row.isPrivate)
  }

  private func area(_ code: String) throws(Problem) -> (AreaFacts, ReminderRecipient) {
    guard let area = areas.area(code: code), areas.visible(to: caller).contains(area.id), area.level >= .subdistrict
    else {
      let detail = "没有代码为「\(code)」的街道、居民区或微网格。"
      throw Problem(.invalid, "unknown_area", detail, notes: [.init(.pointer("/area"), detail)])
    }
    return (area, ReminderRecipient(area: Int64(area.id)))
  }

  /// Somebody who is not there and somebody who would not see it read alike.
  private func one(_ name: String, _ reader: Reader) throws -> ReminderRecipient {
    let account = try reader.account(named: CallerRules.folded(name))
    if let account, !account.isDisabled {
      let recipient = ReminderRecipient(caller: account.id)
      if sees(account, recipient) { return recipient }
    }
    let detail = "没有可以接手这条提醒的「\(name)」。"
    throw Problem(.invalid, "unknown_caller", detail, notes: [.init(.pointer("/caller"), detail)])
  }
}

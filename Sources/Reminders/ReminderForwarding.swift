import Kernel
import Platform
import Storage

/// Whom a reminder may be passed on to: an area of the caller's own or above it (吹哨), a unit that somebody belongs to, or a
/// caller who will see it.
struct ReminderForwarding {
  let row: ReminderRow
  let caller: Caller
  let areas: AreaTree

  /// - Throws: `unknown_area`, `unknown_unit`, `unknown_caller`, `ledger_private`; `nobody_sees` where it would reach nobody.
  func recipient(_ deed: ReminderActionRequest, _ reader: Reader) throws -> ReminderRecipient {
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
      let members = try reader.enabledAccounts().filter { $0.areas.contains { within.contains($0.id) } }
      try mustBeSeen(recipient, by: members, "area", area.name)
      return recipient
    }
    let unit = CallerRules.folded(deed.unit ?? "")
    let members = try reader.enabledAccounts(ofUnit: unit)
    guard !members.isEmpty else {
      let detail = "没有人属于「\(unit)」这个单位。"
      throw Problem(.invalid, "unknown_unit", detail, notes: [.init(.pointer("/unit"), detail)])
    }
    let recipient = ReminderRecipient(unit: unit)
    try mustBeSeen(recipient, by: members, "unit", unit)
    return recipient
  }

  /// - Parameter members: who is there to receive it.
  private func mustBeSeen(
    _ recipient: ReminderRecipient, by members: [Account], _ field: String, _ name: String
  ) throws(Problem) {
    guard !members.contains(where: { sees($0, recipient) }) else { return }
    let detail = "「\(name)」里没有人可以看这条提醒（\(row.draft.isRestricted ? "涉及受限标签" : "不在其区域")），请转交给有权限的人。"
    throw Problem(.conflict, "nobody_sees", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }

  /// Whether somebody could act on the reminder once it is theirs.
  private func sees(_ account: Account, _ recipient: ReminderRecipient) -> Bool {
    guard !account.isDisabled, account.role.rights.contains(.handleReminders) else { return false }
    return ReminderAccessPolicy.of(account.caller(origin: "reminder"), areas).sees(
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
    if let account, case let recipient = ReminderRecipient(caller: account.id), sees(account, recipient) {
      return recipient
    }
    let detail = "没有可以接手这条提醒的「\(name)」。"
    throw Problem(.invalid, "unknown_caller", detail, notes: [.init(.pointer("/caller"), detail)])
  }
}

import Kernel
import Platform
import Storage

/// A new caller whose parts have been looked at, all but the areas, which only the database knows.
struct CallerDraft: Sendable {
  let name: String
  let role: Role
  let areas: [String]
  let title: String
  let unit: String?

  init(name: String, role: Role, areas: [String], title: String = "", unit: String? = nil) throws(Problem) {
    self.name = try CallerRules.name(name)
    self.role = role
    self.areas = areas
    self.title = try CallerRules.label(title, "/title") ?? ""
    self.unit = try CallerRules.label(unit ?? "", "/unit")
    try CallerRules.bounds(role: role, hasAreas: !areas.isEmpty, unit: self.unit)
  }

  static let nameTaken = Problem(
    .conflict, "name_taken", "这个名称已被使用。", notes: [.init(.pointer("/name"), "请换一个名称。")])

  func insert(
    _ kind: Account.Kind, passwordHash: String?, by caller: Caller, _ writer: Writer
  ) throws -> Account {
    try CallerRules.kind(kind, role: role)
    let state = AccountState(
      title: title, role: role, unit: try CallerUnits.checked(unit, writer.read),
      areas: try AreaCodes.areas(areas, writer.read))
    let id = try writer.insertAccount(name: name, kind: kind, state, passwordHash: passwordHash)
    try writer.audit(
      caller, AuditEntry("callers.create", subject: .callers, id: id, changes: state.changes(from: nil)))
    guard let account = try writer.read.account(id: id) else {
      throw Problem(.internalFault, "write_lost", "写入未执行。")
    }
    return account
  }
}

/// Areas by their codes, as callers are bound to them.
enum AreaCodes {
  /// Each area once.
  ///
  /// - Throws: `invalid` (`unknown_area`) with the place in the list.
  static func areas(_ codes: [String], _ reader: Reader) throws -> [AreaFacts] {
    var areas: [AreaFacts] = []
    for (index, code) in codes.enumerated() {
      guard let area = try reader.area(code: code) else {
        throw Problem(
          .invalid, "unknown_area", "没有这个区划代码。",
          notes: [.init(.pointer("/areas/\(index)"), "没有区划代码「\(code.prefix(40))」。")])
      }
      if !areas.contains(area) { areas.append(area) }
    }
    return areas
  }
}

extension AccountState {
  init(_ account: Account) {
    self.init(
      title: account.title, role: account.role, unit: account.unit, areas: account.areas,
      isDisabled: account.isDisabled)
  }

  /// What differs, for the audit log.
  package func changes(from old: AccountState?) -> [AuditEntry.Change] {
    [
      ("title", old?.title, title), ("role", old?.role.rawValue, role.rawValue), ("unit", old?.unit, unit),
      ("areas", old?.codes, codes), ("disabled", old.map { String($0.isDisabled) }, String(isDisabled)),
    ].compactMap { field, before, after in
      before == after ? nil : AuditEntry.Change(field, before: before, after: after)
    }
  }

  private var codes: String { areas.map(\.code).sorted().joined(separator: " ") }
}

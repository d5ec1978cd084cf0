import Domain
import Store

/// Shows what is masked of a person. Needs `reveal` and a reason, and is in the audit log before it is answered.
package struct RevealPerson: Sendable {
  package enum Field: String, Sendable, CaseIterable, Codable {
    case name
    case idNumber = "id_number"
    case phone
  }

  /// What was asked for; nil where the person has none.
  package struct Answer: Sendable, Equatable {
    package let fields: Set<Field>
    package let name: String?
    package let idNumber: String?
    package let phone: String?
  }

  private let fields: Set<Field>
  private let reason: String

  package init(fields: Set<Field>, reason: String) {
    self.fields = fields
    self.reason = CallerRules.folded(reason)
  }

  /// - Throws: `forbidden` without the right; `invalid` (`reason_missing`, `fields_missing`); `notFound`
  ///   (`not_found`) also for one that the caller may not know of; `tooMuch` (`too_many_reveals`) with the
  ///   seconds to wait.
  package func run(_ person: Int64, in office: Office, by caller: Caller) async throws -> Answer {
    try await run(person, in: office, by: caller) { try await office.sees(.people, person, caller) }
  }

  /// - Parameter isVisible: whether the person exists for the caller.
  func run(
    _ person: Int64, in office: Office, by caller: Caller, isVisible: () async throws -> Bool
  ) async throws -> Answer {
    try caller.must(.reveal)
    try check()
    // Hidden people count as well: whoever tries ids at random is stopped by the same limit.
    if let id = caller.id, let wait = office.security.reveals.admit(id, at: office.clock.now()) {
      throw Problem(.tooMuch, "too_many_reveals", "查看明文过于频繁，请稍后再试。", retryAfter: wait)
    }
    guard try await isVisible() else { throw Self.unknown }
    let entry = AuditEntry(
      "people.reveal", subject: .people, id: person, reason: reason,
      changes: Field.allCases.filter(fields.contains).map {
        AuditEntry.Change($0.rawValue, before: "sealed", after: "revealed")
      })
    let row = try await office.store.write { writer in
      guard let row = try writer.read.person(person) else { throw Self.unknown }
      try writer.audit(caller, entry)
      return row
    }
    return Answer(
      fields: fields, name: fields.contains(.name) ? row.name : nil,
      idNumber: fields.contains(.idNumber) ? row.idNumber : nil,
      phone: fields.contains(.phone) ? row.phone : nil)
  }

  private func check() throws(Problem) {
    guard (4...500).contains(reason.count) else {
      throw Problem(
        .invalid, "reason_missing", "请写明查看原因，4 至 500 个字。", notes: [.init(.pointer("/reason"), "4 至 500 个字。")])
    }
    guard !fields.isEmpty else {
      let names = Field.allCases.map(\.rawValue)
      throw Problem(
        .invalid, "fields_missing", "请指明要查看的字段。",
        notes: [.init(.pointer("/fields"), "至少一个字段。", suggestions: names)])
    }
  }

  private static let unknown = Problem(.notFound, "not_found", "没有这条记录。")
}

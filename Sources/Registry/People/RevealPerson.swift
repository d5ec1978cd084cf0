import Kernel
import Platform

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
  ///   (`not_found`) also for one that the caller may not know of; what `RevealQuota` throws.
  package func run(_ person: Int64, in app: AppContext, by caller: Caller) async throws -> Answer {
    try await run(person, in: app, by: caller) { try await app.sees(.people, person, caller) }
  }

  /// - Parameter isVisible: whether the person exists for the caller.
  package func run(
    _ person: Int64, in app: AppContext, by caller: Caller, isVisible: () async throws -> Bool
  ) async throws -> Answer {
    try caller.must(.reveal)
    try check()
    let isVisible = try await isVisible()
    let entry = AuditEntry(
      "people.reveal", subject: .people, id: person, reason: reason,
      changes: Field.allCases.filter(fields.contains).map {
        AuditEntry.Change.sealed($0.rawValue, .revealed)
      })
    let row = try await app.store.write { writer -> PersonRow? in
      // Hidden people count as well: whoever tries ids at random is stopped by the same limit.
      try RevealQuota.charge([.row(.people, person)], caller: caller, app: app, writer)
      guard isVisible, let row = try writer.read.person(person) else { return nil }
      try writer.audit(caller, entry)
      return row
    }
    guard let row else { throw Self.unknown }
    return Answer(
      fields: fields, name: fields.contains(.name) ? row.name : nil,
      idNumber: fields.contains(.idNumber) ? row.idNumber : nil,
      phone: fields.contains(.phone) ? row.phone : nil)
  }

  private func check() throws(Problem) {
    _ = try RevealQuota.reason(reason, at: .pointer("/reason"))
    guard !fields.isEmpty else {
      let names = Field.allCases.map(\.rawValue)
      throw Problem(
        .invalid, "fields_missing", "请指明要查看的字段。",
        notes: [.init(.pointer("/fields"), "至少一个字段。", suggestions: names)])
    }
  }

  private static let unknown = Problem.noSuchRow
}

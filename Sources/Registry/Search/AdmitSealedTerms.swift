import FilterLanguage
import Identity
import Kernel
import Platform
import TagIndex

/// Searching by a name or number tells whose it is: it is a reveal. Whoever is found counts as shown, a number that belongs
/// to nobody in sight counts as one too, and the audit log has it before the question is answered.
///
/// `AppContext.query` asks this for every question, whatever door it came in at.
package struct SealedTermAdmission {
  /// Names and numbers that one question may ask for: a household, not a list.
  static let most = 5

  package let caller: Caller
  package let app: AppContext
  package let asOf: Day
  package let scope: Scope

  /// - Throws: `missing_right` for who may not reveal, `too_many_sealed_terms`, what `RevealQuota` throws.
  package func admit(_ terms: Set<SealedTerm>) async throws {
    guard !terms.isEmpty else { return }
    guard caller.may(.reveal) else {
      throw Problem(
        .forbidden, "missing_right", "按姓名、证件号码或电话查找等于查看明文，您的角色（\(caller.role.title)）没有「\(Right.reveal.title)」的权限。",
        notes: [.init(.parameter("where"), "请改用其他条件。")])
    }
    guard terms.count <= Self.most else {
      let detail = "一个条件里最多写 \(Self.most) 个姓名或号码，这里有 \(terms.count) 个。核对成批名单请用导入（POST /v1/imports?dry_run=true）。"
      throw Problem(.forbidden, "too_many_sealed_terms", detail, notes: [.init(.parameter("where"), detail)])
    }
    var subjects: Set<RevealedSubject> = []
    for term in terms { subjects.formUnion(try await known(term)) }
    let entry = AuditEntry(
      "people.find", subject: .people,
      changes: terms.map(\.field.word).sorted().map { AuditEntry.Change.sealed($0, .asked) } + [
        AuditEntry.Change("people", before: nil, after: String(subjects.reduce(0) { $0 + $1.people }))
      ])
    try await app.store.write { [caller, app, subjects] writer in
      try RevealQuota.charge(Array(subjects), caller: caller, app: app, writer)
      try writer.audit(caller, entry)
    }
  }

  /// Who is known by the answer: those in sight to whom it applies, or the value itself where there is nobody.
  private func known(_ term: SealedTerm) async throws -> [RevealedSubject] {
    let index = try app.index.index
    let found: [UInt32]
    let read: String
    if term.field == .name {
      read = term.value
      let query = Query(.people, term.expression, asOf: asOf, scope: scope)
      found = try await hidden(
        app.ask(caller) { index, budget in try index.select(query, budget: budget).ids.ids() }, term)
    } else {
      read = Identifier.read(term.value).normalised ?? term.value
      found = try await app.store.read { try $0.subjects(with: term.value, in: term.field) }
        .filter { index.knows($0, .people, scope: scope) }
    }
    let limit = app.security.settings.revealsPerHour
    guard caller.id == nil || found.count <= limit else { throw RevealQuota.needsApproval(found.count, limit) }
    guard found.isEmpty else { return found.map { .row(.people, Int64($0)) } }
    return [try await app.store.read { $0.literal(term.field.word, read) }]
  }

  /// A surname stands in every masked name: to ask for one character tells something of those alone who have it elsewhere.
  private func hidden(_ ids: [UInt32], _ term: SealedTerm) async throws -> [UInt32] {
    let scalars = term.value.unicodeScalars
    guard term.op == .matches, scalars.count == 1, scalars.first?.properties.isIdeographic == true else { return ids }
    return try await app.store.read { try $0.people(ids, hiding: term.value) }
  }
}

extension Field {
  /// The word of the language for what is sealed.
  fileprivate var word: String {
    switch self {
    case .idNumber: "id_number"
    case .phone: "phone"
    default: "name"
    }
  }
}

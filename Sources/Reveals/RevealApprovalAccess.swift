import FilterLanguage
import Kernel
import Platform
import Storage

/// An approval as a caller sees it.
package struct RevealApprovalView: Sendable, Equatable, Codable {
  package let approval: RevealApproval
  /// Whether the caller may decide it.
  package let mayDecide: Bool
  /// Whether it can be used today.
  package let isInForce: Bool
  /// What is asked about, for whoever decides; nil where a restricted tag is asked for that the caller may not know of.
  package let about: About?

  package struct About: Sendable, Equatable, Codable {
    /// Of the run or ledger; nil of a bare question.
    package let name: String?
    package let question: String
  }
}

/// Who sees and who decides an approval. Four eyes: whoever decides may reveal, answers for the area that is asked about or one
/// above it, and is neither the asker nor somebody whom the asker made or changed.
struct RevealApprovalAccess: Sendable {
  private let caller: Caller
  private let app: AppContext
  private let tree: AreaTree

  init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    (self.caller, self.app, tree) = (caller, app, try app.index.areas)
  }

  /// Roles that answer for an area.
  private static let deciding: Set<Role> = [.secretary, .street, .admin]

  func view(_ approval: RevealApproval) async throws -> RevealApprovalView {
    try await app.store.read { reader in try view(approval, reader) }
  }

  func view(_ approval: RevealApproval, _ reader: Reader) throws -> RevealApprovalView {
    RevealApprovalView(
      approval: approval, mayDecide: try approval.state == .waiting && mayDecide(approval, reader),
      isInForce: approval.holds(on: app.clock.today), about: try about(approval.draft.subject, reader))
  }

  private func about(_ subject: RevealApprovalDraft.Subject, _ reader: Reader) throws -> RevealApprovalView.About? {
    let found: RevealApprovalView.About?
    switch subject {
    case .run(let id):
      found = try reader.run(id).map { RevealApprovalView.About(name: $0.draft.name, question: $0.draft.question) }
    case .ledger(let id, let text):
      found = RevealApprovalView.About(name: try reader.ledger(id)?.draft.name, question: text)
    case .question(_, let text): found = RevealApprovalView.About(name: nil, question: text)
    }
    guard let found, !caller.may(.restrictedTags) else { return found }
    let isRestricted = try reader.tags().contains { $0.isRestricted && found.question.contains("tag:\($0.code)") }
    return isRestricted ? nil : found
  }

  /// Their own, and those of their areas; the unbound see all.
  func sees(_ approval: RevealApproval) -> Bool {
    if caller.id == approval.callerID || caller.role == .admin || caller.may(.readAudit) { return true }
    return Self.deciding.contains(caller.role) && caller.may(.reveal) && hasAreas(of: approval)
  }

  func mayDecide(_ approval: RevealApproval, _ reader: Reader) throws -> Bool {
    guard let id = caller.id, id != approval.callerID, caller.may(.reveal), Self.deciding.contains(caller.role),
      hasAreas(of: approval)
    else { return false }
    // Neither may be in the other's hands: who made or changed an account may be behind what it asks for.
    return try !reader.account(id, isOwedTo: approval.callerID) && !reader.account(approval.callerID, isOwedTo: id)
  }

  /// - Throws: `not_found`.
  func find(_ id: Int64, _ reader: Reader) throws -> RevealApproval {
    guard let approval = try reader.revealApproval(id), sees(approval) else { throw Self.unknown }
    return approval
  }

  private func hasAreas(of approval: RevealApproval) -> Bool {
    if caller.role == .admin { return true }
    guard let areas = approval.areas, !areas.isEmpty else { return false }
    return areas.allSatisfy { id in
      tree.byID[UInt32(truncatingIfNeeded: id)].map { tree.isOwn($0, caller) } ?? false
    }
  }

  static let unknown = Problem(.notFound, "not_found", "没有这项申请。")
}

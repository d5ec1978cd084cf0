import DataRequests
import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// What of the feed exists for a caller: what `AccessPolicy` says, the dead among people too, since whoever follows the feed
/// must hear of a death.
package struct FeedAccessPolicy: Sendable {
  private let policy: AccessPolicy
  private let areas: Set<UInt32>
  private let rows: [Subject: Bitmap]
  private let hiddenTags: Set<Int64>
  private let hiddenDatasets: Set<Int64>
  private var caller: Caller { policy.caller }

  package init(_ caller: Caller, _ app: AppContext) throws {
    let policy = try AccessPolicy(caller, app)
    self.policy = policy
    areas = policy.live.visibleAreas(to: caller)
    hiddenTags = policy.hiddenTags
    hiddenDatasets = policy.hiddenDatasets
    rows =
      caller.role.seesAllAreas
      ? [:] : Dictionary(uniqueKeysWithValues: Subject.searchable.map { ($0, policy.everyone($0)) })
  }

  /// The visible ones of these lines, in their order, at most `limit`.
  func visible(_ lines: [FeedLine], _ reader: Reader, limit: Int) throws -> [FeedLine] {
    let hidden: [SubjectKind: Set<Int64>] = [
      .taggings: try reader.taggings(of: hiddenTags, among: lines.filter { $0.subject == .taggings }.map(\.id)),
      .records: try reader.records(of: hiddenDatasets, among: lines.filter { $0.subject == .records }.map(\.id)),
      .tags: hiddenTags, .datasets: hiddenDatasets,
    ]
    var found: [FeedLine] = []
    let leavings = try leavings(lines, reader)
    for line in lines where hidden[line.subject]?.contains(line.id) != true {
      guard found.count < limit else { break }
      if try sees(line.subject, line.id, reader) {
        if try line.subject != .dataRequests || changed(line, reader) { found.append(line) }
      } else if let lost = leavings[line.seq], try hasLost(line, lost, reader) {
        found.append(FeedLine(seq: line.seq, at: line.at, subject: line.subject, id: line.id, action: Self.leave))
      }
    }
    return found
  }

  /// Whether a line about a request for data is about what the caller is shown of it, and not about another committee's answer.
  private func changed(_ line: FeedLine, _ reader: Reader) throws -> Bool {
    guard !caller.role.seesAllAreas else { return true }
    let committees = try reader.dataRequestAreas(line.id).filter { area in
      policy.areas?.contains(UInt32(truncatingIfNeeded: area)) ?? true
    }
    return try reader.dataRequestChanged(line.id, at: line.at, for: committees)
  }

  /// What a line says to those who saw the row until then: nothing of what has become of it.
  static let leave = "leave"

  private func leavings(_ lines: [FeedLine], _ reader: Reader) throws -> [Int64: [Leaving]] {
    guard !caller.role.seesAllAreas, let first = lines.first, let last = lines.last else { return [:] }
    return try reader.leavings(from: first.seq, to: last.seq)
  }

  /// Whether a row that does not exist for the caller any more did so until a change.
  package func hasLost(_ line: FeedLine, _ leavings: [Leaving], _ reader: Reader) throws -> Bool {
    guard !caller.role.seesAllAreas, try !sees(line.subject, line.id, reader) else { return false }
    let hasLeftAreas = leavings.contains { leaving in leaving.area.map { policy.areas?.contains($0) ?? true } ?? false }
    guard line.subject == .workOrders, caller.seesAsUnit else { return hasLeftAreas }
    guard let unit = caller.unit else { return false }
    if leavings.contains(where: { $0.unit == unit }) { return true }
    let place = try reader.workOrderSight(line.id)
    return hasLeftAreas && (place?.unit == unit || place?.assisting.contains(unit) == true)
  }

  private func sees(_ kind: SubjectKind, _ id: Int64, _ reader: Reader) throws -> Bool {
    switch kind {
    case .people, .houses, .buildings, .shops, .assets, .workOrders: return lies(kind, id)
    case .occupancies, .visits, .taggings, .records:
      if caller.role.seesAllAreas { return true }
      guard let (kind, id) = try reader.anchor(of: kind, id) else { return false }
      return lies(kind, id)
    case .compounds:
      return try caller.role.seesAllAreas || reader.buildingIDs(inCompound: id).contains { lies(.buildings, $0) }
    case .areas: return areas.contains(UInt32(truncatingIfNeeded: id))
    case .tags: return policy.live.everyTag.contains { $0.id == id }
    case .datasets, .duties, .units: return true
    case .admissions: return caller.role.seesAllAreas || caller.may(.manageDuties)
    case .dataRequests:
      return try caller.role.seesAllAreas
        || reader.dataRequestAreas(id).contains { policy.areas?.contains(UInt32(truncatingIfNeeded: $0)) ?? true }
    case .callers: return caller.may(.manageCallers)
    case .imports, .ledgers, .runs, .schedules, .reminders, .webhooks, .revealApprovals, .campaigns:
      return caller.role.seesAllAreas
    }
  }

  private func lies(_ kind: SubjectKind, _ id: Int64) -> Bool {
    guard !caller.role.seesAllAreas, let subject = Subject(word: kind.rawValue) else { return caller.role.seesAllAreas }
    return rows[subject]?.contains(UInt32(truncatingIfNeeded: id)) ?? false
  }
}

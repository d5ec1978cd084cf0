import DataRequests
import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// What of the feed exists for a caller: what `AccessPolicy` says, the dead among people too, since whoever follows the feed
/// must hear of a death.
struct FeedSight: Sendable {
  private let policy: AccessPolicy
  private let areas: Set<UInt32>
  private let rows: [Subject: Bitmap]
  private let hiddenTags: Set<Int64>
  private let hiddenDatasets: Set<Int64>
  private var caller: Caller { policy.caller }

  init(_ caller: Caller, _ office: Office) throws {
    let policy = try AccessPolicy(caller, office)
    self.policy = policy
    areas = policy.live.visibleAreas(to: caller)
    hiddenTags = policy.hiddenTags
    hiddenDatasets = policy.hiddenDatasets
    rows =
      caller.role.isUnbound
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
    for line in lines where hidden[line.subject]?.contains(line.id) != true {
      guard found.count < limit else { break }
      if try sees(line.subject, line.id, reader) { found.append(line) }
    }
    return found
  }

  private func sees(_ kind: SubjectKind, _ id: Int64, _ reader: Reader) throws -> Bool {
    switch kind {
    case .people, .houses, .buildings, .shops, .assets, .workOrders: return lies(kind, id)
    case .occupancies, .visits, .taggings, .records:
      if caller.role.isUnbound { return true }
      guard let (kind, id) = try reader.anchor(of: kind, id) else { return false }
      return lies(kind, id)
    case .compounds:
      return try caller.role.isUnbound || reader.buildingIDs(inCompound: id).contains { lies(.buildings, $0) }
    case .areas: return areas.contains(UInt32(truncatingIfNeeded: id))
    case .tags: return policy.live.everyTag.contains { $0.id == id }
    case .datasets, .duties, .units: return true
    case .admissions: return caller.role.isUnbound || caller.may(.manageDuties)
    case .dataRequests:
      return try caller.role.isUnbound
        || reader.dataRequestAreas(id).contains { policy.areas?.contains(UInt32(truncatingIfNeeded: $0)) ?? true }
    case .callers: return caller.may(.manageCallers)
    case .imports, .ledgers, .runs, .schedules, .reminders, .webhooks, .revealApprovals: return caller.role.isUnbound
    }
  }

  private func lies(_ kind: SubjectKind, _ id: Int64) -> Bool {
    guard !caller.role.isUnbound, let subject = Subject(word: kind.rawValue) else { return caller.role.isUnbound }
    return rows[subject]?.contains(UInt32(truncatingIfNeeded: id)) ?? false
  }
}

import Domain
import Filter
import Store
import TagIndex

/// What of the feed exists for a caller.
struct FeedSight: Sendable {
  private let caller: Caller
  private let areas: Set<UInt32>
  /// The caller's own with all below.
  private let own: Set<UInt32>
  private let index: LiveIndex
  private let rows: [Subject: Bitmap]

  init(_ caller: Caller, _ office: Office) throws {
    self.caller = caller
    let index = try office.index
    self.index = index
    areas = index.areas.visible(to: caller)
    own = CallerAreas.within(caller, index.areas) ?? []
    guard !caller.role.isUnbound else {
      rows = [:]
      return
    }
    let scope = index.scope(of: caller)
    rows = Dictionary(
      uniqueKeysWithValues: Subject.searchable.map { subject in
        (subject, index.index.universe(subject, asOf: office.clock.today, scope: scope))
      })
  }

  /// The visible ones of these lines, in their order, at most `limit`.
  func visible(_ lines: [FeedLine], _ reader: Reader, limit: Int) throws -> [FeedLine] {
    var restricted: Set<Int64> = []
    if !caller.may(.restrictedTags) {
      restricted = try reader.restrictedTaggings(among: lines.filter { $0.subject == .taggings }.map(\.id))
    }
    var found: [FeedLine] = []
    for line in lines where !(line.subject == .taggings && restricted.contains(line.id)) {
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
    case .tags:
      return caller.may(.restrictedTags) || !(index.tags.first { $0.id == id }?.isRestricted ?? true)
    case .datasets, .duties, .units: return true
    case .admissions: return caller.role.isUnbound || caller.may(.manageDuties)
    case .dataRequests:
      return try caller.role.isUnbound
        || reader.dataRequestAreas(id).contains { own.contains(UInt32(truncatingIfNeeded: $0)) }
    case .callers: return caller.may(.manageCallers)
    case .imports, .ledgers, .runs, .schedules, .reminders, .webhooks, .revealApprovals: return caller.role.isUnbound
    }
  }

  private func lies(_ kind: SubjectKind, _ id: Int64) -> Bool {
    guard !caller.role.isUnbound, let subject = Subject(word: kind.rawValue) else { return caller.role.isUnbound }
    return rows[subject]?.contains(UInt32(truncatingIfNeeded: id)) ?? false
  }
}

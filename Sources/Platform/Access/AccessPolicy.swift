import FilterLanguage
import Kernel
import TagIndex

/// What exists for a caller: the one answer to "does this row exist for them", "which of these", "in which areas", "which
/// tags". Lists, runs, exports, previews, notes, the feed, webhooks, analytics and error texts ask it; what it does not know
/// of does not exist.
///
/// Of work orders, who sees as a unit (`Caller.seesAsUnit`) has those of the unit, everybody else those of their areas;
/// everything else is the area's. A row's place is always the one that it has now.
package struct AccessPolicy: Sendable {
  package let caller: Caller
  package let live: LiveIndex
  package let tree: AreaTree
  /// The caller's areas with all below; nil for everything.
  package let areas: Set<UInt32>?
  /// The same as part of a question.
  package let scope: Scope

  package init(_ caller: Caller, _ app: AppContext) throws(Problem) { self.init(caller, try app.index) }

  package init(_ caller: Caller, _ live: LiveIndex) {
    (self.caller, self.live, tree) = (caller, live, live.areas)
    areas = CallerAreas.within(caller, tree)
    scope = live.scope(of: caller)
  }

  /// Committees and grids whose rows exist for the caller; nil for all.
  package var placed: Set<UInt32>? { areas?.filter { (tree.byID[$0]?.level ?? .city) >= .committee } }
  package var orders: WorkOrderAccessPolicy { WorkOrderAccessPolicy.of(caller, tree) }
  package var reminders: ReminderAccessPolicy { ReminderAccessPolicy(caller, areas ?? []) }

  /// Whether a row exists for the caller, the dead among people too.
  package func exists(_ subject: Subject, _ id: Int64) -> Bool {
    // The index counts in 32 bits; a longer id must not become somebody else's.
    guard let id = UInt32(exactly: id), id > 0 else { return false }
    return live.index.knows(id, subject, scope: scope)
  }

  /// All rows of a kind that exist for the caller.
  package func everyone(_ subject: Subject) -> Bitmap { live.index.everyone(subject, scope: scope) }

  /// The part of the caller's world that lies in these areas (nil: all of it). Who sees as a unit goes on doing so.
  package func scope(within wanted: [Int64]?) -> Scope {
    guard let wanted else { return scope }
    let roots = tree.meet(wanted, caller.role.seesAllAreas ? nil : caller.areas) ?? []
    let ids = roots.map { UInt32(truncatingIfNeeded: $0) }
    // A unit without areas has its orders everywhere, and nothing by area.
    guard case .unit(let unit, let own) = scope, !own.isEmpty, !ids.isEmpty else { return .areas(ids) }
    return .unit(unit, areas: ids)
  }

  /// Whether the caller may know of a tag: a restricted one only with the right, and one of an area only in, below or above
  /// that area.
  package func mayKnow(_ tag: TagRow) -> Bool {
    (caller.may(.restrictedTags) || !tag.isRestricted) && mayKnow(owner: tag.owner)
  }

  /// The tags, in use or not, and the datasets that do not exist for the caller, by row id.
  package var hiddenTags: Set<Int64> { Set(live.everyTag.filter { !mayKnow($0) }.map(\.id)) }
  package var hiddenDatasets: Set<Int64> { Set(live.datasets.filter { !mayKnow(owner: $0.owner) }.map(\.id)) }

  /// Whether what belongs to this area (nil: the whole database) exists for the caller.
  package func mayKnow(owner: Int64?) -> Bool {
    guard let owner, !caller.role.seesAllAreas else { return true }
    return live.visibleAreas(to: caller).contains(UInt32(truncatingIfNeeded: owner))
  }

  /// Whether the caller may change what belongs to this area: whoever is bound to it or above it. What belongs to the whole
  /// database is for those who see all of it.
  func owns(_ owner: Int64?) -> Bool {
    guard let owner else { return caller.role.seesAllAreas }
    return tree.byID[UInt32(truncatingIfNeeded: owner)].map { tree.isOwn($0, caller) } ?? false
  }
}

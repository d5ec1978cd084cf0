import FilterLanguage
import Kernel
import Platform
import Storage

/// What all rows of a roster have in common.
struct RosterContext: Sendable {
  let job: ImportJob
  let map: ColumnMap
  let tree: AreaTree
  /// Committees, grids and what is above them that rows may lie in; nil: anywhere.
  let allowed: Set<UInt32>?
  /// The area that the roster is of.
  let area: AreaFacts?
  /// Where to look for an address that names no district; nil: in all.
  let district: Int64?
  let tags: RosterTags
  let stamp: ImportStamp
  /// Numbers that the file gives to several people.
  var contested = ContestedNumbers.none
  /// Who lives where on this day decides whom the caller may know of: the clock's, not the roster's own.
  let today: Day

  init(_ job: ImportJob, _ reader: Reader, today: Day) throws {
    self.job = job
    self.today = today
    map = job.columnMap
    tree = AreaTree(try reader.areas())
    area = job.area.flatMap { [tree] in tree.byID[UInt32(truncatingIfNeeded: $0)] }
    let whole = CallerAreas.within(job.caller, tree)
    let own = area.map { [tree] in tree.within([$0.id]) }
    allowed = whole.map { whole in own.map { whole.intersection($0) } ?? whole } ?? own
    district = area.flatMap { [tree] in tree.path($0.id).first { $0.level == .district } }.map { Int64($0.id) }
    tags = try reader.rosterTags()
    let days = try reader.tags().compactMap { tag in tag.validDays.map { (tag.id, $0) } }
    stamp = ImportStamp(
      day: job.asOf, caller: job.caller, reason: "import \(job.id)", evidence: job.fileName,
      validDays: Dictionary(days, uniquingKeysWith: { first, _ in first }))
  }

  var source: String { job.source }

  /// Whether rows may lie there.
  func allows(committee: Int64, grid: Int64? = nil) -> Bool {
    guard let allowed else { return true }
    return allowed.contains(UInt32(truncatingIfNeeded: committee))
      || grid.map { allowed.contains(UInt32(truncatingIfNeeded: $0)) } ?? false
  }

  /// Whether a person exists for whoever the roster is applied as: rows never find, merge with or tell of others.
  func knows(_ person: ExistingPerson) -> Bool {
    job.caller.role.seesAllAreas || person.homes(on: today).contains { allows(committee: $0.committee) }
  }

  /// The same for a shop; one that a plan would make (below zero) is the caller's own.
  func knows(shop id: Int64, _ reader: Reader) throws -> Bool {
    guard !job.caller.role.seesAllAreas, id > 0 else { return true }
    return try reader.homes(ofShop: id, on: today).contains { allows(committee: $0.committee, grid: $0.grid) }
  }

  /// Whether a tag exists for whoever the roster is applied as: restricted ones with the right, an area's own in, below and
  /// above it.
  func mayKnow(_ tag: TagRow) -> Bool {
    (!tag.isRestricted || job.caller.may(.restrictedTags)) && isNear(tag)
  }

  private func isNear(_ tag: TagRow) -> Bool {
    tag.owner.map { tree.visible(to: job.caller).contains(UInt32(truncatingIfNeeded: $0)) } ?? true
  }

  /// Splits remarks into the tags that they assign and what stays a remark: words that mean no tag or several, one that is
  /// computed, or one that the caller may not assign. A restricted tag is neither for a caller without the right to know
  /// of it; the row says that it was left out.
  func sort(_ remarks: [String], for subject: TagSubject, _ findings: inout RowFindings) -> (
    tags: Set<Int64>, remarks: [String]
  ) {
    var (ids, rest): (Set<Int64>, [String]) = ([], [])
    for word in remarks {
      let meant = tags.named(word).filter { $0.subject == subject && isNear($0) }
      if meant.contains(where: \.isRestricted), !job.caller.may(.restrictedTags) {
        findings.add(.sound, "tag_not_permitted", map.header(.remark), "有一项标签您无权使用，未导入")
      } else if meant.count == 1, mayAssign(meant[0]) {
        ids.insert(meant[0].id)
      } else {
        rest.append(word)
      }
    }
    return (ids, rest)
  }

  func mayAssign(_ tag: TagRow) -> Bool {
    tag.rule == nil && TagRights.mayAssign(tag.level, line: tag.line, job.caller)
  }
}

import FilterLanguage
import Identity
import Kernel
import Platform
import Registry
import Storage

/// Makes one of two rows that are the same person. Who: callers that may write, and for whom both exist.
///
/// Whatever hangs on the other moves, in one transaction; the other row ends, and its id is nobody's from then on. Values that
/// are not taken stay beside the row, as what its source said.
package enum MergePeople {
  package struct Request: Sendable {
    package var other: Int64 = 0
    /// What the caller last saw of the other; nil takes whatever is there.
    package var otherVersion: Int64?
    package var take: [MergeField: MergeSide] = [:]
    /// Two different identity numbers are meant.
    package var despiteNumbers = false
    package init() {}
  }

  /// - Parameter version: what the caller last saw of the kept one; nil takes whatever is there.
  /// - Throws: `not_found`, `same_person`, `version_conflict`, `other_changed`, what `MergeRules` refuses, `too_many_reveals`.
  package static func run(
    _ id: Int64, _ request: Request, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> MergeRow {
    try caller.must(.write)
    let today = app.clock.today
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.people, id)
      try access.requireVisible(.people, request.other)
      guard id != request.other else {
        throw Problem(
          .invalid, "same_person", "不能与自己合并。", notes: [.init(.pointer("/other"), "请填另一人的编号。")])
      }
      guard let own = try writer.read.person(id), let other = try writer.read.person(request.other) else {
        throw Problem.noSuchRow
      }
      if let version, version != own.version {
        throw Problem.changedMeanwhile
      }
      if let seen = request.otherVersion, seen != other.version {
        throw Problem(.conflict, "other_changed", "另一人的信息已被他人修改，请重新读取后再合并。")
      }
      // What is not taken shows that both telephones differ, and a merge can be undone: that is a number tried.
      if let phone = other.phone, own.phone != nil {
        try RevealQuota.charge([writer.read.literal("phone", phone)], caller: caller, app: app, writer)
      }
      // So do the names, where lists show both by the same masked one.
      if Masking.name(own.name) == Masking.name(other.name) {
        try RevealQuota.charge(
          [writer.read.literal("name", PersonName.key(other.name))], caller: caller, app: app, writer)
      }
      return try merge(own, other, request, caller, writer, today: today)
    }
  }

  private static func merge(
    _ own: PersonRow, _ other: PersonRow, _ request: Request, _ caller: Caller, _ writer: Writer, today: Day
  ) throws -> MergeRow {
    var state = MergeState(kept: PersonState(own), gone: PersonState(other))
    let result = try MergeRules.merged(
      state.kept, state.gone, take: request.take, despite: request.despiteNumbers, today: today)
    let hanging = try writer.hanging(on: other.id)
    let homes = try [own.id, other.id].map { try Set(writer.read.occupancies(ofPerson: $0).map(\.house)).sorted() }
    try writer.noteWhatThereIs(in: &state)
    state.earlier = try writer.openMerges(keeping: [own.id, other.id])
    var changes: [AuditEntry.Change] = []
    try writer.tellingLeavings(of: [(.people, own.id), (.people, other.id)]) {
      try writer.move(from: other.id, to: own.id, &state)
      changes = try writer.updatePerson(own.id, result.patch(from: state.kept))
    }
    try writer.requireLife(of: own.id)
    try keepLost(result, own.id, &state, writer)
    state.moved = try hanging.compactMap { try writer.asItStands($0) }
    state.stretched = try state.stretched.compactMap { one in
      try writer.asItStands(one.row).map { .init(row: $0, since: one.since, until: one.until) }
    }
    state.version = try writer.read.person(own.id)?.version ?? own.version
    let id = try writer.insertMerge(
      (own.id, homes[0]), (other.id, homes[1]), state, by: caller)
    try writer.audit(
      caller,
      AuditEntry(
        "people.merge", subject: .people, id: own.id,
        changes: changes + [AuditEntry.Change("merged", before: nil, after: String(other.id))]))
    try writer.audit(
      caller,
      AuditEntry(
        "people.merged", subject: .people, id: other.id,
        changes: [AuditEntry.Change("merged_into", before: nil, after: String(own.id))]))
    guard let row = try writer.read.merge(id) else { throw Problem.noSuchRow }
    return row
  }

  /// What lost against the other value is kept, masked where it is shown.
  private static func keepLost(
    _ result: PersonState, _ id: Int64, _ state: inout MergeState, _ writer: Writer
  ) throws {
    for side in [state.kept, state.gone] {
      for field in MergeField.allCases {
        guard let value = side[field], value != result[field] else { continue }
        let next = try writer.nextID("claims")
        let isNew = try writer.insertClaim(
          on: TagTarget(.person, id), field: field.rawValue, value: value, source: side.source)
        if isNew { state.claims.append(next) }
      }
    }
  }
}

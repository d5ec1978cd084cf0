import Kernel
import Platform
import Storage

/// Which imports exist for a caller: those of areas that all lie within theirs. Their own as well only as long as that
/// holds: who has moved to another committee leaves the old one's rosters behind.
enum ImportAccess {
  /// The import. Throws `not_found` for what does not exist for the caller.
  static func job(_ id: Int64, _ caller: Caller, _ reader: Reader) throws -> ImportJob {
    guard let job = try reader.importJob(id), sees(job, caller, AreaTree(try reader.areas())) else {
      throw Problem(.notFound, "not_found", "没有这次导入。")
    }
    return job
  }

  static func sees(_ job: ImportJob, _ caller: Caller, _ tree: AreaTree) -> Bool {
    guard let areas = CallerAreas.within(caller, tree) else { return true }
    guard !job.scope.role.seesAllAreas || job.area != nil else { return false }
    let needed = job.area.map { [$0] } ?? job.scope.areas
    return !needed.isEmpty && needed.allSatisfy { areas.contains(UInt32(truncatingIfNeeded: $0)) }
  }
}

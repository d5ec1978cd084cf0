import Foundation
import Identity
import Kernel
import Platform
import Storage

/// Another name for a committee or grid. Who: as for `AddArea`.
package enum RenameArea {
  /// - Parameter version: `AreaView.version` as the caller last saw it; nil renames whatever is there.
  /// - Throws: `not_found`, `area_level`, `bad_field`, `area_taken`, `version_conflict`.
  package static func run(
    _ code: String, name: String, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> AreaView {
    try caller.must(.read)
    let tree = try app.index.areas
    let area = try tree.find(code, caller)
    try AreaRules.mayDefine(area.level, caller)
    guard tree.isOwn(area, caller), let parent = area.parent else {
      throw Problem(.notFound, "not_found", "没有代码为「\(code)」的区划。")
    }
    let name = try AreaRules.checked(name)
    try await app.store.write { writer in
      guard let held = try writer.read.area(code: code) else {
        throw Problem(.notFound, "not_found", "没有代码为「\(code)」的区划。")
      }
      if let version, version != AreaView(area: held, parent: nil).version {
        throw Problem.changedMeanwhile
      }
      guard held.name != name else { return }
      try AreaRules.isFree(name, held.level, under: Int64(parent), besides: held.id, writer.read)
      try writer.renameArea(Int64(held.id), name)
      try writer.audit(
        caller,
        AuditEntry(
          "areas.update", subject: .areas, id: Int64(held.id),
          changes: [AuditEntry.Change("name", before: held.name, after: name)]))
    }
    return try await GetArea.run(code, caller: caller, app: app)
  }
}

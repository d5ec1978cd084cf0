import Foundation
import Identity
import Kernel
import Platform
import Storage

/// A new committee of a street, or grid of a committee. Who: admin, and a street within its areas (`AreaRights`).
package enum AddArea {
  /// - Parameter parent: the code of the area above.
  /// - Throws: `area_level`, `not_found` for the parent, `bad_field`, `area_taken`.
  package static func run(
    name: String, level: AreaFacts.Level, parent: String, caller: Caller, app: AppContext
  ) async throws -> AreaView {
    try caller.must(.read)
    try AreaRules.mayDefine(level, caller)
    let tree = try app.index.areas
    let above = try tree.find(parent, caller)
    guard tree.isOwn(above, caller) else { throw Problem(.notFound, "not_found", "没有代码为「\(parent)」的区划。") }
    guard above.level == (level == .committee ? .subdistrict : .committee) else {
      let detail = level == .committee ? "居民区的上级应为街道或镇。" : "微网格的上级应为居民区。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/parent"), detail)])
    }
    let name = try AreaRules.checked(name)
    let code = try await app.store.write { writer in
      try AreaRules.isFree(name, level, under: Int64(above.id), besides: nil, writer.read)
      let id = try writer.insertArea(name: name, level: level, parent: Int64(above.id))
      let code = try writer.read.areas().first { Int64($0.id) == id }?.code ?? ""
      try writer.audit(
        caller,
        AuditEntry(
          "areas.create", subject: .areas, id: id,
          changes: [
            AuditEntry.Change("code", before: nil, after: code), AuditEntry.Change("name", before: nil, after: name),
          ]))
      return code
    }
    return try await GetArea.run(code, caller: caller, app: app)
  }
}

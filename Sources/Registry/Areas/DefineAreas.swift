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
        throw Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")
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

private enum AreaRules {
  static func mayDefine(_ level: AreaFacts.Level, _ caller: Caller) throws(Problem) {
    guard level >= .committee else {
      throw Problem(.forbidden, "area_level", "市、区、街道由行政区划确定，只能新建或改名居民区和微网格。")
    }
    guard AreaRights.mayDefine(level, caller) else {
      throw Problem(.forbidden, "missing_right", "您的角色（\(caller.role.rawValue)）不能新建或修改区划。")
    }
  }

  static func checked(_ text: String) throws(Problem) -> String {
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    guard (1...40).contains(name.unicodeScalars.count), !name.contains(where: \.isNewline) else {
      throw Problem(
        .invalid, "bad_field", "名称应为 1 到 40 个字。", notes: [.init(.pointer("/name"), "名称应为 1 到 40 个字。")])
    }
    try ThingName.check(name, at: .pointer("/name"))
    return name
  }

  /// 延中 and 延中居委会 are one name: see `AreaName`.
  static func isFree(
    _ name: String, _ level: AreaFacts.Level, under parent: Int64, besides own: UInt32?, _ reader: Reader
  ) throws {
    guard let held = try reader.area(named: name, under: parent, level: level), held.id != own else { return }
    throw Problem(
      .conflict, "area_taken", "同一上级之下已有「\(held.name)」。", notes: [.init(.pointer("/name"), "这个名称已有。")])
  }
}

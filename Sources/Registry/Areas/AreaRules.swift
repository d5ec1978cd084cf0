import Foundation
import Identity
import Kernel
import Platform
import Storage

enum AreaRules {
  static func mayDefine(_ level: AreaFacts.Level, _ caller: Caller) throws(Problem) {
    guard level >= .committee else {
      throw Problem(.forbidden, "area_level", "市、区、街道由行政区划确定，只能新建或改名居民区和微网格。")
    }
    guard AreaRights.mayDefine(level, caller) else {
      throw Problem(.forbidden, "missing_right", "您的角色（\(caller.role.title)）不能新建或修改区划。")
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

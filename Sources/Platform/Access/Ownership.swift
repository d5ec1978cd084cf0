import Kernel

/// Whose a tag, dataset or duty is that somebody makes, and who may change it.
package enum Ownership {
  /// The area that owns what the caller makes.
  ///
  /// - Parameter code: the area's, where somebody says so.
  /// - Returns: nil for the whole database, which only those own who see all of it.
  /// - Throws: `unknown_area` for one that is not the caller's own or below; `bad_field` for whoever has several and does not
  ///   say which.
  package static func area(_ code: String?, _ policy: AccessPolicy) throws(Problem) -> Int64? {
    if let code {
      guard let area = policy.tree.area(code: code), policy.tree.isOwn(area, policy.caller) else {
        let detail = "您的辖区内没有代码为「\(code)」的区划。"
        throw Problem(.invalid, "unknown_area", detail, notes: [.init(.pointer("/area"), detail)])
      }
      return Int64(area.id)
    }
    if policy.caller.role.seesAllAreas { return nil }
    guard policy.caller.areas.count == 1, let only = policy.caller.areas.first else {
      let detail = "请用「area」指明它属于您的哪一个区划。"
      let codes = policy.caller.areas.compactMap { policy.tree.byID[UInt32(truncatingIfNeeded: $0)]?.code }.sorted()
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/area"), detail, suggestions: codes)])
    }
    return only
  }

  /// The same for what a street office runs as a whole: what is the whole database's is also the street's that holds all
  /// committees in it.
  ///
  /// - Throws: `not_owner`.
  package static func mustOwnList(_ owner: Int64?, _ policy: AccessPolicy) throws(Problem) {
    let committees = policy.tree.byID.values.filter { $0.level == .committee }
    let isAlone = !policy.caller.areas.isEmpty && committees.allSatisfy { policy.areas?.contains($0.id) ?? true }
    guard owner != nil || !isAlone else { return }
    try mustOwn(owner, policy)
  }

  /// - Throws: `not_owner`.
  package static func mustOwn(_ owner: Int64?, _ policy: AccessPolicy) throws(Problem) {
    guard !policy.owns(owner) else { return }
    let name = owner.flatMap { policy.tree.byID[UInt32(truncatingIfNeeded: $0)]?.name }
    throw Problem(
      .forbidden, "not_owner",
      name.map { "它属于「\($0)」，只有该区划或其上级可以修改。" } ?? "它是全库共用的，只有管理员可以修改；需要不同的口径，请另建一个本区划的。")
  }
}

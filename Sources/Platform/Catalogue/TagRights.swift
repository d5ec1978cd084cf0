import Kernel

/// Who may define and who may assign a tag, by the tag's level.
///
/// A tag of the city or district is somebody's register, so committees take it as it comes; a tag of the street is the
/// street's; a committee's own tags are everybody's who works there.
package enum TagRights {
  /// Whether the caller may make or change tags of this level.
  package static func mayDefine(_ level: AreaFacts.Level, _ caller: Caller) -> Bool {
    guard caller.may(.manageTags) else { return false }
    return switch caller.role {
    case .admin: true
    case .street: level >= .subdistrict
    case .secretary: level >= .committee
    default: false
    }
  }

  /// Whether the caller may put the tag on a subject, or end it there. A department only those of its own line.
  package static func mayAssign(_ level: AreaFacts.Level, line: String, _ caller: Caller) -> Bool {
    switch caller.role {
    case .admin, .street, .integration: true
    case .department: caller.unit == line
    case .secretary, .worker: level >= .committee
    case .auditor, .resident, .wall: false
    }
  }
}

/// Who may draw areas. Districts and streets are the state's; committees and grids are made here.
package enum AreaRights {
  /// Whether the caller may make or rename areas of this level, as far as its own areas reach.
  package static func mayDefine(_ level: AreaFacts.Level, _ caller: Caller) -> Bool {
    level >= .committee && (caller.role == .admin || caller.role == .street)
  }
}

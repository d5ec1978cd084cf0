#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many files the process may have open, and how many of them connections may be.
package enum OpenFiles {
  /// Raises the soft limit to the hard one (getrlimit(2)).
  ///
  /// - Returns: the limit that holds now; nil where the system does not say.
  @discardableResult
  package static func raiseLimit() -> Int? {
    var limit = rlimit()
    guard get(&limit) else { return nil }
    if limit.rlim_cur < limit.rlim_max {
      let held = limit.rlim_cur
      limit.rlim_cur = limit.rlim_max
      if !set(&limit) { limit.rlim_cur = held }
    }
    return Int(exactly: limit.rlim_cur) ?? Int.max
  }

  /// The connections that fit under a limit of open files. A quarter, and 128 at least, is left to the database, files that
  /// are taken in or sent, calls to other systems, and the runtime, which ends the process when it can open none.
  package static func connections(under limit: Int?, wanted: Int) -> Int {
    guard let limit else { return min(wanted, 256) }
    let spare = max(128, limit / 4)
    return max(8, min(wanted, limit - min(spare, limit)))
  }

  #if canImport(Glibc)
    private static func get(_ limit: inout rlimit) -> Bool {
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    }
    private static func set(_ limit: inout rlimit) -> Bool {
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    }
  #else
    private static func get(_ limit: inout rlimit) -> Bool { getrlimit(RLIMIT_NOFILE, &limit) == 0 }
    private static func set(_ limit: inout rlimit) -> Bool { setrlimit(RLIMIT_NOFILE, &limit) == 0 }
  #endif
}

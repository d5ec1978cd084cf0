import Foundation

enum ProcessMemory {
  /// Bytes of this process in memory, from Linux' `/proc` (proc_pid_statm(5): the second number, in pages); nil elsewhere.
  static var resident: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let numbers = text.split(separator: " ")
    guard numbers.count > 1, let pages = Int(numbers[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

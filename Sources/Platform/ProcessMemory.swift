import Foundation
import TagIndex

/// The memory of this process.
package enum ProcessMemory {
  /// Bytes in memory, from Linux' `/proc` (proc_pid_statm(5): the second number, in pages); nil elsewhere.
  package static var resident: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let numbers = text.split(separator: " ")
    guard numbers.count > 1, let pages = Int(numbers[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// Gives memory back to the system after a rush: what was freed stays with the allocator otherwise, for ever.
package actor MemoryKeeper {
  /// Less is not worth walking the allocator's lists for.
  private static let growth = 64 << 20
  private var lowest = ProcessMemory.resident ?? 0

  package init() {}

  /// To be called now and then.
  package func run() {
    guard let resident = ProcessMemory.resident else { return }
    guard resident > lowest + Self.growth else {
      lowest = min(lowest, resident)
      return
    }
    FreedMemory.giveBack()
    lowest = ProcessMemory.resident ?? resident
  }
}

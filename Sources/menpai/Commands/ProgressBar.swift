import Foundation
import Synchronization

/// Progress on standard error: a bar on a terminal, a line every tenth elsewhere.
final class ProgressBar: Sendable {
  private let unit: String
  private let isTerminal = isatty(2) == 1
  private let tenth = Mutex(-1)

  init(_ unit: String) { self.unit = unit }

  func show(_ done: Int, of total: Int) {
    let part = total > 0 ? Double(min(done, total)) / Double(total) : 1
    if isTerminal {
      let width = Int(part * 40)
      let bar = String(repeating: "█", count: width) + String(repeating: "░", count: 40 - width)
      FileHandle.standardError.write(Data("\r\(bar) \(done)/\(total) \(unit)".utf8))
    } else if tenth.withLock({ last in
      defer { last = Int(part * 10) }
      return Int(part * 10) > last
    }) {
      StandardError.write("\(done)/\(total) \(unit)")
    }
  }

  func finish() { if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) } }
}

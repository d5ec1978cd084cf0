import Foundation
import GRDB
import Kernel
import Synchronization

/// What is wrong with the database's file, if anything, as the last reads and writes have met it.
///
/// A fault makes the server not ready, so that whoever watches it is told, and is said to callers as what it is: a full disk is
/// no fault of theirs. A full disk and a lock end when a write succeeds again; a file that is gone or damaged stays so.
package final class StoreHealth: Sendable {
  package enum Fault: String, Sendable, CaseIterable {
    case full = "disk_full"
    /// The path leads to another file than the one that is open, or to none.
    case gone = "database_gone"
    case damaged = "database_damaged"
    /// The disk refuses to read or write.
    case failing = "disk_error"
    /// Another process has held the database for longer than writes wait.
    case locked = "database_locked"

    /// Whether a write that succeeds ends it.
    var mayPass: Bool { [.full, .failing, .locked].contains(self) }

    package var problem: Problem {
      let detail =
        switch self {
        case .full: "磁盘已满，没有写入任何内容。请通知管理员清理磁盘后重试。"
        case .gone: "数据库文件已被移走或替换，服务暂停写入。请管理员放回文件并重启。"
        case .damaged: "数据库文件有损坏。请管理员运行 menpai check，并用备份恢复。"
        case .failing: "磁盘读写出错，没有写入任何内容。请通知管理员检查磁盘。"
        case .locked: "数据库正被另一个程序占用，没有写入任何内容。请稍后重试。"
        }
      return Problem(self == .full ? .noRoom : .unavailable, rawValue, detail, retryAfter: self == .locked ? 5 : nil)
    }
  }

  private let path: String
  private let identity: Identity?
  private let held = Mutex<Fault?>(nil)

  /// - Parameter path: the file, which is open already.
  package init(path: String) {
    self.path = path
    identity = Identity(path: path)
  }

  package var fault: Fault? { held.withLock { $0 } }

  /// - Throws: `database_gone` unless the path still leads to the file that was opened: what is written to a removed file is
  ///   lost with the process.
  func requireSameFile() throws(Problem) {
    guard identity == Identity(path: path) else {
      held.withLock { $0 = .gone }
      throw Fault.gone.problem
    }
  }

  /// Remembers the fault behind an error, and turns it into what callers are told; others pass as they are.
  func met(_ error: any Error) -> any Error {
    guard let fault = Self.fault(of: error) else { return error }
    held.withLock { held in if held != .gone, held != .damaged { held = fault } }
    return fault.problem
  }

  /// A write is on the disk: there is room again.
  func wrote() {
    held.withLock { held in if held?.mayPass == true { held = nil } }
  }

  /// What an error of SQLite or of the file system says about the disk; nil for any other.
  package static func fault(of error: any Error) -> Fault? {
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: return .full
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged
      case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: return .failing
      case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked
      default: return nil
      }
    }
    let error = error as NSError
    let codes = [error, error.userInfo[NSUnderlyingErrorKey] as? NSError].compactMap { $0 }
    let isFull = codes.contains {
      ($0.domain == NSPOSIXErrorDomain && [Int(ENOSPC), Int(EDQUOT)].contains($0.code))
        || ($0.domain == NSCocoaErrorDomain && $0.code == CocoaError.fileWriteOutOfSpace.rawValue)
    }
    return isFull ? .full : nil
  }

  /// Which file a path leads to.
  private struct Identity: Equatable {
    let device: UInt64
    package let number: UInt64

    init?(path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
  }
}

extension Store {
  /// The room that a disk must have again before it counts as one that is not full, in bytes.
  private static let roomAgain: UInt64 = 32 << 20

  /// Looks whether the file is still the one that was opened, and after a full disk whether there is room again. To be called
  /// now and then.
  package func watchHealth() async {
    do {
      try health.requireSameFile()
      guard let fault = health.fault, fault.mayPass, fault == .locked || hasRoom else { return }
      try await write { try $0.setSetting("room_found_at", $0.now.description) }
    } catch {
      _ = health.met(error)
    }
  }

  private var hasRoom: Bool {
    var status = statvfs()
    let folder = (path as NSString).deletingLastPathComponent
    guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= Self.roomAgain
  }
}

import Foundation
import Kernel
import NIOCore

/// Why a server could not begin, in words that say what to do.
enum StartError {
  /// nil for what is no fault of the address.
  static func problem(_ error: any Error, host: String?, port: Int?) -> Problem? {
    let place = "\(host ?? "127.0.0.1") 的端口 \(port ?? 8080)"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: return Problem(.conflict, "port_taken", "\(place)已被占用：请换一个 --port，或先停止占用它的程序。")
    case EACCES, EPERM: return Problem(.forbidden, "port_refused", "没有权限使用\(place)：1024 以下的端口需要系统权限。")
    case EADDRNOTAVAIL: return Problem(.invalid, "no_such_host", "本机没有地址 \(host ?? "127.0.0.1")：请检查 --host。")
    default: return nil
    }
  }
}

import Foundation
import Kernel

/// A server of its own for the bench: the same program on the same database, asked over loopback with wrk.
struct BenchServer {
  let database: String

  struct Figures {
    /// From the start of the process to the first 200 of /readyz.
    let ready: Duration
    let residentMegabytes: Int
    /// What wrk printed of throughput and latency; nil without wrk.
    let load: [String]?
  }

  /// - Throws: when the server does not get ready within two minutes.
  func measure(token: String, filter: String) async throws -> Figures {
    try await run { server, ready in
      // The computed tags are worked out after the start; the load comes when that is over.
      try await Task.sleep(for: .seconds(5))
      let load = try wrk(token, filter)
      return Figures(
        ready: ready, residentMegabytes: ResidentMemory.megabytes(of: server.processIdentifier), load: load)
    }
  }

  /// Runs `body` with the server up; it is stopped afterwards.
  ///
  /// - Throws: when the server does not get ready within two minutes.
  func run<T>(_ body: (_ server: Process, _ ready: Duration) async throws -> T) async throws -> T {
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    server.arguments = ["serve", "--database", database, "--port", String(port), "--requests-per-second", "0"]
    server.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    try server.run()
    defer {
      server.terminate()
      server.waitUntilExit()
    }
    while try !isReady() {
      guard clock.now - start < .seconds(120), server.isRunning else {
        throw Problem(.unavailable, "not_ready", "服务没有在两分钟内就绪。")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await body(server, clock.now - start)
  }

  let port: UInt16 = 18_734

  private var address: String { "http://127.0.0.1:\(port)" }

  private func isReady() throws -> Bool {
    try output("/usr/bin/curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}", address + "/readyz"]) == "200"
  }

  private func wrk(_ token: String, _ filter: String) throws -> [String]? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/wrk") else { return nil }
    let query = filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let text = try output(
      "/usr/bin/wrk",
      [
        "-t2", "-c32", "-d8s", "--latency", "-H", "Authorization: Bearer \(token)",
        "\(address)/v1/people?where=\(query)&limit=50",
      ])
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("50%") || $0.hasPrefix("99%") || $0.hasPrefix("Requests/sec") || $0.hasPrefix("Non-2xx") }
  }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

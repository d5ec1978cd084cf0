import Accounts
import ArgumentParser
import Foundation
import Kernel
import Synchronization

/// `menpai bench tickets`: how fast work orders come in, with dispatch and on the disk, from eight connections at once.
struct BenchTickets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tickets", abstract: "Pushes work orders into a copy of the database and prints how long each took.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "How long each load lasts, in seconds.") var seconds = 20
  @Option(help: "Work orders a second in the steady load.") var rate = 100

  private static let connections = 8

  func run() async throws {
    try await reporting { try await BenchCopy.with(database, measure) }
  }

  private func measure(_ copy: BenchCopy) async throws {
    let app = copy.app
    let token = try await CreateToken(name: "bench", role: .admin, expires: "1h")
      .run(in: app, by: .operatorAtConsole)
    let server = BenchServer(database: copy.database)
    let lines = try await server.run { _, _ in try loads(server.port, token.token) }
    try await RevokeToken.run(token.info.id, in: app, by: .operatorAtConsole)
    print("| what | rate | p50 | p99 | longest | count |\n|---|---|---|---|---|---|")
    for line in lines { print(line) }
  }

  private func loads(_ port: UInt16, _ token: String) throws -> [String] {
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let steady = try load(port, token, "\(mark)-s", every: Double(Self.connections) / Double(rate))
    let full = try load(port, token, "\(mark)-f", every: 0)
    return [
      line("POST /v1/work_orders, \(rate)/s, 8 connections", steady),
      line("POST /v1/work_orders, as fast as it goes, 8 connections", full),
      try same(port, token, "\(mark)-same"),
    ]
  }

  /// What each request took, in seconds, from all connections.
  private func load(_ port: UInt16, _ token: String, _ mark: String, every pause: Double) throws -> [Double] {
    try abreast { connection in
      let wire = try BenchConnection(port: port, token: token)
      var (taken, next): ([Double], Double) = ([], Self.now)
      let end = next + Double(seconds)
      // The connections do not all begin at one moment.
      next += pause * Double(connection) / Double(Self.connections)
      while Self.now < end {
        if pause > 0 {
          Thread.sleep(forTimeInterval: max(0, next - Self.now))
          next += pause
        }
        let start = Self.now
        let answer = try wire.post("/v1/work_orders", Self.ticket("\(mark)-\(connection)-\(taken.count)"))
        guard answer.status == 201 else {
          throw Problem(.conflict, "bench_broken", "服务回答了 \(answer.status)：\(answer.body.prefix(200))")
        }
        taken.append(Self.now - start)
      }
      return taken
    }
  }

  /// The same order from all connections at once, a hundred times over: it must be one each time.
  private func same(_ port: UInt16, _ token: String, _ mark: String) throws -> String {
    let made = Mutex(0)
    _ = try abreast { _ in
      let wire = try BenchConnection(port: port, token: token)
      for round in 0..<100 {
        let answer = try wire.post("/v1/work_orders", Self.ticket("\(mark)-\(round)"))
        if answer.status == 201 { made.withLock { $0 += 1 } }
      }
      return []
    }
    return "| the same 100 orders from 8 connections | | | | | \(made.withLock { $0 }) made |"
  }

  /// Runs `body` on a thread a connection; throws what the first of them throws.
  private func abreast(_ body: @escaping @Sendable (Int) throws -> [Double]) throws -> [Double] {
    let found = Mutex<(taken: [Double], failure: (any Error)?)>(([], nil))
    DispatchQueue.concurrentPerform(iterations: Self.connections) { connection in
      let outcome = Result { try body(connection) }
      found.withLock { found in
        switch outcome {
        case .success(let taken): found.taken += taken
        case .failure(let error): found.failure = found.failure ?? error
        }
      }
    }
    return try found.withLock { found in
      if let failure = found.failure { throw failure }
      return found.taken
    }
  }

  private static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  private static let matters = [
    ("楼道堆物", "楼道里堆满纸箱，影响通行"), ("夜间施工", "工地夜间施工噪音很大，睡不着"), ("垃圾", "垃圾没有及时清运，气味很重"),
    ("占道经营", "晚上有烧烤摊占道经营，油烟大"), ("房屋渗漏", "楼上漏水，物业没有处理"), ("咨询", "想问长护险怎么办理"),
  ]

  private static func ticket(_ id: String) -> String {
    let (title, text) = matters[abs(id.hashValue) % matters.count]
    return JSONValue.object([
      .init("source", "bench"), .init("external_id", .string(id)), .init("kind", "投诉"),
      .init("title", .string(title)), .init("text", .string(text)),
      .init("reporter", ["name": "匿名", "phone": "13800000000"]),
    ]).text
  }

  private func line(_ what: String, _ taken: [Double]) -> String {
    let sorted = taken.sorted()
    func part(_ share: Double) -> String {
      guard !sorted.isEmpty else { return "" }
      return String(format: "%.1f ms", sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1000)
    }
    let rate = Double(sorted.count) / Double(seconds)
    return "| \(what) | \(Int(rate))/s | \(part(0.5)) | \(part(0.99)) | \(part(1)) | \(sorted.count) |"
  }
}

import Imports
import Ledgers
import Logging
import Platform
import Registry
import Reminders
import ServiceLifecycle
import Webhooks
import WorkOrders

/// What runs beside the server: builds the index at start, follows other processes' commits, moves to the new day, tells of
/// work orders that are getting late, makes scheduled ledgers, and calls other systems.
struct Housekeeping: Service {
  let app: AppContext
  let webhooks: any WebhookCaller
  let log: Logger

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    try await app.open()
    if try await app.needsAdmin {
      log.notice("nobody can administer this office yet: menpai user add --name NAME --role admin --database FILE")
    }
    if app.store.keys.isBeingChanged {
      log.notice("the change of the key is not finished: menpai key rotate --database FILE")
    }
    try await Attachments.sweep(app: app)
    UnnamedFile.sweep()
    app.exports.recover(app)
    try await app.imports.resume(in: app)
    try await app.runs.recover(app)
    try await RecountDeadlines.run(app: app)
    log.notice("ready", metadata: ["after": "\(clock.now - start)"])
    try await app.warmUp()
    try await app.tickets.warmUp(app.store)
    await cancelWhenGracefulShutdown {
      // Each on its own: a large ledger or a system that is away holds up nothing else.
      await withTaskGroup(of: Void.self) { rounds in
        rounds.addTask {
          await round(every: .milliseconds(250), "keeping up") {
            await app.exports.sweep(app.clock.now())
            if try await app.keepUp() { try await app.warmUp() }
          }
        }
        rounds.addTask {
          await round(every: .seconds(1), "watching the disk") {
            await app.store.watchHealth()
            try await app.imports.retry(in: app)
          }
        }
        rounds.addTask {
          await round(every: .seconds(5), "escalating") { try await EscalateWorkOrders.run(app: app) }
        }
        rounds.addTask { await round(every: .seconds(5), "expiring") { try await ExpireRuns.run(app: app) } }
        rounds.addTask { await round(every: .seconds(2), "scheduling") { try await RunSchedules.run(app: app) } }
        rounds.addTask {
          await round(every: .milliseconds(500), "calling") {
            try await DeliverWebhooks.run(by: webhooks, app: app)
          }
        }
        rounds.addTask { [memory = MemoryKeeper()] in
          await round(every: .seconds(10), "giving memory back") { await memory.run() }
        }
        rounds.addTask {
          await round(every: .seconds(3600), "sweeping") {
            try await DeliverWebhooks.sweep(app: app)
            try await SweepImportFiles.run(app: app)
          }
        }
      }
    }
    await app.imports.stop(in: app)
  }

  /// Does some work again and again until the server stops; what fails is said and tried again.
  private func round(every pause: Duration, _ name: String, _ work: () async throws -> Void) async {
    while !Task.isCancelled {
      do {
        try await work()
        log.trace("\(name)")
        try await Task.sleep(for: pause)
      } catch is CancellationError {
        return
      } catch {
        log.error("\(name) failed", metadata: ["error": "\(type(of: error))"])
        try? await Task.sleep(for: pause)
      }
    }
  }
}

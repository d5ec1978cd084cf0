import Ledgers
import Logging
import Platform
import Reminders
import ServiceLifecycle
import Webhooks
import WorkOrders

/// What runs beside the server: builds the index at start, follows other processes' commits, moves to the new day, tells of
/// work orders that are getting late, makes scheduled ledgers, and calls other systems.
struct Housekeeping: Service {
  let office: Office
  let webhooks: any WebhookCaller
  let log: Logger

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    try await office.open()
    if try await office.needsAdmin {
      log.notice("nobody can administer this office yet: menpai user add --name NAME --role admin --database FILE")
    }
    if office.store.keys.isBeingChanged {
      log.notice("the change of the key is not finished: menpai key rotate --database FILE")
    }
    try await Attachments.sweep(office: office)
    UnnamedFile.sweep()
    office.exports.recover(office)
    try await office.imports.resume(in: office)
    try await office.runs.recover(office)
    try await RecountDeadlines.run(office: office)
    log.notice("ready", metadata: ["after": "\(clock.now - start)"])
    try await office.warmUp()
    try await office.tickets.warmUp(office.store)
    await cancelWhenGracefulShutdown {
      // Each on its own: a large ledger or a system that is away holds up nothing else.
      await withTaskGroup(of: Void.self) { rounds in
        rounds.addTask {
          await round(every: .milliseconds(250), "keeping up") {
            await office.exports.sweep(office.clock.now())
            if try await office.keepUp() { try await office.warmUp() }
          }
        }
        rounds.addTask {
          await round(every: .seconds(1), "watching the disk") {
            await office.store.watchHealth()
            try await office.imports.retry(in: office)
          }
        }
        rounds.addTask {
          await round(every: .seconds(5), "escalating") { try await EscalateWorkOrders.run(office: office) }
        }
        rounds.addTask { await round(every: .seconds(5), "expiring") { try await ExpireRuns.run(office: office) } }
        rounds.addTask { await round(every: .seconds(2), "scheduling") { try await RunSchedules.run(office: office) } }
        rounds.addTask {
          await round(every: .milliseconds(500), "calling") {
            try await DeliverWebhooks.run(by: webhooks, office: office)
          }
        }
        rounds.addTask { [memory = MemoryKeeper()] in
          await round(every: .seconds(10), "giving memory back") { await memory.run() }
        }
        rounds.addTask {
          await round(every: .seconds(3600), "sweeping") { try await DeliverWebhooks.sweep(office: office) }
        }
      }
    }
    await office.imports.stop(in: office)
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

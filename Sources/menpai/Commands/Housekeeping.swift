import Domain
import Logging
import ServiceLifecycle
import UseCases

/// What runs beside the server: builds the index at start, follows other processes' commits, moves to the new day, and
/// tells of work orders that are getting late.
struct Housekeeping: Service {
  let office: Office
  let log: Logger

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    try await office.open()
    if try await office.needsAdmin {
      log.notice("nobody can administer this office yet: menpai user add --name NAME --role admin --database FILE")
    }
    try await Attachments.sweep(office: office)
    office.exports.recover(office)
    try await office.imports.resume(in: office)
    try await office.runs.recover(office)
    log.notice("ready", metadata: ["after": "\(clock.now - start)"])
    try await office.index.warmUp()
    try await office.tickets.warmUp(office.store)
    await cancelWhenGracefulShutdown {
      var nextLook = clock.now
      while !Task.isCancelled {
        do {
          if clock.now >= nextLook {
            try await EscalateWorkOrders.run(office: office)
            try await ExpireRuns.run(office: office)
            nextLook = clock.now + .seconds(5)
          }
          try await Task.sleep(for: .milliseconds(250))
          await office.exports.sweep(office.clock.now())
          if try await office.keepUp() { try await office.index.warmUp() }
        } catch is CancellationError {
          return
        } catch {
          log.error("keeping up failed", metadata: ["error": "\(type(of: error))"])
        }
      }
    }
  }
}

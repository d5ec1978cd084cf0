import Domain
import Logging
import ServiceLifecycle
import UseCases

/// What runs beside the server: builds the index at start, follows other processes' commits, and moves to the new day.
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
    try await office.imports.resume(in: office)
    log.notice("ready", metadata: ["after": "\(clock.now - start)"])
    try await office.index.warmUp()
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await Task.sleep(for: .milliseconds(250))
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

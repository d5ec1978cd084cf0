import Domain
import Logging

/// Runs imports in the background of a server, one after the other, so that two never write at the same time.
package actor ImportRunner {
  private let office: Office
  private let logger: Logger
  private var waiting: [Int64] = []
  private var running: Int64?
  private var work: Task<Void, Never>?

  package init(office: Office, logger: Logger = Logger(label: "menpai.imports")) {
    (self.office, self.logger) = (office, logger)
  }

  /// Puts an import into the queue; one that is there already is not put there twice.
  package func start(_ id: Int64) {
    guard running != id, !waiting.contains(id) else { return }
    waiting.append(id)
    if work == nil { work = Task { await drain() } }
  }

  /// Goes on with what was under way when the server stopped.
  package func resume() async throws {
    for id in try await office.store.read({ try $0.unfinishedImports() }) { start(id) }
  }

  /// Returns once nothing is under way.
  package func finish() async { await work?.value }

  private func drain() async {
    while !waiting.isEmpty {
      let id = waiting.removeFirst()
      running = id
      do {
        try await RunImport.run(id, office: office)
      } catch let problem as Problem {
        logger.warning("import failed", metadata: ["import": "\(id)", "code": "\(problem.code)"])
      } catch {
        logger.error("import stopped", metadata: ["import": "\(id)", "error": "\(type(of: error))"])
      }
      running = nil
    }
    work = nil
  }
}

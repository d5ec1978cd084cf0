import Kernel
import Storage

extension AppContext {
  /// What the disk did to a request, for its caller; nil for any other error.
  package func storageProblem(_ error: any Error) -> Problem? { StoreHealth.fault(of: error)?.problem }

  /// Throws what keeps the office from answering: the index is not built yet, or something is wrong with the database's file.
  package func requireReady() throws(Problem) {
    _ = try index
    if let fault = store.health.fault { throw Problem(.unavailable, "not_ready", fault.problem.detail) }
  }
}

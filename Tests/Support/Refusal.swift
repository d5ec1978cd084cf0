import Kernel

/// The problem that `body` ends with; nil when it ends well. Other errors pass through.
package func refusal(_ body: () async throws -> Void) async throws -> Problem? {
  do {
    try await body()
    return nil
  } catch let problem as Problem {
    return problem
  }
}

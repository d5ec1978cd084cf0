import Platform

/// Changes the key that closes personal data. Only the operator at the console calls it; servers on the same database go on
/// meanwhile.
package enum RotateKey {
  /// - Parameter progress: told what is worked on.
  /// - Returns: the file that the old key has been put into, for backups that were made with it; nil where keys come from the
  ///   environment.
  /// - Throws: what `Store.rotateKey` throws. Called again, it goes on where it stopped.
  package static func run(app: AppContext, progress: @escaping @Sendable (String) -> Void) async throws -> String? {
    try await app.store.rotateKey(by: .operatorAtConsole, progress: progress)
  }
}

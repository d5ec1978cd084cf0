import Kernel
import Platform
import Storage

/// Lets go of files that were kept to be read again. For the server alone, now and then.
package enum SweepImportFiles {
  package static func run(app: AppContext) async throws {
    let now = app.clock.now()
    try await app.store.write { writer in
      try writer.deleteFiles(keptBefore: now.adding(seconds: -RerunImport.keptDays * 86_400))
    }
  }
}

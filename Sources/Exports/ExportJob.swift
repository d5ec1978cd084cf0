import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

/// An export that is made in the background.
package struct ExportJob: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable { case making, done, cancelled, failed }

  package let id: String
  package let run: Int64
  package let format: ExportFormat
  package var state = State.making
  /// Rows.
  package var done = 0
  package let total: Int
  package let fileName: String

  init(id: String, run: Int64, format: ExportFormat, total: Int, fileName: String) {
    (self.id, self.run, self.format, self.total, self.fileName) = (id, run, format, total, fileName)
  }
}

import Kernel
import Platform
import Storage
import TextClassifier

/// A duty as of a day, and all that it has been.
package struct DutyView: Sendable, Equatable, Codable {
  package let row: DutyRow
  /// What is shown: see `DutyRow.shown`.
  package let shown: DutyVersion
}

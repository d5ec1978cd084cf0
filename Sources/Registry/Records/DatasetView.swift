import FilterLanguage
import Kernel
import Platform

/// A dataset and whose it is.
package struct DatasetView: Sendable, Equatable {
  package let row: DatasetRow
  /// The code of the area whose dataset it is; nil for the whole database's.
  package let owner: String?

  init(_ row: DatasetRow, _ tree: AreaTree) {
    self.row = row
    owner = row.owner.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.code }
  }
}

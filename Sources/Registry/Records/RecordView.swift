import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// A record and the dataset it is of.
package struct RecordView: Sendable, Equatable, Codable {
  package let row: RecordRow
  package let dataset: DatasetRow
}

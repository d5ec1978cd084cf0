import FilterLanguage
import Kernel
import Storage

/// The columns that rows of a subject can have.
package enum RowColumns {
  /// In order, and whether they come without being asked for.
  package static func of(_ subject: Subject) -> [(name: String, isDefault: Bool)] {
    SubjectKind(rawValue: subject.word).map(Reader.columns) ?? []
  }
}

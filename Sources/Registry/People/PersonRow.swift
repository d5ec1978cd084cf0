import Kernel

/// What is held of a person, plain: for matching, merging and revealing, never for an answer as it is.
package struct PersonRow: Sendable, Equatable {
  package let id: Int64
  package let version: Int64
  package let name: String
  package let sex: String?
  package let birth: Day?
  package let death: Day?
  package let idKind: String?
  package let idNumber: String?
  package let phone: String?
  package let hukou: String?
  package let ethnicity: String?
  package let education: String?
  package let source: String
}

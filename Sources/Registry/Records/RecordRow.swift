/// A record of a dataset (专题库), with its data as the JSON object that is stored.
package struct RecordRow: Sendable, Equatable, Codable {
  package let id: Int64
  /// The dataset's row id.
  package let dataset: Int64
  package let target: TagTarget
  package let data: String
  package let source: String
  package let version: Int64
  package let updatedAt: String
}

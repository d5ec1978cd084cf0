import Kernel

/// Something that happened at an address.
package struct TimelineEvent: Sendable, Equatable {
  /// The day, as text.
  package let at: String
  /// moved_in, moved_out, opened, closed, visited, tagged, untagged, recorded, work_order, work_order_closed.
  package let kind: String
  /// In Chinese; names are masked.
  package let title: String
  package let subject: SubjectKind
  package let subjectID: Int64
}

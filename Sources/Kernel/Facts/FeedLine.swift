/// A line of the changes feed: that a subject was made, changed or removed. Its new state is at the subject's own route.
package struct FeedLine: Sendable, Equatable {
  package let seq: Int64
  package let at: String
  package let subject: SubjectKind
  package let id: Int64
  /// create, update, delete; leave for a row that exists for its reader no more.
  package let action: String
  /// Of a work order: its state when the feed is read, so that nobody has to ask for each.
  package var state: String?

  package init(seq: Int64, at: String, subject: SubjectKind, id: Int64, action: String) {
    (self.seq, self.at, self.subject, self.id, self.action) = (seq, at, subject, id, action)
  }
}

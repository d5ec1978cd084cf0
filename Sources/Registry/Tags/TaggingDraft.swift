import Kernel

/// What a tagging, record or remark hangs on.
package struct TagTarget: Sendable, Hashable, Codable {
  package let subject: TagSubject
  package let id: Int64

  package init(_ subject: TagSubject, _ id: Int64) {
    self.subject = subject
    self.id = id
  }
}

package struct TaggingDraft: Sendable, Equatable {
  package var tag: Int64
  package var target: TagTarget
  package var since: Day
  /// The first day on which it holds no more.
  package var until: Day?
  package var source: String
  package var evidence: String?

  package init(tag: Int64, target: TagTarget, since: Day, until: Day? = nil, source: String, evidence: String? = nil) {
    (self.tag, self.target, self.since, self.until) = (tag, target, since, until)
    (self.source, self.evidence) = (source, evidence)
  }
}

package struct TaggingRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let tag: Int64
  package let since: Day
  package let until: Day?
  package let source: String
  package let evidence: String?
  package let by: String
  package let madeAt: String
  package let endedBy: String?

  package init(
    id: Int64, tag: Int64, since: Day, until: Day?, source: String, evidence: String? = nil, by: String = "",
    madeAt: String = "", endedBy: String? = nil
  ) {
    (self.id, self.tag, self.since, self.until, self.source) = (id, tag, since, until, source)
    (self.evidence, self.by, self.madeAt, self.endedBy) = (evidence, by, madeAt, endedBy)
  }

  package func holds(on day: Day) -> Bool { since <= day && (until.map { day < $0 } ?? true) }
}

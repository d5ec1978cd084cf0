import Kernel
import Ledgers

/// What became of a request for data in one committee.
package enum CommitteeState: String, Sendable, CaseIterable {
  case asked, seen, answered, objected

  /// Whether the committee has yet to say something.
  package var isWaiting: Bool { self == .asked || self == .seen }
}

/// An office asks committees for data, beside the question itself, which stands in its ledger.
package struct DataRequestDraft: Sendable, Equatable {
  package var purpose: String
  /// By what right: a law, a rule, an assignment.
  package var basis: String
  /// Who asks, as committees know it: a department's name, or the street's.
  package var unit: String
  package var due: Day
  /// Why the data is asked for although it had been asked for before.
  package var despite: String?
}

/// What one committee has said to a request.
package struct CommitteeAnswer: Sendable, Equatable {
  package let committee: Int64
  package var state = CommitteeState.asked
  package var seenAt: String?
  package var seenBy: String?
  /// When and by whom it was answered or objected to.
  package var decidedAt: String?
  package var decidedBy: String?
  /// Of an objection.
  package var reason: String?
  /// The frozen answer.
  package var run: Int64?
  /// How often it has changed.
  package var version: Int64 = 0

  package init(committee: Int64) { self.committee = committee }
}

package struct DataRequestRow: Sendable, Equatable {
  package let id: Int64
  /// Title, question, columns, and until when the answers are kept.
  package let ledger: LedgerRow
  package let draft: DataRequestDraft
  package let callerID: Int64?
  package let caller: String
  package let madeAt: String
  package let closedAt: String?
  package let closedBy: String?
  /// Of what the asker has said; `version(of:)` has the committees' too.
  package let version: Int64
  /// By the committees' ids.
  package let answers: [CommitteeAnswer]

  /// The version for whoever sees these committees: what others do is none of theirs.
  package func version(of committees: Set<Int64>) -> Int64 {
    answers.filter { committees.contains($0.committee) }.reduce(version) { $0 + $1.version }
  }
}

/// As much of a run as lists of requests say.
package struct RunBrief: Sendable, Equatable {
  package let id: Int64
  package let state: RunState
  package let total: Int
  package let asOf: Day
}

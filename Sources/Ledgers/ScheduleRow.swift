import Kernel

/// A ledger's schedule as it stands.
package struct ScheduleRow: Sendable, Equatable {
  package let id: Int64
  package let ledger: Int64
  package let rule: ScheduleRule
  /// Whether the first run reminds of all rows, or only later ones of what is new.
  package let remindsOfExisting: Bool
  package let nextDueAt: Instant
  package let lastRunAt: Instant?
  /// What the next run's rows are new against.
  package let lastRun: Int64?
  /// The code of what the last occasion failed by.
  package let problem: String?
  package let version: Int64
  package let updatedAt: String
}

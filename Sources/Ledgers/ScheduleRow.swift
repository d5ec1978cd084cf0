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

  package init(
    id: Int64, ledger: Int64, rule: ScheduleRule, remindsOfExisting: Bool, nextDueAt: Instant, lastRunAt: Instant?,
    lastRun: Int64?, problem: String?, version: Int64, updatedAt: String
  ) {
    (self.id, self.ledger, self.rule, self.remindsOfExisting) = (id, ledger, rule, remindsOfExisting)
    (self.nextDueAt, self.lastRunAt, self.lastRun) = (nextDueAt, lastRunAt, lastRun)
    (self.problem, self.version, self.updatedAt) = (problem, version, updatedAt)
  }
}

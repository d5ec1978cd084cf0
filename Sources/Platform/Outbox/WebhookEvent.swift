/// What other systems can be told of as it happens.
package enum WebhookEvent: String, Sendable, CaseIterable {
  case reminderCreated = "reminder.created"
  /// A reminder was read, passed on or done.
  case reminderState = "reminder.state"
  /// A work order came, or its state is another.
  case workOrderState = "work_order.state"
  /// Somebody tries whether the other end is there; nobody subscribes to it.
  case ping

  package static let subscribable = allCases.filter { $0 != .ping }
}

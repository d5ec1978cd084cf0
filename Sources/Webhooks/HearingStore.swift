import Kernel
import Platform
import Reminders
import Storage
import WorkOrders

extension Reader {
  /// Whether what a call that waits tells of still exists for whoever it is for: areas change, and rows move, while it
  /// waits.
  func mayHear(_ event: String, _ body: String, _ owner: Caller) throws -> Bool {
    guard let event = WebhookEvent(rawValue: event) else { return false }
    if event == .ping { return true }
    guard case .number(let number)? = try JSONReader.read(body)["data"]?["id"], let id = Int64(exactly: number) else {
      return false
    }
    switch event {
    case .ping: return true
    case .workOrderState: return try workOrder(id).map { try hears($0.place, owner) } ?? false
    case .reminderCreated, .reminderState:
      let areas = try owner.role.seesAllAreas ? [] : areasWithin(owner.areas)
      return try reminder(id, ReminderAccessPolicy(owner, areas)) != nil
    }
  }
}

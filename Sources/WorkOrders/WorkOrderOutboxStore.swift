import Kernel
import Storage

extension Writer {
  /// Tells of an order that came or whose state is another. Nothing of what somebody said goes out, only where it stands.
  package func announceOrder(_ id: Int64, _ action: String, from: WorkOrderState?, to: WorkOrderState) throws {
    let listeners = try read.listeners(.workOrderState, at: now)
    guard !listeners.isEmpty, let order = try read.workOrder(id) else { return }
    let seeing = try listeners.filter { try read.hears(order.place, $0.owner) }
    let data: JSONValue = [
      "id": .number(Double(id)), "number": .string(order.number), "state": .string(to.rawValue),
      "from": from.map { .string($0.rawValue) } ?? .null, "action": .string(action), "at": .string(now.description),
      "unit": order.unit.map { .string($0) } ?? .null, "due_at": .string(order.deadline.dueAt.description),
    ]
    try announce(.workOrderState, data, to: seeing.map(\.webhook))
  }
}

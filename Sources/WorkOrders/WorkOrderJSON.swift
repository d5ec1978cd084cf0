import Kernel
import Registry

/// Orders as JSON, the same in every answer.
package enum WorkOrderJSON {
  package static func pushed(_ order: PushedOrder) throws -> JSONValue {
    [
      "id": .integer(order.id), "number": .string(order.number), "state": .string(order.state),
      "house": order.house.map(house) ?? .null, "candidates": .array(order.candidates.map(house)),
      "dispatch": dispatch(order.dispatch), "first_contact_due_at": .string(order.firstContactDueAt),
      "due_at": .string(order.dueAt), "due_provisional": .bool(order.isProvisional),
      "due_note": .optional(order.isProvisional ? try WorkOrderClockRules.warning(dueAt: order.dueAt) : nil),
    ]
  }

  private static func house(_ house: PushedOrder.House) -> JSONValue {
    ["id": .integer(house.id), "address": .string(house.address)]
  }

  /// What dispatch thought when the order came. Unit and duty are those of its first candidate; in the queue they are a
  /// proposal only.
  static func dispatch(_ dispatch: WorkOrderDispatch) -> JSONValue {
    let first = dispatch.candidates.first
    return [
      "mode": .string(dispatch.mode.rawValue), "unit": .optional(first?.unit), "duty": .optional(first?.duty),
      "confidence": first.map { .number($0.confidence) } ?? .null, "reasons": .texts(first?.reasons ?? []),
      "candidates": .array(
        dispatch.candidates.map { candidate in
          [
            "duty": .string(candidate.duty), "unit": .string(candidate.unit),
            "confidence": .number(candidate.confidence), "reasons": .texts(candidate.reasons),
          ]
        }),
    ]
  }

  static func event(_ event: WorkOrderEvent) throws(Problem) -> JSONValue {
    [
      "id": .integer(event.id), "at": .string(event.at), "by": .string(event.by), "action": .string(event.action),
      "from": .optional(event.from), "to": .string(event.to), "note": .optional(event.note),
      "detail": try JSONReader.read(event.detail),
    ]
  }

  /// The row with its dispatch, timeline, possible actions and attachments as last members.
  static func whole(_ view: GetWorkOrder.View) throws -> String {
    let pushed = try pushed(view.pushed)
    let more: JSONValue = [
      "house": pushed["house"] ?? .null, "candidates": pushed["candidates"] ?? .null,
      "dispatch": pushed["dispatch"] ?? .null, "timeline": .array(try view.timeline.map(event)),
      "actions": .texts(view.actions.map(\.rawValue)),
      "steps": .array(
        view.steps.map { ["action": .string($0.action.rawValue), "by": .texts($0.by.map(\.rawValue))] }),
      "due_note": .optional(view.dueNote), "attachments": .array(view.attachments.map(AttachmentWire.attachment.json)),
    ]
    return view.json.dropLast() + "," + more.text.dropFirst()
  }
}

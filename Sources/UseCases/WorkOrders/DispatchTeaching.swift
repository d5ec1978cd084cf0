import Domain
import Store

/// What actions on orders teach dispatch. Kept in the same transaction; learnt after the commit.
enum DispatchTeaching {
  /// - Parameters:
  ///   - order: as it was before.
  ///   - patch: what the action makes of it.
  static func teach(_ deed: WorkOrderDeed, _ order: WorkOrderRow, _ patch: WorkOrderPatch, _ writer: Writer) throws {
    switch deed.action {
    case .dispatch, .reassign:
      guard case .set(let unit?) = patch.unit else { return }
      var duty: String?
      if deed.duty != nil, case .set(let code) = patch.duty { duty = code }
      // Back to whoever has it already, without a word on the duty: nothing to learn.
      guard unit != order.unit || duty != nil else { return }
      try writer.insertDispatchLesson(
        .decided, order: order.id, duty: duty, unit: unit, wrong: order.unit == unit ? nil : order.unit)
    case .rule where deed.ruling == .upheld:
      guard let wrong = order.unit else { return }
      try writer.insertDispatchLesson(.returned, order: order.id, duty: nil, unit: nil, wrong: wrong)
    case .rule where deed.ruling == .overruled, .verify: try writer.confirmDispatch(order: order.id)
    default: return
    }
  }
}

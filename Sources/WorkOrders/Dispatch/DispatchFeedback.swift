import Storage

/// What actions on orders teach dispatch: those of the dispatching side, and of nobody else. Kept in the same transaction; learnt
/// after the commit.
enum DispatchFeedback {
  /// - Parameters:
  ///   - order: as it was before.
  ///   - patch: what the action makes of it.
  ///   - unit: whom it goes to, where it goes to somebody.
  static func teach(
    _ deed: WorkOrderActionRequest, _ order: WorkOrderRow, _ patch: WorkOrderPatch, _ unit: AssignedUnit?,
    _ writer: Writer
  ) throws {
    switch deed.action {
    case .dispatch, .reassign:
      guard let unit else { return }
      var duty: String?
      if deed.duty != nil, case .set(let code) = patch.duty { duty = code }
      // Back to whoever has it already, without a word on the duty: nothing to learn.
      guard unit.name != order.unit || duty != nil else { return }
      // A committee by its name is 居委会 of the list.
      let right = unit.area == nil || AssignedUnit.isCommitteeOfPlace(unit.name) ? unit.name : "居委会"
      let wrong = order.unit.flatMap { WorkOrderTransition.isSame($0, unit) ? nil : $0 }
      try writer.insertDispatchLesson(.decided, order: order.id, duty: duty, unit: right, wrong: wrong)
    case .rule where deed.ruling == .upheld && order.standing.question == .giveBack:
      guard let wrong = order.unit else { return }
      try writer.insertDispatchLesson(.returned, order: order.id, duty: nil, unit: nil, wrong: wrong)
    case .rule where deed.ruling == .overruled && order.standing.question == .giveBack, .verify, .close:
      try writer.confirmDispatch(order: order.id)
    default: return
    }
  }
}

import Kernel
import Platform

/// What may be entered about a subject; no input, no output.
package enum DeliveryRules {
  /// The most that one subject is given at once.
  package static let most = 10_000

  /// Which entry somebody believes to change.
  package enum Expected: Sendable, Equatable {
    /// Nothing has been entered yet.
    case nothing
    /// What is entered bears this version.
    case version(Int64)
    /// Whatever is there.
    case anything
  }

  /// What is to be written, with the quantity and day that go without saying.
  ///
  /// - Parameter pointer: where the delivery stands in the body.
  /// - Throws: `bad_field` with the place.
  package static func settled(
    _ delivery: Delivery, expected: Int, _ draft: CampaignDraft, today: Day, at pointer: String
  ) throws(Problem) -> Delivery {
    func bad(_ name: String, _ detail: String) -> Problem {
      Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("\(pointer)/\(name)"), detail)])
    }
    if delivery.state == .waiting { return Delivery(.waiting) }
    var settled = delivery
    switch delivery.state {
    case .given, .collected: settled.quantity = delivery.quantity ?? max(expected, 1)
    case .partly:
      guard let quantity = delivery.quantity, quantity < expected else {
        throw bad("quantity", "部分发放请填写数量，少于应发的 \(expected) 份。")
      }
    case .refused, .nobodyHome, .movedAway, .waiting:
      guard delivery.quantity == nil else { throw bad("quantity", "「\(delivery.state.title)」没有数量。") }
    }
    if let quantity = settled.quantity, !(1...most).contains(quantity) {
      throw bad("quantity", "数量应为 1 至 \(most)。")
    }
    if delivery.state == .collected {
      guard delivery.collectedBy != nil else { throw bad("collected_by", "请写明由谁代领。") }
      guard delivery.relation != nil else { throw bad("relation", "请写明代领人与住户的关系。") }
    } else if delivery.collectedBy != nil || delivery.relation != nil {
      throw bad(delivery.collectedBy == nil ? "relation" : "collected_by", "只有「他人代领」才填写代领人和关系。")
    }
    settled.on = delivery.on ?? min(today, draft.until)
    if let on = settled.on, on > today || on < draft.since || on > draft.until {
      throw bad("on", "日期应在 \(draft.since) 至 \(min(today, draft.until)) 之间。")
    }
    return settled
  }

  /// Whether there is anything to write: what says the same as the caller's own entry is one that was sent twice.
  ///
  /// - Parameters:
  ///   - shown: the delivery as its columns would hold it.
  /// - Throws: `round_over`, `version_conflict`, `already_delivered` with who has entered what.
  package static func admits(
    _ shown: Delivery, over entry: EntryRow, _ expected: Expected, by caller: Caller
  ) throws(Problem) -> Bool {
    if shown == entry.delivery, entry.version > 0, entry.by == caller.name || entry.by == nil { return false }
    guard entry.isLast else {
      throw Problem(.conflict, "round_over", "这一户已转入后一轮，请在后一轮登记。")
    }
    switch expected {
    case .anything: return true
    case .version(entry.version): return true
    case .version: throw Problem.changedMeanwhile
    case .nothing:
      guard entry.delivery.state != .waiting else { return shown.state != .waiting }
      throw alreadyDelivered(entry)
    }
  }

  private static func alreadyDelivered(_ entry: EntryRow) -> Problem {
    let amount = entry.delivery.quantity.map { " \($0) 份" } ?? ""
    let who = entry.by ?? ""
    let detail =
      "\(who) 已于 \(entry.at?.prefix(16).replacing("T", with: " ") ?? "") 登记为「\(entry.delivery.state.title)」\(amount)。"
    return Problem(
      .conflict, "already_delivered", detail + "确需更改，请用 If-Match 写明版本 \(entry.version)。",
      notes: [.init(.parameter("If-Match"), detail, suggestions: ["\"\(entry.version)\""])])
  }
}

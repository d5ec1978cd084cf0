import Foundation
import Kernel
import Platform
import WorkOrders

/// A GeoReport v2 request becomes a work order, dispatched as all others. Who: callers with `push_orders`.
package enum PostRequest {
  package struct Draft: Sendable {
    package var service: String
    package var text: String
    package var externalID: String?
    package var kind: WorkOrderKind?
    package var isUrgent = false
    package var address: String?
    package var house: Int64?
    package var place: (lat: Double, lon: Double)?
    package var firstName: String?
    package var lastName: String?
    package var phone: String?
    package var email: String?
    package var media: String?
    package var jurisdiction: String?

    package init(service: String, text: String) { (self.service, self.text) = (service, text) }
  }

  package struct Answer: Sendable {
    package let order: PushedOrder
    package let isNew: Bool
    /// Whether an e-mail address came beside a telephone number: one way to reach somebody is kept.
    package let hasLeftOutEmail: Bool
  }

  /// What such orders have as their source.
  package static let source = "open311"

  /// - Throws: `unknown_service`, `unknown_jurisdiction`, `location_missing`; as `PushWorkOrder`.
  package static func run(_ draft: Draft, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.pushOrders)
    let jurisdiction = try Jurisdiction.area(draft.jurisdiction, app: app)
    let duty = try await ReadServices.one(draft.service, app: app)
    guard draft.address != nil || draft.house != nil || draft.place != nil else {
      throw Problem(
        .invalid, "location_missing", "缺少地点：请填写 address_string、address_id，或 lat 与 long。",
        notes: [.init(.parameter("address_string"), "三者至少填一项。")])
    }
    // Systems must give a number of their own to be told twice apart; GeoReport's have none to give.
    let external = draft.externalID ?? (caller.role == .integration ? UUID().uuidString : nil)
    var order = WorkOrderDraft(
      source: source, externalID: external, kind: draft.kind ?? .request, title: duty.subcategory,
      text: draft.media.map { "\(draft.text)\n图片：\($0)" } ?? draft.text)
    (order.address, order.house, order.place) = (draft.address, draft.house, draft.place)
    order.area = jurisdiction.map { Int64($0) }
    (order.isUrgent, order.category) = (draft.isUrgent, duty.subcategory)
    order.reporterName = name(draft)
    order.reporterPhone = draft.phone ?? draft.email
    let answer = try await PushWorkOrder.run(order, caller: caller, app: app)
    return Answer(
      order: answer.order, isNew: answer.isNew, hasLeftOutEmail: draft.phone != nil && draft.email != nil)
  }

  /// 王小敏, but Ann Lee.
  private static func name(_ draft: Draft) -> String? {
    let (first, last) = (draft.firstName ?? "", draft.lastName ?? "")
    let isLatin = (first + last).unicodeScalars.allSatisfy { $0.value < 0x250 }
    let name = isLatin ? [first, last].filter { !$0.isEmpty }.joined(separator: " ") : last + first
    return name.isEmpty ? nil : name
  }
}

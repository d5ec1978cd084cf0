import Dispatching
import Domain
import Support
import UseCases

/// `StreetFixture` with two duties and somebody who pushes. Unless a test says otherwise, whatever matches a duty is
/// dispatched by itself.
struct OrdersFixture {
  static let duties = [
    Duty(
      code: "CG01", category: "市容环境", subcategory: "占道经营", keywords: [["占道"], ["摊"]], unit: "城管中队",
      coUnits: ["市场监管所"]),
    Duty(
      code: "FG01", category: "物业管理", subcategory: "房屋渗漏", keywords: [["漏水"]], unit: "房管所",
      deadlineDays: 15, urgentHours: 4),
  ]

  let street: StreetFixture
  var office: Office { street.office }
  var pusher: Caller { street.caller(.integration) }
  var boss: Caller { street.caller(.street) }
  func department(_ unit: String) -> Caller { street.caller(.department, unit: unit) }

  static func run(_ body: (OrdersFixture) async throws -> Void) async throws {
    try await StreetFixture.run { street in
      street.office.desk.replace(duties)
      street.office.desk.trust(DispatchPolicy(threshold: 0.01))
      try await body(OrdersFixture(street: street))
    }
  }

  func draft(
    _ text: String = "楼下有人占道摆摊", external: String? = "T1", _ change: (inout WorkOrderDraft) -> Void = { _ in }
  ) -> WorkOrderDraft {
    var draft = WorkOrderDraft(
      source: "12345", externalID: external, kind: .complaint, title: "市民来电", text: text)
    draft.address = "南昌路1号201室"
    change(&draft)
    return draft
  }

  func push(
    _ draft: WorkOrderDraft? = nil, by caller: Caller? = nil
  ) async throws -> PushWorkOrder.Answer {
    try await PushWorkOrder.run(draft ?? self.draft(), caller: caller ?? pusher, office: office)
  }

  func act(
    _ id: Int64, _ action: WorkOrderAction, by caller: Caller, version: Int64? = nil,
    _ change: (inout WorkOrderDeed) -> Void = { _ in }
  ) async throws {
    var deed = WorkOrderDeed(action)
    change(&deed)
    try await ActOnWorkOrder.run(id, deed, version: version, caller: caller, office: office)
  }

  func view(_ id: Int64, by caller: Caller? = nil) async throws -> GetWorkOrder.View {
    try await GetWorkOrder.run(id, caller: caller ?? boss, office: office)
  }

  /// A field of the order's page.
  func field(_ id: Int64, _ name: String) async throws -> JSONValue {
    try JSONReader.read(await view(id).json)[name] ?? .null
  }

  func state(_ id: Int64) async throws -> String {
    if case .string(let state) = try await field(id, "state") { state } else { "" }
  }
}

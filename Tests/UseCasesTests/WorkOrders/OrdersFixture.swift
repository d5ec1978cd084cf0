import Kernel
import Platform
import Support
import TextClassifier
import WorkOrders

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
  var app: AppContext { street.app }
  var pusher: Caller { Self.system(901, "hotline", street) }
  /// Another system with the same rights.
  var otherSystem: Caller { Self.system(902, "sensors", street) }
  var boss: Caller { street.caller(.street) }
  /// Somebody else of the street office.
  var deputy: Caller {
    Caller(id: 903, name: "deputy", role: .street, areas: [street.street], origin: "test")
  }
  func department(_ unit: String) -> Caller { street.caller(.department, unit: unit) }

  private static func system(_ id: Int64, _ name: String, _ street: StreetFixture) -> Caller {
    Caller(id: id, name: name, role: .integration, areas: [street.street], origin: "test")
  }

  static func run(_ body: (OrdersFixture) async throws -> Void) async throws {
    try await StreetFixture.run { street in
      street.app.dispatchService.replace(duties)
      street.app.dispatchService.trust(DispatchPolicy(threshold: 0.01))
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
    try await PushWorkOrder.run(draft ?? self.draft(), caller: caller ?? pusher, app: app)
  }

  func act(
    _ id: Int64, _ action: WorkOrderAction, by caller: Caller, version: Int64? = nil,
    _ change: (inout WorkOrderActionRequest) -> Void = { _ in }
  ) async throws {
    var deed = WorkOrderActionRequest(action)
    change(&deed)
    try await ActOnWorkOrder.run(id, deed, version: version, caller: caller, app: app)
  }

  /// Resolved by its unit, however far it has come.
  func resolve(_ id: Int64, by caller: Caller) async throws {
    if try await state(id) == "dispatched" { try await act(id, .accept, by: caller) }
    try await act(id, .resolve, by: caller) { ($0.outcome, $0.result) = (.solved, "已办理") }
  }

  func view(_ id: Int64, by caller: Caller? = nil) async throws -> GetWorkOrder.View {
    try await GetWorkOrder.run(id, caller: caller ?? boss, app: app)
  }

  /// A field of the order's page.
  func field(_ id: Int64, _ name: String) async throws -> JSONValue {
    try JSONReader.read(await view(id).json)[name] ?? .null
  }

  func state(_ id: Int64) async throws -> String {
    if case .string(let state) = try await field(id, "state") { state } else { "" }
  }
}

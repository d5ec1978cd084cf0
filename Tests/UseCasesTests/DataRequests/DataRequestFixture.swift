import DataRequests
import Kernel
import Platform
import Support
import TagIndex

/// The street of `LedgerStreet`, with those who ask for data and those who answer.
struct DataStreet: Sendable {
  let ledgers: LedgerStreet
  var street: StreetFixture { ledgers.street }
  var app: AppContext { ledgers.app }
  /// The street office.
  var asker: Caller { named("街道办", .street, at: street.street) }
  var department: Caller { named("民政办", .department, at: street.street, unit: "民政") }
  var yanzhong: Caller { named("延中书记", .secretary, at: street.yanzhong.committee) }
  var julu: Caller { named("巨鹿书记", .secretary, at: street.julu.committee) }

  static func run(_ body: (DataStreet) async throws -> Void) async throws {
    try await LedgerStreet.run { ledgers in try await body(DataStreet(ledgers: ledgers)) }
  }

  func named(_ name: String, _ role: Role, at area: Int64, unit: String? = nil) -> Caller {
    Caller(id: nil, name: name, role: role, areas: [area], unit: unit, origin: "test")
  }

  func code(_ home: StreetFixture.Home) throws -> String {
    try app.index.areas.byID[UInt32(truncatingIfNeeded: home.committee)]?.code ?? ""
  }

  /// A request that says all that it must.
  func wish(_ filter: String, change: (inout DataRequestInput) -> Void = { _ in }) -> DataRequestInput {
    var wish = DataRequestInput()
    (wish.title, wish.purpose, wish.basis) = ("高龄名册", "核对津贴", "《上海市老年人权益保障条例》第二十条")
    (wish.source, wish.subject) = (.filter(filter), .people)
    (wish.due, wish.keptUntil) = (Day("2026-11-30"), Day("2026-12-31"))
    change(&wish)
    return wish
  }

  @discardableResult
  func ask(
    _ filter: String, by caller: Caller? = nil, change: (inout DataRequestInput) -> Void = { _ in }
  ) async throws -> DataRequestView {
    try await AskForData.run(wish(filter, change: change), caller: caller ?? asker, app: app)
  }

  @discardableResult
  func say(
    _ act: AnswerDataRequest.Act, to id: Int64, by caller: Caller, reason: String? = nil, committee: String? = nil,
    version: Int64? = nil
  ) async throws -> DataRequestView {
    try await AnswerDataRequest.run(
      id, .init(act, reason: reason, committee: committee), version: version, caller: caller, app: app)
  }

  func get(_ id: Int64, by caller: Caller) async throws -> DataRequestView {
    try await GetDataRequest.run(id, caller: caller, app: app)
  }

  func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }
}

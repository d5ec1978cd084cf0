import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Support
import TagIndex

/// The street of `StreetFixture` with some more people, and words to make ledgers and runs of it with.
struct LedgerStreet: Sendable {
  let street: StreetFixture
  var app: AppContext { street.app }
  var worker: Caller { street.worker }
  /// Of both committees.
  var streetWorker: Caller { street.caller(.street) }

  static func run(_ body: (LedgerStreet) async throws -> Void) async throws {
    try await StreetFixture.run { street in try await body(LedgerStreet(street: street)) }
  }

  /// Somebody who lives in a home of the fixture from a day on.
  @discardableResult
  func settle(
    _ name: String, born: String, in home: StreetFixture.Home, since: String = "2010-01-01"
  ) async throws -> Int64 {
    try await AddPerson.run(
      .init(
        PersonDraft(
          name: name, sex: "男", birth: Day(born), source: "manual"), house: home.house,
        role: "family", since: Day(since)), caller: street.admin, app: app)
  }

  func wish(_ source: LedgerSource, _ subject: Subject? = .people) -> LedgerInput {
    var wish = LedgerInput()
    (wish.name, wish.source, wish.subject) = (.set("台账"), source, subject)
    return wish
  }

  func ledger(_ filter: String, by caller: Caller, change: (inout LedgerInput) -> Void = { _ in }) async throws -> Int64
  {
    var wish = wish(.filter(filter))
    change(&wish)
    return try await AddLedger.run(wish, caller: caller, app: app).row.id
  }

  func run(_ ledger: Int64, by caller: Caller, asOf: String? = nil) async throws -> RunView {
    try await MakeRun.run(ledger, asOf: asOf.flatMap { Day($0) }, caller: caller, app: app)
  }

  /// The rows as JSON, without what was noted.
  func rows(_ run: Int64, by caller: Caller) async throws -> [String] {
    let answer = try await ReadRunRows.run(run, cursor: nil, limit: 500, caller: caller, app: app)
    return answer.lines.map { line in
      var bytes: [UInt8] = []
      line.write(answer.view.row.draft.columns, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

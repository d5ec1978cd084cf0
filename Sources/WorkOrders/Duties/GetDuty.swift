import Kernel
import Platform
import Storage
import TextClassifier

/// One duty, also one that has ended. Who: see `ListDuties`.
package enum GetDuty {
  /// - Throws: `not_found`.
  package static func run(_ code: String, asOf day: Day?, caller: Caller, app: AppContext) async throws -> DutyView {
    try caller.must(.read)
    let day = day ?? app.clock.today
    return try await app.store.read { reader in try find(code, asOf: day, reader) }
  }

  static func find(_ code: String, asOf day: Day, _ reader: Reader) throws -> DutyView {
    guard let row = try reader.duty(code: code), let shown = row.shown(on: day) else {
      throw Problem(.notFound, "not_found", "权责清单中没有这一条。")
    }
    return DutyView(row: row, shown: shown)
  }
}

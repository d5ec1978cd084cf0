import Kernel
import Platform
import Storage
import TextClassifier

/// The responsibility list (权责清单) as of a day, by code. Who: any caller that may read; the list is the whole office's.
package enum ListDuties {
  package struct Request: Sendable {
    package var category: String?
    /// A unit that leads or helps.
    package var unit: String?
    /// A text that stands somewhere in the duty.
    package var text: String?
    /// nil: today.
    package var asOf: Day?
    /// The code after which to go on.
    package var after: String?
    package var limit = 50
    package init() {}
  }

  package struct Item: Sendable, Equatable {
    package let version: DutyVersion
    package let rowVersion: Int64
  }

  package static func run(
    _ request: Request, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [Item], next: String?) {
    try caller.must(.read)
    let day = request.asOf ?? app.clock.today
    let found = try await app.store.read { try $0.dutyVersions(on: day) }
      .filter { matches($0.version.duty, request) }
      .map { Item(version: $0.version, rowVersion: $0.rowVersion) }
    let rest = found.filter { item in request.after.map { $0 < item.version.duty.code } ?? true }
    let page = Array(rest.prefix(request.limit))
    return (found.count, page, rest.count > page.count ? page.last?.version.duty.code : nil)
  }

  private static func matches(_ duty: Duty, _ request: Request) -> Bool {
    if let category = request.category, duty.category != category { return false }
    if let unit = request.unit, duty.unit != unit, !duty.coUnits.contains(unit) { return false }
    guard let text = request.text else { return true }
    return ([duty.code] + duty.fields.map(\.text)).contains { $0.contains(text) }
  }
}

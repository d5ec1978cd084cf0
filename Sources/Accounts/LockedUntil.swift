import Kernel
import Platform

/// Until when somebody is locked out, from wherever; nil when nowhere. Needs `manage_callers`.
package enum LockedUntil {
  package static func run(_ account: Account, in app: AppContext, by caller: Caller) async throws -> Instant? {
    try caller.must(.manageCallers)
    let place = try await app.store.read { try $0.lockedPlaces(of: account.id) }
    let now = app.clock.now()
    return [place, account.lockedUntil].compactMap { $0 }.filter { now < $0 }.max()
  }
}

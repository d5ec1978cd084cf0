import Kernel
import Storage
import TagIndex

/// How strict the doors are.
package struct SecuritySettings: Sendable {
  package var passwordCost = PasswordHash.Cost.standard
  /// How long a log-in holds.
  package var sessionSeconds = 12 * 3600
  /// Log-ins that one origin may try in a minute; those that succeed do not count.
  package var triesPerMinute = 30
  /// People that one caller may be shown in full within an hour; more needs a second person's approval.
  package var revealsPerHour = 200
  /// Requests of one caller, steady; nil: as many as they like, for benchmarks.
  package var requestsPerSecond: Int? = 20_000
  /// Requests of one caller at once, after a pause.
  package var requestBurst = 40_000
  /// Where webhooks may go beyond the public internet.
  package var webhookReach = WebhookReach.publicOnly
  /// Proxies before this server, whose word counts for where a request comes from.
  package var trustedProxies: [NetworkRange] = []

  package init() {}
}

/// What the doors remember between requests, all of it in memory and gone with the process; what must outlive it
/// (lock-outs, tokens, who was revealed, the audit log) is in the store.
package final class Security: Sendable {
  package let settings: SecuritySettings
  package let authenticator: Authenticator
  package let requests: RequestLimiter
  package let passwords: PasswordWorker
  package let strangers = StrangerLocks()
  package let tries: WindowLimiter<String>

  package init(store: Store, settings: SecuritySettings = SecuritySettings()) {
    self.settings = settings
    authenticator = Authenticator(store: store)
    requests = RequestLimiter(
      perSecond: settings.requestsPerSecond, burst: settings.requestBurst, clock: store.clock)
    passwords = PasswordWorker(cost: settings.passwordCost)
    tries = WindowLimiter(limit: settings.triesPerMinute, seconds: 60)
  }
}

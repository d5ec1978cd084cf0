import Domain
import Store

/// A running street office: what every use case works with.
package struct Office: Sendable {
  package let store: Store
  package let security: Security
  package var clock: WallClock { store.clock }

  package init(store: Store, security: SecuritySettings = SecuritySettings()) {
    self.store = store
    self.security = Security(store: store, settings: security)
  }
}

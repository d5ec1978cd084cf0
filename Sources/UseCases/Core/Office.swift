import Domain
import Store

/// A running street office: what every use case works with.
package struct Office: Sendable {
  package let store: Store
  package var clock: WallClock { store.clock }

  package init(store: Store) { self.store = store }
}

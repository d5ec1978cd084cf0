import Platform

/// How far calls to other systems lag behind.
package enum WebhookBacklog {
  package static let gauges: GaugeSource = { app in
    let waiting = try await app.store.read { try $0.pendingDeliveries() }
    return [Gauge("menpai_webhook_calls_waiting", "Calls to other systems that are still to be made.", waiting)]
  }
}

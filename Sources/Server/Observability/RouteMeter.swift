import CoreMetrics
import Kernel
import Platform
import Synchronization

/// How often a route was called, with what status, and how long it took.
final class RouteMeter: Sendable {
  static let requests = "menpai_http_requests_total"
  static let seconds = "menpai_http_request_seconds"

  private let route: String
  private let metrics: PrometheusMetrics
  private let timer: Timer
  private let counters = Mutex<[Int: Counter]>([:])

  init(_ route: Route, _ metrics: PrometheusMetrics) {
    (self.route, self.metrics) = (route.doc.id, metrics)
    timer = Timer(label: Self.seconds, dimensions: [("route", route.doc.id)], factory: metrics)
  }

  func add(status: Int, took time: Duration) {
    timer.recordNanoseconds(time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000)
    counter(status).increment()
  }

  private func counter(_ status: Int) -> Counter {
    counters.withLock { counters in
      if let counter = counters[status] { return counter }
      let dimensions = [("route", route), ("status", String(status))]
      let counter = Counter(label: Self.requests, dimensions: dimensions, factory: metrics)
      counters[status] = counter
      return counter
    }
  }
}

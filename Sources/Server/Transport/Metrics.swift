import Platform
import Synchronization

/// How often each route was called, with what status, and how long it took. Numbers only: nothing of a request.
final class RouteMeter: Sendable {
  /// Upper bounds of the histogram, in seconds.
  static let bounds = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private struct Counts {
    var statuses: [Int: Int] = [:]
    var buckets = [Int](repeating: 0, count: RouteMeter.bounds.count)
    var count = 0
    var seconds = 0.0
  }

  let route: String
  private let counts = Mutex(Counts())

  init(_ route: Route) { self.route = route.doc.id }

  func add(status: Int, took time: Duration) {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    counts.withLock { counts in
      counts.statuses[status, default: 0] += 1
      counts.count += 1
      counts.seconds += seconds
      if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts.buckets[bucket] += 1 }
    }
  }

  /// Lines of the two families: requests by status, and the histogram.
  var lines: (requests: [String], durations: [String]) {
    let counts = counts.withLock { $0 }
    guard counts.count > 0 else { return ([], []) }
    let requests = counts.statuses.sorted { $0.key < $1.key }.map { status, count in
      "menpai_http_requests_total{route=\"\(route)\",status=\"\(status)\"} \(count)"
    }
    var (durations, sum): ([String], Int) = ([], 0)
    for (bound, count) in zip(Self.bounds, counts.buckets) {
      sum += count
      durations.append("menpai_http_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
    }
    durations.append("menpai_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(counts.count)")
    durations.append("menpai_http_request_seconds_sum{route=\"\(route)\"} \(counts.seconds)")
    durations.append("menpai_http_request_seconds_count{route=\"\(route)\"} \(counts.count)")
    return (requests, durations)
  }
}

/// The numbers of the whole process in Prometheus' text format, version 0.0.4.
final class Metrics: Sendable {
  private let meters = Mutex<[RouteMeter]>([])
  private let start = ContinuousClock.now

  func meter(for route: Route) -> RouteMeter {
    let meter = RouteMeter(route)
    meters.withLock { $0.append(meter) }
    return meter
  }

  /// - Parameters:
  ///   - generation: of the index; nil while it is being built.
  ///   - sizes: how many rows there are of each kind; empty for whoever may not know.
  func text(generation: UInt64?, sizes: [(kind: String, count: Int)]) -> String {
    let lines = meters.withLock { $0 }.map(\.lines)
    var families: [(name: String, type: String, lines: [String])] = [
      ("menpai_http_requests_total", "counter", lines.flatMap(\.requests)),
      ("menpai_http_request_seconds", "histogram", lines.flatMap(\.durations)),
      ("menpai_ready", "gauge", ["menpai_ready \(generation == nil ? 0 : 1)"]),
      ("menpai_uptime_seconds", "gauge", ["menpai_uptime_seconds \((ContinuousClock.now - start).components.seconds)"]),
    ]
    if let generation {
      families.append(("menpai_index_generation", "counter", ["menpai_index_generation \(generation)"]))
    }
    if !sizes.isEmpty {
      families.append(("menpai_rows", "gauge", sizes.map { "menpai_rows{kind=\"\($0.kind)\"} \($0.count)" }))
    }
    if let bytes = ProcessMemory.resident {
      families.append(("process_resident_memory_bytes", "gauge", ["process_resident_memory_bytes \(bytes)"]))
    }
    return families.filter { !$0.lines.isEmpty }.map { family in
      "# TYPE \(family.name) \(family.type)\n" + family.lines.joined(separator: "\n") + "\n"
    }.joined()
  }
}

import CoreMetrics
import Synchronization

/// What is counted in this process, as swift-metrics wants it, in Prometheus' text format (version 0.0.4). Numbers only: names
/// and values of dimensions come from the program, never from a request or a row.
///
///     app.metrics.count("menpai_logins_total", ("outcome", "wrong"))
package final class PrometheusMetrics: MetricsFactory {
  private struct Name: Hashable {
    let label: String
    let dimensions: String
  }

  private enum Kind: String {
    case counter, gauge, histogram
  }

  private struct State {
    var series: [Name: Series] = [:]
    var kinds: [String: Kind] = [:]
    var help: [String: String] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// Says what a name means: the HELP line of all that is counted under it.
  package func describe(_ label: String, _ help: String) { state.withLock { $0.help[label] = help } }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, dimensions, .counter)
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler { series(label, dimensions, .counter) }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions, .gauge)
  }

  package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    series(label, dimensions, aggregate ? .histogram : .gauge)
  }

  /// A histogram in seconds.
  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, dimensions, .histogram)
  }

  /// What was counted stays: a counter never falls.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  /// One more.
  package func count(_ label: String, _ dimensions: (String, String)...) {
    Counter(label: label, dimensions: dimensions, factory: self).increment()
  }

  private func series(_ label: String, _ dimensions: [(String, String)], _ kind: Kind) -> Series {
    let text = dimensions.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    return state.withLock { state in
      state.kinds[label] = kind
      let name = Name(label: label, dimensions: text)
      if let series = state.series[name] { return series }
      let series = Series(isGauge: kind == .gauge)
      state.series[name] = series
      return series
    }
  }

  /// - Parameter gauges: what is looked at now and not counted.
  package func text(_ gauges: [Gauge] = []) -> String {
    let state = state.withLock { $0 }
    var families: [String: (kind: Kind, lines: [String])] = [:]
    for (name, series) in state.series {
      let kind = state.kinds[name.label] ?? .gauge
      let lines = Self.lines(name, kind, series.value)
      families[name.label, default: (kind, [])].lines += lines
    }
    var help = state.help
    for gauge in gauges {
      help[gauge.name] = gauge.help
      let kind = gauge.isCounter ? Kind.counter : .gauge
      let dimensions = gauge.dimensions.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
      families[gauge.name, default: (kind, [])].lines.append(
        Self.line(gauge.name, dimensions, Self.written(gauge.value)))
    }
    return families.sorted { $0.key < $1.key }.filter { !$0.value.lines.isEmpty }.map { name, family in
      (help[name].map { "# HELP \(name) \($0)\n" } ?? "") + "# TYPE \(name) \(family.kind.rawValue)\n"
        + family.lines.joined(separator: "\n") + "\n"
    }.joined()
  }

  private static func lines(_ name: Name, _ kind: Kind, _ value: Series.Value) -> [String] {
    guard kind == .histogram else { return [line(name.label, name.dimensions, written(value.sum))] }
    guard value.count > 0 else { return [] }
    let comma = name.dimensions.isEmpty ? "" : ","
    var (lines, below): ([String], Int) = ([], 0)
    for (bound, count) in zip(Series.bounds, value.buckets) {
      below += count
      lines.append(line(name.label + "_bucket", "\(name.dimensions)\(comma)le=\"\(bound)\"", String(below)))
    }
    lines.append(line(name.label + "_bucket", "\(name.dimensions)\(comma)le=\"+Inf\"", String(value.count)))
    lines.append(line(name.label + "_sum", name.dimensions, String(value.sum)))
    lines.append(line(name.label + "_count", name.dimensions, String(value.count)))
    return lines
  }

  private static func line(_ name: String, _ dimensions: String, _ value: String) -> String {
    dimensions.isEmpty ? "\(name) \(value)" : "\(name){\(dimensions)} \(value)"
  }

  private static func written(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? String(value)
  }
}

/// Something that is looked at when it is asked for: a length, a size.
package struct Gauge: Sendable {
  let name: String
  let help: String
  let value: Double
  let dimensions: [(name: String, value: String)]
  /// Whether it never falls.
  let isCounter: Bool

  package init(
    _ name: String, _ help: String, _ value: some BinaryInteger, _ dimensions: [(name: String, value: String)] = [],
    isCounter: Bool = false
  ) {
    (self.name, self.help, self.value) = (name, help, Double(value))
    (self.dimensions, self.isCounter) = (dimensions, isCounter)
  }
}

/// What a feature has to show of itself: queues, backlogs, sizes.
package typealias GaugeSource = @Sendable (AppContext) async throws -> [Gauge]

/// One counter, gauge or histogram.
private final class Series: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
  /// Upper bounds of a histogram, in seconds.
  static let bounds = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  struct Value {
    var sum = 0.0
    var count = 0
    var buckets = [Int](repeating: 0, count: Series.bounds.count)
  }

  private let isGauge: Bool
  private let held = Mutex(Value())
  var value: Value { held.withLock { $0 } }

  init(isGauge: Bool) { self.isGauge = isGauge }

  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) { held.withLock { $0.sum += amount } }
  func decrement(by amount: Double) { increment(by: -amount) }
  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { held.withLock { $0.sum = value } }
  func record(_ value: Int64) { record(Double(value)) }
  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func reset() { held.withLock { $0 = Value() } }

  func record(_ value: Double) {
    guard !isGauge else { return set(value) }
    held.withLock { held in
      held.sum += value
      held.count += 1
      if let bucket = Self.bounds.firstIndex(where: { value <= $0 }) { held.buckets[bucket] += 1 }
    }
  }
}

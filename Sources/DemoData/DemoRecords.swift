import Kernel

/// A value of a record's field.
enum DemoValue {
  case text(String), number(Int), day(Day), flag(Bool)

  /// As JSON; the invented texts hold nothing that needs escaping.
  var json: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): String(number)
    case .day(let day): "\"\(day)\""
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

typealias DemoFields = [(name: String, value: DemoValue)]

extension DemoScene {
  /// Everything that the overlays know, in a fixed order.
  mutating func keepRecords() {
    keepRecordsOfPeople()
    keepRecordsOfElders()
    keepRecordsOfNewcomers()
    keepRecordsOfFaults()
    keepRecordsOfHomes()
    keepRecordsOfTenancies()
    keepRecordsOfShops()
    keepRecordsOfBuildings()
  }

  /// Adds a record; does nothing where there is no such dataset.
  mutating func record(
    _ dataset: String, _ subject: DemoSubject, source: String = "条线台账",
    _ fields: (inout DemoRandom, Day) -> DemoFields
  ) {
    guard let id = catalogue.datasets[dataset] else { return }
    let parts = fields(&random, asOf).map { "\"\($0.name)\":\($0.value.json)" }
    batch.records.append(
      DemoRecord(
        dataset: id, subject: subject, data: "{" + parts.joined(separator: ",") + "}", source: source,
        updated: confirmed()))
  }
}

extension DemoRandom {
  /// A day so many days before `asOf`; negative is after it.
  mutating func day(_ asOf: Day, ago: ClosedRange<Int>) -> DemoValue { .day(asOf.adding(days: -int(ago))) }

  mutating func text(_ words: [String]) -> DemoValue { .text(pick(words)) }
}

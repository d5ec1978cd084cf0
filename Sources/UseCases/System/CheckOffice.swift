import Domain
import Filter
import Store
import TagIndex

/// Whether the database is whole, nobody has touched the audit log, and the index says what the tables say.
///
/// Only the operator at the console calls it; it reads everything and writes nothing.
package enum CheckOffice {
  /// - Parameter progress: told what is looked at.
  /// - Returns: what is wrong, a line each; empty when nothing is.
  package static func run(office: Office, progress: (String) -> Void) async throws -> [String] {
    progress("file and foreign keys")
    var findings = try await office.store.read { try $0.integrityFaults() }
    progress("audit chain")
    let chain = try await office.store.read { try $0.auditChain() }
    if let broken = chain.firstBroken { findings.append("audit: row \(broken) does not follow the one before it") }
    progress("sealed numbers")
    let unsealable = try await office.store.read { try $0.unsealableCount(sample: 2000) }
    if unsealable > 0 { findings.append("sealed numbers: \(unsealable) of a sample do not open") }
    progress("rules")
    let day = office.clock.today
    findings += try await office.store.read { try $0.ruleFaults(on: day) + $0.reusedIDs() }
    progress("index against tables")
    try await office.open()
    findings += try await compare(office)
    return findings
  }

  private static func compare(_ office: Office) async throws -> [String] {
    let (index, day) = (try office.index, office.clock.today)
    var findings: [String] = []
    func expect(_ what: String, _ subject: Subject, _ expression: Filter.Expression, _ tables: Int) throws {
      let found = try index.index.select(Query(subject, expression, asOf: day)).total
      if found != tables { findings.append("\(what): index \(found), tables \(tables)") }
    }
    let counts = try await office.store.read { try $0.subjectCounts(on: day) }
    for (kind, count) in counts {
      if let subject = Subject(word: kind.rawValue) { try expect(kind.rawValue, subject, .everything, count) }
    }
    let tagged = try await office.store.read { try $0.taggedCounts(on: day) }
    for tag in index.tags where tag.rule == nil {
      try expect("tag \(tag.code)", Subject(tag.subject), .tag(code: tag.code), tagged[tag.id] ?? 0)
    }
    let frequent = index.tags.filter { $0.rule == nil && $0.subject == .person && (tagged[$0.id] ?? 0) > 0 }
      .sorted { (tagged[$0.id] ?? 0, $0.code) > (tagged[$1.id] ?? 0, $1.code) }.prefix(4)
    for (first, second) in zip(frequent, frequent.dropFirst()) {
      let both = try await office.store.read { try $0.taggedCount(both: first.id, second.id, on: day) }
      try expect(
        "\(first.code) and \(second.code)", .people, .and([.tag(code: first.code), .tag(code: second.code)]), both)
    }
    let alone = try await office.store.read { try $0.elderAloneCount(age: 80, on: day) }
    try expect(
      "80 and alone", .people,
      .and([
        .field(.age, .compare(.greaterOrEqual, .number(80))),
        .related(.any, .house, .count(.residents, .everything, .equal, 1)),
      ]), alone)
    return findings
  }
}

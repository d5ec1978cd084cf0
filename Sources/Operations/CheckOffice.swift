import FilterLanguage
import Kernel
import Platform
import TagIndex

/// Whether the database is whole, nobody has touched the audit log, everything sealed opens where it lies, the rows keep
/// the rules, and the index says what the tables say.
///
/// Only the operator at the console calls it; it reads everything and writes nothing.
package enum CheckOffice {
  /// What no check of the file alone can know, for those who read the answer.
  package static let notChecked = [
    "whether the whole file was put back to an older state: compare the audit head with one noted elsewhere "
      + "(--audit-head)",
    "what is not sealed (names, addresses, texts without numbers, deadlines): the audit log says who changed it, not that "
      + "nobody did",
    "whether backups can be read: menpai restore --from BACKUP --database NEW",
  ]

  /// - Parameters:
  ///   - noted: an audit head that was noted elsewhere: its row must still be there as it was.
  ///   - progress: told what is looked at.
  /// - Returns: what is wrong, a line each; empty when nothing is.
  package static func run(
    app: AppContext, noted: String? = nil, progress: (String) -> Void
  ) async throws -> [String] {
    progress("file and foreign keys")
    var findings = try await app.store.read { try $0.integrityFaults() }
    progress("audit chain")
    let chain = try await app.store.read { try $0.auditChain() }
    if let broken = chain.firstBroken {
      findings.append(
        broken > chain.rows
          ? "audit: rows are missing after row \(chain.rows)" : "audit: row \(broken) does not follow the one before it"
      )
    }
    if let noted {
      switch try await app.store.read({ try $0.holdsAuditHead(noted) }) {
      case true?: break
      case false?: findings.append("audit: the row noted as \(noted) is not there, or not as it was")
      case nil: findings.append("audit: \(noted) is no audit head; it should look like 12:0123456789abcdef")
      }
    }
    progress("sealed values")
    findings += try await app.store.sealedFaults()
    progress("attachments")
    findings += try await app.store.attachmentFaults()
    progress("rules")
    let day = app.clock.today
    findings += try await app.store.read { try $0.ruleFaults(on: day) + $0.reusedIDs() }
    progress("rights against the audit log, texts")
    findings += try await app.store.read { try $0.rightsFaults() + $0.plainTextFaults() }
    progress("index against tables")
    try await app.open()
    findings += try await compare(app)
    findings += try rules(app)
    return findings
  }

  /// Tags whose rules cannot be asked: an area was renamed, a dataset edited, a tag retired.
  private static func rules(_ app: AppContext) throws -> [String] {
    try app.index.index.faults.sorted { $0.key < $1.key }.map { code, fault in
      "tag \(code): its rule cannot be asked (\(fault.code)): \(fault.detail) Mend the rule, or `menpai tag retire \(code)`."
    }
  }

  private static func compare(_ app: AppContext) async throws -> [String] {
    let (index, day) = (try app.index, app.clock.today)
    var findings: [String] = []
    func expect(_ what: String, _ subject: Subject, _ expression: FilterLanguage.Expression, _ tables: Int) throws {
      let query = Query(subject, expression, asOf: day)
      let found = try index.index.select(query, budget: WorkBudget(.unbounded)).total
      if found != tables { findings.append("\(what): index \(found), tables \(tables)") }
    }
    let counts = try await app.store.read { try $0.subjectCounts(on: day) }
    for (kind, count) in counts {
      if let subject = Subject(word: kind.rawValue) { try expect(kind.rawValue, subject, .everything, count) }
    }
    let tagged = try await app.store.read { try $0.taggedCounts(on: day) }
    for tag in index.tags where tag.rule == nil {
      try expect("tag \(tag.code)", Subject(tag.subject), .tag(code: tag.code), tagged[tag.id] ?? 0)
    }
    let frequent = index.tags.filter { $0.rule == nil && $0.subject == .person && (tagged[$0.id] ?? 0) > 0 }
      .sorted { (tagged[$0.id] ?? 0, $0.code) > (tagged[$1.id] ?? 0, $1.code) }.prefix(4)
    for (first, second) in zip(frequent, frequent.dropFirst()) {
      let both = try await app.store.read { try $0.taggedCount(both: first.id, second.id, on: day) }
      try expect(
        "\(first.code) and \(second.code)", .people, .and([.tag(code: first.code), .tag(code: second.code)]), both)
    }
    let alone = try await app.store.read { try $0.elderAloneCount(age: 80, on: day) }
    try expect(
      "80 and alone", .people,
      .and([
        .field(.age, .compare(.greaterOrEqual, .number(80))),
        .related(.any, .house, .count(.residents, .everything, .equal, 1)),
      ]), alone)
    return findings
  }
}

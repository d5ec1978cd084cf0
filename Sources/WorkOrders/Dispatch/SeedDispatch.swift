import Kernel
import Platform
import TextClassifier

/// Takes in a labelled history for dispatch to learn from. Who: callers that keep the duty list.
package enum SeedDispatch {
  /// A line of it.
  package struct Row: Sendable {
    /// Where it stands in the file, from 1.
    package let line: Int
    package let text: String
    /// A duty's code, or the name of a unit that leads one.
    package let label: String

    package init(line: Int, text: String, label: String) { (self.line, self.text, self.label) = (line, text, label) }
  }

  package struct Refused: Sendable, Encodable, Equatable {
    package let line: Int
    package let detail: String

    package init(line: Int, detail: String) { (self.line, self.detail) = (line, detail) }
  }

  package struct Report: Sendable {
    /// Lines that are new, and lines that were there already.
    package var (added, known): (Int, Int) = (0, 0)
    package var refused: [Refused] = []
  }

  /// How many go into one transaction.
  private static let group = 500

  /// Lines that cannot be used are named, the others taken; a second time it changes nothing.
  package static func run(_ rows: [Row], caller: Caller, app: AppContext) async throws -> Report {
    try caller.must(.manageDuties)
    let today = app.clock.today
    let duties = try await app.store.read { try $0.duties(on: today) }
    let units = Dictionary(duties.map { ($0.code, $0.unit) }, uniquingKeysWith: { first, _ in first })
    let known = Set(duties.filter { !$0.isFallback }.map(\.unit))
    var report = Report()
    var good: [(text: String, duty: String?, unit: String)] = []
    for row in rows {
      let label = row.label.precomposedStringWithCanonicalMapping
      if !row.text.contains(where: \.isLetter) {
        report.refused.append(Refused(line: row.line, detail: "没有文字"))
      } else if let unit = units[label] {
        good.append((row.text, label, unit))
      } else if known.contains(label) {
        good.append((row.text, nil, label))
      } else {
        report.refused.append(Refused(line: row.line, detail: "权责清单里没有「\(label)」这个编号或单位"))
      }
    }
    for start in stride(from: 0, to: good.count, by: group) {
      let part = Array(good[start..<min(start + group, good.count)])
      report.added += try await app.store.write { writer in
        try part.count { try writer.seedDispatchLesson(text: $0.text, duty: $0.duty, unit: $0.unit) }
      }
    }
    report.known = good.count - report.added
    let (added, refused) = (report.added, report.refused.count)
    try await app.store.write { writer in
      try writer.audit(
        caller,
        AuditEntry(
          "dispatch.seed",
          changes: [
            .init("added", before: nil, after: String(added)), .init("refused", before: nil, after: String(refused)),
          ]))
    }
    return report
  }
}

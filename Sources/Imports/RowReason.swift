import Kernel

/// Why a row is as it is: what, in which column, in words for people. Holds nothing of other rows, and no full number.
package struct RowReason: Sendable, Equatable, Codable {
  package let code: String
  package let column: String?
  package let detail: String

  package init(_ code: String, _ column: String?, _ detail: String) {
    (self.code, self.column, self.detail) = (code, column, detail)
  }
}

/// How many rows have a reason, and the first of them.
package struct ImportReasonCount: Sendable, Equatable, Encodable {
  package let code: String
  package let column: String?
  /// One of the sentences, where they differ.
  package let detail: String
  package let status: ImportRowStatus
  package let count: Int
  package let firstRow: Int

  private enum CodingKeys: String, CodingKey {
    case code, column, detail, status, count
    case firstRow = "first_row"
  }
}

extension RowReason {
  /// Whether the row's own text must be put right before it can be taken in, whatever a person decides.
  package var needsCorrection: Bool { Self.corrections.contains(code) }

  /// Whether it is about where the row belongs: then nobody can be merged with it before that is known.
  package var isOfPlace: Bool { code.hasPrefix("address_") || code == "part_of_building" }

  private static let corrections: Set<String> = [
    "part_of_building",
    "address_unread", "address_several", "address_ambiguous", "name_masked", "name_several", "name_remark",
    "name_deceased", "name_digits", "name_sign",
  ]
}

/// What reading a row has found out: every reason, and how far the row may go with them.
package struct RowFindings: Sendable, Equatable {
  /// From harmless to hopeless.
  package enum Verdict: Int, Sendable, Comparable {
    case sound, review, rejected
    package static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
  }
  package private(set) var reasons: [RowReason] = []
  package private(set) var verdict = Verdict.sound

  package init() {}

  package mutating func add(_ verdict: Verdict, _ code: String, _ column: String?, _ detail: String) {
    let reason = RowReason(code, column, detail)
    if !reasons.contains(reason) { reasons.append(reason) }
    self.verdict = max(self.verdict, verdict)
  }

  /// Sends the row to a person.
  package mutating func add(_ doubt: RowReason) { add(.review, doubt.code, doubt.column, doubt.detail) }

  /// Refuses the row for what a rule says, in the column that the rule names.
  package mutating func refuse(_ row: RowCells, _ problem: Problem) {
    var column: String?
    if case .pointer(let pointer)? = problem.notes.first?.place {
      column = ImportField(rawValue: String(pointer.dropFirst())).map(row.header)
    }
    add(.rejected, problem.code, column, problem.detail)
  }
}

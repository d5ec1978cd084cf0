import Kernel
import Sheets

/// Where a roster stands on its way in.
package enum ImportState: String, Sendable, CaseIterable, Codable {
  case reading, matching, review, applying, done, cancelled, failed

  /// Whether there is work to go on with, after a crash too.
  package var isRunning: Bool { [.reading, .matching, .applying].contains(self) }
}

/// What a row would do, or has done once it is applied.
package enum ImportRowStatus: String, Sendable, CaseIterable, Codable {
  case pending, create, update, unchanged, review, rejected
}

/// As whom the rows are applied: the rights and areas at the time of upload.
package struct ImportScope: Sendable, Equatable, Codable {
  package var role: Role
  package var areas: [Int64]
  package var origin: String
  package var unit: String?
  /// What the caller had shown: with the token of another system the import ends too.
  package var credential: Caller.Credential?

  package init(_ caller: Caller) {
    (role, areas, origin) = (caller.role, caller.areas, caller.origin)
    (unit, credential) = (caller.unit, caller.credential)
  }

  /// Whoever uploaded it, as they were then.
  package func caller(id: Int64?, name: String) -> Caller {
    Caller(id: id, name: name, role: role, areas: areas, unit: unit, origin: origin, credential: credential)
  }
}

/// A roster on its way in, without its rows.
package struct ImportJob: Sendable, Equatable {
  package var id: Int64
  package var subject: ImportSubject
  package var state: ImportState
  package var fileName: String
  /// The area that the roster is of.
  package var area: Int64?
  package var dryRun: Bool
  /// Whether what is sure is applied without being asked.
  package var autoApply: Bool
  /// Empty until the header row has been read.
  package var headers: [String]
  /// Header to field: what was asked for until the header row has been read, then what was found.
  package var mapping: [String: String]
  package var source: String
  /// The sheet that was asked for, then the one that is read; empty for a text file.
  package var sheet: String
  package var layout: ImportLayout
  package var asOf: Day
  package var callerID: Int64?
  package var callerName: String
  package var scope: ImportScope
  /// Why it failed.
  package var problem: String?
  package var rowsRead: Int
  package var madeAt: String
  package var updatedAt: String

  package init(
    id: Int64 = 0, subject: ImportSubject, state: ImportState = .reading, fileName: String, area: Int64?,
    dryRun: Bool, autoApply: Bool, headers: [String] = [], mapping: [String: String] = [:], source: String = "",
    sheet: String = "", layout: ImportLayout = ImportLayout(), asOf: Day, caller: Caller, scope: ImportScope? = nil,
    problem: String? = nil, rowsRead: Int = 0,
    madeAt: String = "", updatedAt: String = ""
  ) {
    (self.id, self.subject, self.state, self.fileName, self.area) = (id, subject, state, fileName, area)
    (self.dryRun, self.autoApply, self.headers, self.mapping) = (dryRun, autoApply, headers, mapping)
    (self.source, self.asOf, callerID, callerName) = (source, asOf, caller.id, caller.name)
    (self.sheet, self.layout) = (sheet, layout)
    (self.scope, self.problem, self.rowsRead) = (scope ?? ImportScope(caller), problem, rowsRead)
    (self.madeAt, self.updatedAt) = (madeAt, updatedAt)
  }

  /// Whoever uploaded it, as they were then.
  package var caller: Caller {
    scope.caller(id: callerID, name: callerName)
  }

  package var columnMap: ColumnMap {
    var (columns, refused): ([ImportField: Int], Set<Int>) = ([:], [])
    for (header, name) in mapping {
      guard let column = headers.firstIndex(of: header) else { continue }
      if name.isEmpty { refused.insert(column) }
      if let field = ImportField(rawValue: name) { columns[field] = column }
    }
    return ColumnMap(headers: headers, columns: columns, refused: refused)
  }
}

/// How many rows there are, and what becomes of them. `read` is the sum of the others once every row is decided.
package struct ImportCounts: Sendable, Equatable, Codable {
  package var read = 0
  package var created = 0
  package var updated = 0
  package var unchanged = 0
  package var review = 0
  package var rejected = 0

  package init() {}

  package func count(_ status: ImportRowStatus) -> Int {
    switch status {
    case .create: created
    case .update: updated
    case .unchanged: unchanged
    case .review: review
    case .rejected: rejected
    case .pending: read - created - updated - unchanged - review - rejected
    }
  }

  package mutating func add(_ status: ImportRowStatus, _ count: Int) {
    read += count
    switch status {
    case .create: created += count
    case .update: updated += count
    case .unchanged: unchanged += count
    case .review: review += count
    case .rejected: rejected += count
    case .pending: break
    }
  }
}

/// What a person decides about a row in review.
package struct RowDecision: Sendable, Equatable, Codable {
  package enum Action: String, Sendable, Codable { case create, merge, skip }
  package let action: Action
  package let subjectID: Int64?

  package init(_ action: Action, subjectID: Int64? = nil) { (self.action, self.subjectID) = (action, subjectID) }

  private enum CodingKeys: String, CodingKey {
    case action
    case subjectID = "subject_id"
  }
}

/// A row as it lies in the database, opened.
package struct StagedRow: Sendable, Equatable {
  package var n: Int
  package var status: ImportRowStatus
  package var applied: Bool
  package var cells: [String]
  /// What the file's reader found odd about cells, by column from 0.
  package var notes: [Int: CellNote]
  /// Why the file's reader could not use the row.
  package var fault: String?
  package var subjectID: Int64?
  package var candidates: [Int64]
  package var reasons: [RowReason]
  package var decision: RowDecision?

  package init(
    n: Int, status: ImportRowStatus = .pending, applied: Bool = false, cells: [String],
    notes: [Int: CellNote] = [:], fault: String? = nil, subjectID: Int64? = nil, candidates: [Int64] = [],
    reasons: [RowReason] = [], decision: RowDecision? = nil
  ) {
    (self.n, self.status, self.applied, self.cells) = (n, status, applied, cells)
    (self.notes, self.fault) = (notes, fault)
    (self.subjectID, self.candidates, self.reasons, self.decision) = (subjectID, candidates, reasons, decision)
  }
}

/// What has been decided about a row.
package struct RowOutcome: Sendable, Equatable {
  package var status: ImportRowStatus
  package var subjectID: Int64?
  package var candidates: [Int64]
  package var reasons: [RowReason]

  package init(
    _ status: ImportRowStatus, subjectID: Int64? = nil, candidates: [Int64] = [], reasons: [RowReason] = []
  ) {
    (self.status, self.subjectID, self.candidates, self.reasons) = (status, subjectID, candidates, reasons)
  }
}

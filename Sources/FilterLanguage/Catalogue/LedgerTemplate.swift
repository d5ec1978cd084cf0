import Kernel

/// A ledger (台账) that committees keep, ready to be taken over: a row of `schema/reference/ledgers.csv`.
package struct LedgerTemplate: Hashable, Sendable {
  /// A column that is empty at first and filled in by hand or by ticking.
  package struct Note: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
      /// Done or not.
      case tick
      /// Done or not; a tick notes a visit.
      case visit
      case text
    }

    /// Lower-case ASCII, unique in its ledger.
    package var name: String
    package var title: String
    package var kind: Kind
  }

  /// How often it is made by itself.
  package enum Schedule: String, Sendable, CaseIterable, Codable { case daily, weekly, monthly, quarterly }

  package var code: String
  package var name: String
  /// 条线: whose line of work it belongs to.
  package var line: String
  package var subject: Subject
  /// The question as people say it, which `Asking` reads to `filter`.
  package var sentence: String
  /// The question in the filter language.
  package var filter: String
  /// Columns of the subject's rows, or computed ones: `age`, `turns(90)`, `days_until(due)`, `housemates`,
  /// `tags(老龄)`, `last_visited`, and the parts of the address.
  package var columns: [String]
  package var notes: [Note]
  /// As the API writes it: `age.desc,name`.
  package var sort: String
  /// Those of the columns under whose values the rows stand together.
  package var groupBy: [String]
  /// Who wants to have it.
  package var askedBy: String
  /// Nil when it is made on demand.
  package var schedule: Schedule?
  /// What it is for, its legal ground, and what to mind.
  package var about: String

  package init(row: [String: String]) throws(Problem) {
    let code = row["code"] ?? ""
    func broken() -> Problem { Problem(.invalid, "reference_table", "台账模板“\(code)”这一行不完整") }
    func list(_ name: String) -> [String] { (row[name] ?? "").split(separator: "|").map(String.init) }
    guard FilterWords.isName(code), let subject = Subject(word: row["subject"] ?? ""),
      let name = row["name"], let sentence = row["sentence"], let filter = row["filter"], let sort = row["sort"],
      ![name, sentence, filter, sort].contains(""), let every = row["schedule"]
    else { throw broken() }
    (self.code, self.name, self.subject) = (code, name, subject)
    (self.sentence, self.filter, self.sort) = (sentence, filter, sort)
    line = row["line"] ?? ""
    columns = list("columns")
    groupBy = list("group_by")
    askedBy = row["asked_by"] ?? ""
    about = row["about"] ?? ""
    schedule = Schedule(rawValue: every)
    notes = try list("notes").map { part throws(Problem) in
      guard let note = Note(part) else { throw broken() }
      return note
    }
    guard !columns.isEmpty, every.isEmpty || schedule != nil else { throw broken() }
  }
}

extension LedgerTemplate.Note {
  /// `signed:签收:text`.
  fileprivate init?(_ text: String) {
    let cells = text.split(separator: ":").map(String.init)
    guard cells.count == 3, FilterWords.isName(cells[0]), let kind = Kind(rawValue: cells[2]) else { return nil }
    self.init(name: cells[0], title: cells[1], kind: kind)
  }
}

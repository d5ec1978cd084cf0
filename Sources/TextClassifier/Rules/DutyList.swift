import Kernel

/// The responsibility list as a table: `schema/reference/duties.csv`, with which a new database begins.
package enum DutyList {
  /// The duties in the order of the file. Throws `.invalid`, code `reference_table`, with the row that is wrong.
  package static func read(_ text: String) throws(Problem) -> [Duty] {
    var known: Set<String> = []
    return try ReferenceTable.rows(text).map { row throws(Problem) in
      let duty = try Duty(row: row)
      guard known.insert(duty.code).inserted else { throw broken(duty.code, "的编号重复") }
      return duty
    }
  }

  /// Alternatives divided by `|`, words that must all be there by `+`, and words that do instead of each other by `/`:
  /// `狗+不牵/没牵` is `狗+不牵|狗+没牵`. The reverse is not kept; a list that came from here is written out in full.
  package static func keywords(_ text: String) -> [[String]] {
    text.split(separator: "|").flatMap { alternative in
      alternative.split(separator: "+").reduce([[]]) { sofar, part in
        let words = part.split(separator: "/").map(String.init)
        return sofar.flatMap { start in words.map { start + [$0] } }
      }
    }
  }

  /// How people say what falls under each duty, by its code: `schema/reference/sayings.csv`. Throws as `read` does.
  package static func sayings(_ text: String) throws(Problem) -> [String: [String]] {
    var sayings: [String: [String]] = [:]
    for row in try ReferenceTable.rows(text) {
      let (code, said) = (row["code"] ?? "", (row["sayings"] ?? "").split(separator: "|").map(String.init))
      guard !code.isEmpty, !said.isEmpty, sayings.updateValue(said, forKey: code) == nil else {
        throw broken(code, "的说法缺失或重复")
      }
    }
    return sayings
  }

  fileprivate static func broken(_ code: String, _ why: String) -> Problem {
    Problem(.invalid, "reference_table", "职责清单“\(code)”\(why)")
  }
}

extension Duty {
  fileprivate init(row: [String: String]) throws(Problem) {
    let cell = { row[$0] ?? "" }
    let list = { cell($0).split(separator: "|").map(String.init) }
    let keywords = DutyList.keywords(cell("keywords"))
    guard let basisKind = BasisKind(rawValue: cell("basis_kind")), let level = Level(rawValue: cell("level")),
      let days = Int(cell("deadline_days")), (0...365).contains(days), !cell("code").isEmpty, !cell("unit").isEmpty,
      !cell("category").isEmpty, !cell("subcategory").isEmpty, !keywords.isEmpty,
      cell("urgent_hours").isEmpty || Int(cell("urgent_hours")) != nil
    else { throw DutyList.broken(cell("code"), "这一行不完整") }
    self.init(
      code: cell("code"), category: cell("category"), subcategory: cell("subcategory"), keywords: keywords,
      unless: list("unless"), unit: cell("unit"), coUnits: list("co_units"), basis: cell("basis"),
      basisKind: basisKind, level: level, deadlineDays: days, urgentHours: Int(cell("urgent_hours")))
  }
}

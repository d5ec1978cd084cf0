import Analytics
import FilterLanguage
import Kernel
import Platform
import Questions
import Registry

/// The dearest questions that somebody may ask, for `menpai bench cost`: what each costs on this street, and whether it was
/// answered or refused. Whoever finds a dearer one adds it here.
package struct CostBench: Sendable {
  package struct Line: Sendable {
    package let name: String
    package let took: Duration
    /// How many rows answer, or the code of the refusal.
    package let outcome: String
  }

  private let app: AppContext
  private let caller: Caller

  /// - Parameter caller: whose questions they are.
  package init(app: AppContext, caller: Caller = .operatorAtConsole) { (self.app, self.caller) = (app, caller) }

  /// Asks all of them, one after the other.
  package func run() async throws -> [Line] {
    var lines: [Line] = []
    for question in HostileQuestions.all {
      lines.append(
        try await measured("\(question.subject.word): \(question.name)") {
          try await Search.run(
            .init(
              SearchQuestion(question.subject, where: .text(question.text), asOf: question.asOf), sort: question.sort,
              limit: 500), caller: caller, app: app
          ).total ?? 0
        })
    }
    for (name, subject, by, asOf) in HostileQuestions.facets {
      lines.append(
        try await measured("\(subject.word) facets: \(name)") {
          try await CountFacets.run(
            SearchQuestion(subject, where: .text(""), asOf: asOf), by: by, caller: caller, app: app
          ).facets.count
        })
    }
    for (name, sentence) in HostileQuestions.sentences {
      lines.append(
        try await measured("ask: \(name)") {
          try await Ask.run(sentence, asOf: nil, limit: nil, caller: caller, app: app).page.total ?? 0
        })
    }
    return lines + (try await analytics())
  }

  private func analytics() async throws -> [Line] {
    let all = SearchQuestion(.workOrders, where: .text(""))
    return [
      try await measured("analytics: hot spots of a year") {
        try await FindHotSpots.run(.init(all, days: 366, within: 366, limit: 200), caller: caller, app: app).items
          .count
      },
      try await measured("analytics: ladder of a year by building") {
        try await ReadLadder.run(all, by: .building, days: 366, limit: 500, caller: caller, app: app).total
      },
      try await measured("analytics: Pareto by tag") {
        try await CountPareto.run(
          SearchQuestion(.people, where: .text("")), by: "tag", limit: 500, caller: caller, app: app
        ).values
      },
    ]
  }

  private func measured(_ name: String, _ ask: () async throws -> Int) async throws -> Line {
    var outcome = ""
    let took = try await ContinuousClock().measure {
      do { outcome = String(try await ask()) } catch let problem as Problem { outcome = problem.code }
    }
    return Line(name: name, took: took, outcome: outcome)
  }
}

/// Questions that are made to cost: within all limits of the language, and as much as those let through.
enum HostileQuestions {
  struct Question {
    let name: String
    let subject: Subject
    let text: String
    var sort: String?
    var asOf: Day?

    init(_ name: String, _ subject: Subject, _ text: String, sort: String? = nil, asOf: Day? = nil) {
      (self.name, self.subject, self.text, self.sort, self.asOf) = (name, subject, text, sort, asOf)
    }
  }

  private static let past = Day("2019-03-02")

  static let all: [Question] = nested + wide + sorted + days

  /// Relations in relations, each level meeting the rows of the one before again.
  private static let nested: [Question] = [
    Question("buildings of houses, counted, 3 deep", .people, "any house(\(neighbours(3)))"),
    Question("buildings of houses, counted, 7 deep", .people, "any house(\(neighbours(7)))"),
    Question("the same of another day", .people, "any house(\(neighbours(7)))", asOf: past),
    Question("housemates of housemates, 15 deep", .people, deep(15, "any housemates(", "age < 200")),
    Question("all housemates of all housemates, 15 deep", .people, deep(15, "all housemates(", "age >= 0")),
    Question("housemates counted in housemates, 7 deep", .people, counted(7, "housemates", "age >= 0")),
    Question("the same by role", .people, counted(7, "housemates", "role != tenant")),
    Question(
      "houses of residents of houses, 14 deep", .houses, deep(7, "any residents(any house(", "residents > 0", 2)),
    Question(
      "no resident without a house without a resident", .houses, deep(7, "no residents(no house(", "residents = 9", 2)),
    Question("20 nested counts side by side", .people, list(20, " and ") { "any house(\(neighbours(1, $0)))" }),
    Question(
      "tickets of buildings of tickets", .buildings, deep(5, "any work_orders(any house(any building(", "built > 0", 3)),
    Question(
      "people of tickets of houses of people", .workOrders,
      deep(4, "any people(any house(any work_orders(", "urgent = true", 3)),
    Question("shops of houses of shops", .shops, deep(7, "any house(any shops(", "kind != x", 2)),
    Question("people at shops", .shops, "count(people(any housemates(any house(count(shops()) >= 0)))) >= 0"),
    Question(
      "assets of buildings of houses", .buildings,
      "any assets(any building(any houses(any assets(any building(count(houses()) > 3)))))"),
    Question(
      "since any time, links of all times", .houses,
      "count(residents(since >= 1900-01-01 or since <= 2100-01-01 or not since >= 1900-01-01)) >= 0"),
  ]

  /// As many terms as fit.
  private static let wide: [Question] = [
    Question("190 names contained", .shops, list(190) { "name ~ 某\($0)" }),
    Question("190 names not contained", .shops, list(190) { "not name ~ 某\($0)" }),
    Question("150 names of shops", .houses, "any shops(\(list(150) { "name ~ 某\($0)" }))"),
    Question(
      "150 names of shops of houses", .people, "any house(any shops(\(list(150) { "not name ~ 某\($0)" })))"),
    Question("one letter contained", .shops, list(190) { _ in "name ~ 店" }),
    Question("150 addresses", .people, list(150) { "address ~ 长乐路\($0)号" }),
    Question("150 addresses not", .houses, list(150, " and ") { "not address ~ 长乐路\($0)号" }),
    Question("150 roads not", .people, list(150, " and ") { "road != 某路\($0)" }),
    Question("150 compounds", .houses, list(150, " and ") { "compound != 某里\($0)" }),
    Question("150 birthdays", .people, list(150) { "turns(\($0)) in next-month" }),
    Question("190 ages", .people, list(190) { "age != \($0)" }),
    Question("last visits, 150 times", .people, list(150, " and ") { "not last_visited >= today-\($0)d" }),
    Question(
      "roles and dates, 150 times", .people, list(75, " and ") { "role != tenant and since != 20\(10 + $0 % 90)-01-01" }
    ),
    Question("elevators, 150 times", .buildings, list(150, " and ") { "elevators != \($0)" }),
    Question("visits, 60 times", .houses, list(60, " and ") { "count(visits(visited_on >= today-\($0)d)) >= 0" }),
    Question("updated, 190 times", .people, list(190, " and ") { "updated_at != today-\($0)d" }),
  ]

  private static let sorted: [Question] = [
    Question("all by last visit", .people, "", sort: "last_visited.desc,address,committee,name"),
    Question("all by address", .people, "", sort: "address.desc,road,compound,grid"),
    Question("all by address of another day", .people, "", sort: "address,road,compound,committee", asOf: past),
    Question("all by district", .people, "", sort: "district,subdistrict,committee,grid"),
    Question("all by elevators", .buildings, "", sort: "elevators.desc,address"),
    Question("all by residents of another day", .houses, "", sort: "residents.desc,address", asOf: past),
    Question("all tickets by address", .workOrders, "", sort: "address.desc,overdue,committee"),
  ]

  private static let days: [Question] = [
    Question("the first day", .people, "age >= 0 or any housemates(age < 0)", asOf: .first),
    Question("the last day", .people, "turns(150) in next-year or last_visited < today-99999d", asOf: .last),
    Question("vacant houses of another day", .houses, "use = vacant and residents = 0", asOf: past),
    Question("overdue on another day", .workOrders, "overdue = true and any house(residents > 0)", asOf: past),
  ]

  static let facets: [(String, Subject, [String], Day?)] = [
    (
      "everything at once", .people, ["tag", "committee", "grid", "road", "compound", "sex", "hukou", "education"], nil
    ),
    ("everything of another day", .people, ["tag", "committee", "grid", "road", "compound"], past),
    ("tags twenty times", .people, Array(repeating: "tag", count: 20), past),
    ("places of houses", .houses, ["road", "compound", "committee", "grid", "tag", "use"], past),
    ("places of tickets", .workOrders, ["road", "compound", "committee", "month", "category", "unit"], nil),
  ]

  static let sentences: [(String, String)] = [
    ("a word again and again", String(repeating: "平均", count: 200)),
    ("letters of all names", String(repeating: "路居委会老人户独居", count: 44)),
    ("noise between words", String(repeating: "老人平均", count: 100)),
    ("either, or", String(repeating: "独居老人或", count: 70) + "党员"),
    ("not, not", String(repeating: "不是党员的", count: 70) + "老人"),
    ("brackets", String(repeating: "「", count: 150) + "老人" + String(repeating: "」", count: 150)),
    ("groups of groups", "所有人员按年龄按路按居委会按标签分组"),
  ]

  private static func neighbours(_ depth: Int, _ least: Int = 1) -> String {
    depth == 0
      ? "any building(count(houses()) >= \(least))"
      : "any building(count(houses(\(neighbours(depth - 1, least)))) >= \(least))"
  }

  /// - Parameter opens: how many brackets `head` opens.
  private static func deep(_ depth: Int, _ head: String, _ core: String, _ opens: Int = 1) -> String {
    String(repeating: head, count: depth) + core + String(repeating: ")", count: depth * opens)
  }

  private static func counted(_ depth: Int, _ relation: String, _ core: String) -> String {
    depth == 0 ? core : "count(\(relation)(\(counted(depth - 1, relation, core)))) >= 1"
  }

  private static func list(_ count: Int, _ join: String = " or ", _ term: (Int) -> String) -> String {
    (1...count).map(term).joined(separator: join)
  }
}

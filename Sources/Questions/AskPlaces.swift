import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import TagIndex

/// The places and words that exist for a caller, for the sentences that it may say.
package enum AskPlaces {
  package static func read(
    _ caller: Caller, _ index: LiveIndex, asOf: Day, budget: WorkBudget = WorkBudget()
  ) throws(Problem) -> Gazetteer {
    let scope = index.scope(of: caller)
    // In an order of their own: how many rows have a word changes with every write, and with it what words are kept by.
    func counts(_ subject: Subject, _ key: FacetKey) throws(Problem) -> [String] {
      try index.index.facets(Query(subject, .everything, asOf: asOf, scope: scope), by: key, budget: budget)
        .map(\.key).filter { !$0.isEmpty }.sorted()
    }
    let tree = index.areas
    let areas = tree.visible(to: caller).compactMap { tree.byID[$0] }.sorted { $0.code < $1.code }
    var places = areas.compactMap { area in field(area.level).map { Gazetteer.Place($0, area.name) } }
    places += try counts(.buildings, .road).map { Gazetteer.Place(.road, $0) }
    places += try counts(.buildings, .compound).map { Gazetteer.Place(.compound, $0) }
    return Gazetteer(
      places: places, categories: try counts(.shops, .word(.category)),
      assetKinds: try counts(.assets, .word(.kind)), units: try orders("unit", counts),
      matters: try orders("category", counts), sources: try orders("source", counts), mine: mine(caller, tree))
  }

  /// What 我的 means for the caller: the areas it is bound to, or its unit's work orders; nothing for one who sees all.
  private static func mine(_ caller: Caller, _ tree: AreaTree) -> [Subject: Expression] {
    if caller.seesAsUnit {
      guard let unit = caller.unit, let subject = Subject(word: "work_orders"),
        let entry = Field.entries(of: subject).first(where: { $0.name == "unit" })
      else { return [:] }
      return [subject: .field(entry.field, .compare(.equal, .text(unit)))]
    }
    guard !caller.role.seesAllAreas else { return [:] }
    let own = caller.areas.compactMap { id in tree.byID[UInt32(truncatingIfNeeded: id)] }.compactMap { area in
      field(area.level).map { Expression.field($0, .compare(.equal, .text(area.name))) }
    }
    guard !own.isEmpty else { return [:] }
    return Dictionary(uniqueKeysWithValues: Subject.searchable.map { ($0, Expression.disjunction(own)) })
  }

  /// What the caller's work orders have in a field, where there are work orders to ask for.
  private static func orders(
    _ name: String, _ counts: (Subject, FacetKey) throws(Problem) -> [String]
  ) throws(Problem) -> [String] {
    guard let subject = Subject(word: "work_orders"),
      let entry = Field.entries(of: subject).first(where: { $0.name == name })
    else { return [] }
    return try counts(subject, .word(entry.field))
  }

  private static func field(_ level: AreaFacts.Level) -> Field? {
    switch level {
    case .city: nil
    case .district: .district
    case .subdistrict: .subdistrict
    case .committee: .committee
    case .grid: .grid
    }
  }
}

import Domain
import Filter
import TagIndex

/// The places and words that exist for a caller, for the sentences that it may say.
enum AskPlaces {
  static func read(_ caller: Caller, _ index: LiveIndex, asOf: Day) throws(Problem) -> Gazetteer {
    let scope = index.scope(of: caller)
    func counts(_ subject: Subject, _ key: FacetKey) throws(Problem) -> [String] {
      try index.index.facets(Query(subject, .everything, asOf: asOf, scope: scope), by: key).map(\.key)
        .filter { !$0.isEmpty }
    }
    let tree = index.areas
    let areas = tree.visible(to: caller).compactMap { tree.byID[$0] }.sorted { $0.code < $1.code }
    var places = areas.compactMap { area in field(area.level).map { Gazetteer.Place($0, area.name) } }
    places += try counts(.buildings, .road).map { Gazetteer.Place(.road, $0) }
    places += try counts(.buildings, .compound).map { Gazetteer.Place(.compound, $0) }
    return Gazetteer(
      places: places, categories: try counts(.shops, .word(.category)),
      assetKinds: try counts(.assets, .word(.kind)), units: try units(counts))
  }

  /// The units that the caller's work orders are with, where there are work orders to ask for.
  private static func units(_ counts: (Subject, FacetKey) throws(Problem) -> [String]) throws(Problem) -> [String] {
    guard let subject = Subject(word: "work_orders"),
      let unit = Field.entries(of: subject).first(where: { $0.name == "unit" })
    else { return [] }
    return try counts(subject, .word(unit.field))
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

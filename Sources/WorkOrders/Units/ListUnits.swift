import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

/// The units of the list, by name, with how many duties each leads and helps with. Who: see `GetUnit`.
package enum ListUnits {
  /// - Parameters:
  ///   - day: the day whose duties are counted; nil: today.
  ///   - all: also those that are retired.
  package static func run(asOf day: Day?, all: Bool = false, caller: Caller, app: AppContext) async throws -> [UnitView]
  {
    try caller.must(.read)
    let day = day ?? app.clock.today
    let (units, duties) = try await app.store.read { (try $0.units(), try $0.duties(on: day)) }
    var counts: [String: (leads: Int, helps: Int)] = [:]
    for duty in duties {
      counts[duty.unit, default: (0, 0)].leads += 1
      for unit in duty.coUnits { counts[unit, default: (0, 0)].helps += 1 }
    }
    return units.filter { all || !$0.isRetired }.map { unit in
      let (leads, helps) = counts[unit.name] ?? (0, 0)
      return UnitView(unit: unit, leads: leads, helps: helps)
    }
  }
}

/// What counts and connects work orders.
extension Probes {
  static func analytics(_ id: String) -> [Probe]? {
    let path = "/v1/analytics"
    let wheres = ["", "&where=road = \"{road}\"", "&where=committee = \"{committee}\""]
    switch id {
    case "count_pareto":
      return paths(
        ["category", "unit", "committee", "compound", "road", "state"].flatMap { by in
          wheres.map { "\(path)/pareto?by=\(by)\($0)" }
        } + ["\(path)/pareto?by=committee&subject=people", "\(path)/pareto?by=tags(党建)&subject=people"])
    case "list_hotspots": return paths(wheres.map { "\(path)/hotspots?days=365\($0)" })
    case "raise_hotspot": return paths(["\(path)/hotspots/{order}-20400/work_order?days=365"])
    case "note_hotspot": return calls("\(path)/hotspots/{order}-20400/note", [#"{"text":"{note}"}"#])
    case "list_hotspot_notes": return paths(["\(path)/notes", "\(path)/notes?limit=1&cursor=1000"])
    case "read_ladder":
      return paths(
        ["committee", "building", "compound"].flatMap { by in wheres.map { "\(path)/ladder?by=\(by)\($0)" } })
    case "read_performance":
      return paths(
        ["unit", "committee", "worker", "month"].flatMap { by in wheres.map { "\(path)/performance?by=\(by)\($0)" } })
    default: return nil
    }
  }
}

import FilterLanguage
import Registry

/// Lists, facets and rows of the six subjects: every field is sorted and counted by, so that a new one is tried too.
extension Probes {
  static func searches(_ id: String) -> [Probe]? {
    for subject in Subject.searchable {
      let word = subject.word
      switch id {
      case "list_\(word)": return lists(subject)
      case "search_\(word)":
        return calls(
          "/v1/\(word)/search",
          wheres(subject).map { #"{"where":"\#($0.replacing("\"", with: "\\\""))","limit":5}"# } + [
            #"{"where":{"field":"road","op":"=","value":"{road}"}}"#,
            #"{"where":{"field":"committee","op":"=","value":"{committee}"}}"#,
          ])
      case "count_\(word)_facets": return facets(subject)
      case "explain_\(word)_filter": return paths(wheres(subject).map { "/v1/\(word)/explain?where=\($0)" })
      default: continue
      }
    }
    return nil
  }

  static func rows(_ id: String) -> [Probe]? {
    let holes = ["people": "person", "houses": "house", "buildings": "building", "shops": "shop", "assets": "asset"]
    for (word, hole) in holes {
      let tagged = hole
      switch id {
      case "get_\(word)": return paths(["/v1/\(word)/{\(hole)}"])
      case "list_\(tagged)_tags": return paths(["", "?history=true"].map { "/v1/\(word)/{\(hole)}/tags\($0)" })
      case "list_\(tagged)_claims": return paths(["/v1/\(word)/{\(hole)}/claims"])
      case "assign_\(tagged)_tag":
        return calls("/v1/\(word)/{\(hole)}/tags/\(tag(hole))", [#"{"evidence":"上门核实"}"#])
          + calls("/v1/\(word)/{\(hole)}/tags/NOSUCH", ["{}"])
      case "end_\(tagged)_tag": return paths(["/v1/\(word)/{\(hole)}/tags/\(tag(hole))"])
      default: continue
      }
    }
    return nil
  }

  private static func tag(_ hole: String) -> String { hole == "person" ? "DJ003" : "NOSUCH" }

  private static func lists(_ subject: Subject) -> [Probe] {
    let path = "/v1/\(subject.word)"
    let holes: [Subject: String] = [
      .people: "person", .houses: "house", .buildings: "building", .shops: "shop", .workOrders: "order",
    ]
    let hole = holes[subject] ?? "asset"
    let fields = Field.entries(of: subject).map(\.name)
    let columns = RowColumns.of(subject).map(\.name).joined(separator: ",")
    return paths(
      [path, "\(path)?select=\(columns)", "\(path)?as_of=2015-01-01&select=\(columns)", "\(path)?count=none&limit=1"]
        + fields.flatMap { field in
          ["", ".desc"].map { "\(path)?limit=2&sort=\(field)\($0)" }
        } + ["\(path)?limit=1&cursor={\(hole)}"]
        + wheres(subject).flatMap { ["\(path)?where=\($0)", "\(path)?as_of=2015-01-01&where=\($0)"] })
  }

  private static func facets(_ subject: Subject) -> [Probe] {
    let names = ["tag", "month"] + Field.entries(of: subject).map(\.name)
    let path = "/v1/\(subject.word)/facets"
    return paths(
      names.flatMap { ["\(path)?by=\($0)", "\(path)?by=\($0)&as_of=2015-01-01"] }
        + wheres(subject).map { "\(path)?by=committee,grid,road,compound&where=\($0)" })
  }

  private static func wheres(_ subject: Subject) -> [String] {
    let own: [String] =
      switch subject {
      case .people:
        [
          #"name = "{name}""#, #"name ~ "{name}""#, "id_number = {id_number}", "phone = {phone}", "tag:入党积极分子",
          #"any house(road = "{road}")"#, #"no house(road = "{road}")"#, #"all house(road = "{own.road}")"#,
          "count(house()) > 1", #"any housemates(name = "{name}")"#, "any housemates(phone = {phone})",
          #"any records.aid(kind = "{kind}")"#, "not last_visited >= 2020-01-01", "last_visited >= 2020-01-01",
          #"any house(any shops(name = "{shop_name}"))"#, "role = family",
        ]
      case .houses:
        [
          #"any residents(name = "{name}")"#, "any residents(id_number = {id_number})", "count(residents()) >= 1",
          #"any shops(name = "{shop_name}")"#, "any work_orders()", "count(work_orders(kind = 投诉)) = 0",
          #"any visits(purpose = "{purpose}")"#, "use = self",
        ]
      case .buildings:
        ["any assets(code = {asset_code})", "elevators > 0", #"any houses(any residents(name = "{name}"))"#]
      case .shops:
        [
          "credit_code = {credit_code}", #"name = "{shop_name}""#, #"category = "{category}""#,
          #"any people(name = "{name}")"#,
        ]
      case .assets: ["code = {asset_code}", #"any building(road = "{road}")"#]
      case .workOrders:
        [
          "number = 20261121-000001", "number = 20261121-000002", "source = 12345", "kind = 投诉", "state = dispatched",
          "overdue = true", "overdue = false", "urgent = false", "due_at > 2020-01-01", "reported_at = today",
          #"any house(road = "{road}")"#, #"no house(road = "{road}")"#, #"any people(name = "{name}")"#,
          "count(people()) > 0", #"any shop(name = "{shop_name}")"#, "unit ~ 中队",
        ]
      default: []
      }
    return places + own
  }

  private static let places = [
    #"address ~ "{address}""#, #"road = "{road}""#, #"compound = "{compound}""#, #"committee = "{committee}""#,
    #"committee != "{committee}""#, #"grid = "{grid}""#, #"committee in ["{own.committee}", "{committee}"]"#,
    #"committee = "{committee_code}""#, "subdistrict = 瑞金二路街道", #"not committee = "{own.committee}""#,
  ]
}

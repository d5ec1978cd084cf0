/// What would change something. The target's ids stand alone and together with the caller's own.
extension Probes {
  static func written(_ id: String) -> [Probe]? {
    switch id {
    case "change_person":
      calls("/v1/people/{person}", [#"{"hukou":"外籍"}"#, #"{"id_number":"1"}"#])
        + [Probe(path: "/v1/people/{person}", body: #"{"sex":"女"}"#, headers: ["If-Match": "\"99\""])]
    case "change_house": calls("/v1/houses/{house}", [#"{"area_m2":20}"#])
    case "change_building": calls("/v1/buildings/{building}", [#"{"storeys":3}"#])
    case "change_shop": calls("/v1/shops/{shop}", [#"{"status":"歇业"}"#])
    case "change_asset": calls("/v1/assets/{asset}", [#"{"status":"停用"}"#])
    case "change_record": calls("/v1/records/{record}", [#"{"data":{"amount":1}}"#])
    case "remove_record": paths(["/v1/records/{record}"])
    case "end_occupancy": calls("/v1/occupancies/{occupancy}", [#"{"until":"2026-11-01"}"#, #"{"until":null}"#])
    case "reveal_person": calls("/v1/people/{person}/reveal", [#"{"reason":"核对补贴发放"}"#])
    case "merge_people":
      [("{person}", "{own.person}"), ("{own.person}", "{person}")].map { kept, other in
        Probe(path: "/v1/people/\(kept)/merge", body: #"{"other":\#(other)}"#, headers: ["If-Match": "*"])
      }
    case "undo_merge": paths(["/v1/merges/{merge}/undo"])
    case "list_doubles": paths(["", "?limit=1", "?area={committee_code}"].map { "/v1/doubles\($0)" })
    case "list_merges": paths(["/v1/merges", "/v1/merges?limit=1"])
    case "add_person": calls("/v1/people", [#"{"name":"某新人","house_id":{house}}"#])
    case "add_shop": calls("/v1/shops", [#"{"name":"某新店","house_id":{house}}"#])
    case "add_asset":
      calls(
        "/v1/assets",
        [
          #"{"kind":"hydrant","code":"N1","building_id":{building}}"#,
          #"{"kind":"hydrant","code":"N2","house_id":{house}}"#,
        ])
    case "add_house":
      calls(
        "/v1/houses",
        [
          #"{"address":"某路9号","committee":"{committee_code}"}"#,
          #"{"address":"某路9号","committee":"{own.committee_code}","grid":"{grid_code}"}"#,
        ])
    case "add_occupancy":
      calls(
        "/v1/occupancies",
        [
          #"{"house_id":{own.empty},"person_id":{person},"role":"tenant"}"#,
          #"{"house_id":{empty},"person_id":{own.person},"role":"tenant"}"#,
          #"{"house_id":{own.empty},"shop_id":{shop},"role":"tenant"}"#,
        ])
    case "add_visit":
      calls("/v1/visits", [#"{"house_id":{house}}"#, #"{"house_id":{own.house},"person_id":{person}}"#])
    case "add_visit_attachment":
      [Probe(path: "/v1/visits/{visit}/attachments?name=a.png", body: "\u{7F}PNG", type: "image/png")]
    case "add_record":
      calls("/v1/records", [#"{"dataset":"aid","subject_id":{person},"data":{"amount":2}}"#])
    case "tag_in_bulk":
      calls(
        "/v1/taggings",
        [
          #"{"items":[{"subject":"people","id":{person},"tag":"DJ003","action":"assign"},{"subject":"people","id":{own.person},"tag":"NOSUCH","action":"end"}]}"#
        ])
    case "add_area": calls("/v1/areas", [#"{"name":"新网格","level":"grid","parent":"{committee_code}"}"#])
    case "rename_area": calls("/v1/areas/{grid_code}", [#"{"name":"又一网格"}"#])
    case "add_tag":
      calls(
        "/v1/tags",
        [#"{"code":"ZZ1","name":"测试标签甲","line":"民政","subject":"person","level":"subdistrict","sensitivity":"no"}"#])
    case "change_tag": calls("/v1/tags/DJ001", [#"{"about":"试"}"#])
    case "add_dataset":
      calls(
        "/v1/datasets",
        [#"{"code":"zz1","name":"测试库","subject":"house","fields":[]}"#])
    default: nil
    }
  }
}

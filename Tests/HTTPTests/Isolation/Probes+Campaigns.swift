/// Campaigns, their rounds and what was entered.
extension Probes {
  static func campaigns(_ id: String) -> [Probe]? {
    let (campaign, own) = ("/v1/campaigns/{campaign}", "/v1/campaigns/{own.campaign}")
    let given = #"{"state":"given","note":"交给本人","code":"KZ-01"}"#
    switch id {
    case "add_campaign":
      let said = #""code":"ZZ9","name":"某发放","item":"口罩","since":"2026-11-01","until":"2026-12-31","subject":"people""#
      return calls(
        "/v1/campaigns",
        [
          #""areas":["{committee_code}"],"where":"age >= 0""#, #""where":"committee = \"{committee}\"""#,
          #""areas":["{own.committee_code}","{grid_code}"],"where":"""#,
        ].map { "{\(said),\($0)}" })
    case "list_campaigns": return paths(["", "?limit=1", "?state=open"].map { "/v1/campaigns\($0)" })
    case "get_campaign": return paths([campaign])
    case "change_campaign": return calls(campaign, [#"{"item":"牛奶"}"#, #"{"collectors":["{worker}"]}"#])
    case "add_campaign_round": return paths([campaign + "/rounds"])
    case "list_campaign_deliveries":
      return paths(
        [
          "", "?limit=1", "?state=given", "?area={committee_code}", "?area={grid_code}", "?building_id={building}",
          "?cursor={person}", "?round=1",
        ].map { "\(campaign)/deliveries\($0)" }
          + ["?area={committee_code}", "?building_id={building}", "?cursor={person}"].map { "\(own)/deliveries\($0)" })
    case "print_doors": return paths([campaign, own].map { "\($0)/sheet.html?building_id={building}" })
    case "put_delivery":
      return [campaign, own].flatMap { calls("\($0)/rounds/1/deliveries/{person}", [given, #"{"state":"waiting"}"#]) }
    case "add_deliveries":
      return [campaign, own].flatMap {
        calls(
          "\($0)/deliveries",
          [#"{"items":[{"subject_id":{person},"state":"collected","collected_by":"某人","relation":"女儿"}]}"#])
      }
    case "read_progress":
      return paths(
        ["committee", "grid", "building", "worker"].map { "\(campaign)/progress?by=\($0)" }
          + ["\(campaign)/progress?round=1"])
    case "list_newcomers": return paths([campaign + "/newcomers"])
    case "add_newcomers": return paths([campaign + "/newcomers"])
    default: return nil
    }
  }
}

/// Requests for data and what committees say to them.
extension Probes {
  static func requests(_ id: String) -> [Probe]? {
    let request = "/v1/data_requests/{request}"
    switch id {
    case "ask_for_data", "preview_data_request":
      let said =
        #""title":"某要数","purpose":"某用途","basis":"某依据","due":"2026-11-30","keep_until":"2026-12-30","subject":"people""#
      let questions = [
        #""areas":["{committee_code}"],"where":"age >= 60""#, #""where":"committee = \"{committee}\"""#,
        #""areas":["{own.committee_code}","{grid_code}"],"where":"""#,
      ]
      return calls(
        "/v1/data_requests" + (id == "ask_for_data" ? "" : "/preview"), questions.map { "{\(said),\($0)}" })
    case "list_data_requests":
      return paths(["", "?limit=1", "?waiting=true", "?state=open"].map { "/v1/data_requests\($0)" })
    case "get_data_request": return paths([request])
    case "answer_data_request":
      return calls(
        request + "/answers",
        [
          #"{"action":"see"}"#, #"{"action":"answer"}"#, #"{"action":"object","reason":"没有依据"}"#,
          #"{"action":"answer","committee":"{committee_code}"}"#,
        ]) + calls("/v1/data_requests/{own.request}/answers", [#"{"action":"see","committee":"{committee_code}"}"#])
    case "close_data_request": return paths([request + "/close"])
    default: return nil
    }
  }
}

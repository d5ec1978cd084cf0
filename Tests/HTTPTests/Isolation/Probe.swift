import Server

/// One request. Its texts have holes, `{house}`, `{own.house}`, that a `Side` fills.
struct Probe: Sendable {
  var method = "GET"
  var path: String
  var body: String?
  var type = "application/json"
  var headers: [String: String] = [:]

  func filled(_ target: Side, own: Side) -> Probe {
    var probe = self
    func fill(_ text: String) -> String { target.fill(own.fill(text, prefix: "own.")) }
    probe.path = fill(path)
    probe.body = body.map(fill)
    return probe
  }
}

/// How each route is tried.
enum Probes {
  /// nil: a route that nobody has thought of here.
  static func of(_ route: Route) -> [Probe]? {
    let id = route.doc.id
    let rooms = [
      searches, rows, asked, written, imported, ledgers, exports, duties, ordered, analytics, open311, callers,
      requests,
      reminded, revealed, campaigns,
    ]
    let probes = rooms.lazy.compactMap { $0(id) }.first
    return probes?.map { probe in
      var probe = probe
      probe.method = route.method.rawValue
      if ["PATCH", "DELETE"].contains(probe.method), route.doc.needsIfMatch, probe.headers.isEmpty {
        probe.headers = ["If-Match": "*"]
      }
      return probe
    }
  }

  /// A path, and bodies for it.
  static func calls(_ path: String, _ bodies: [String]) -> [Probe] { bodies.map { Probe(path: path, body: $0) } }
  static func paths(_ paths: [String]) -> [Probe] { paths.map { Probe(path: $0) } }

  private static func asked(_ id: String) -> [Probe]? {
    switch id {
    case "resolve_address":
      paths(
        ["{address}", "{building_address}", "{building_address}999室", "{compound}2号101室", "{road}", "上海市黄浦区{address}"]
          .map { "/v1/houses/resolve?address=\($0)" })
    case "ask":
      calls(
        "/v1/ask",
        ["{committee}的老人", "{road}上的商铺", "住在{compound}的人", "所有人", "有租客的房屋", "{own.committee}和{committee}两个居民区的独居老人"]
          .map { #"{"text":"\#($0)"}"# })
    case "ask_policy":
      calls(
        "/v1/ask/policy",
        ["{committee}的老年人，可申请补贴。", "同时符合下列条件的可申请：（一）住在{compound}；（二）年满60周岁。", "有租客的房屋，可申请改造。"]
          .map { #"{"text":"\#($0)"}"# })
    case "get_house_timeline": paths(["", "?limit=1", "?cursor=1"].map { "/v1/houses/{house}/timeline\($0)" })
    case "list_occupancies":
      paths(["house_id={house}", "person_id={person}", "shop_id={shop}"].map { "/v1/occupancies?\($0)" })
    case "get_occupancy": paths(["/v1/occupancies/{occupancy}"])
    case "list_visits": paths(["/v1/visits?house_id={house}", "/v1/visits?house_id={house}&cursor=2030-01-01~{visit}"])
    case "get_visit": paths(["/v1/visits/{visit}"])
    case "list_visit_attachments": paths(["/v1/visits/{visit}/attachments"])
    case "list_records":
      paths(
        ["", "&subject_id={person}", "&limit=1"].map { "/v1/records?dataset=aid\($0)" }
          + ["/v1/records?subject=person&subject_id={person}"])
    case "get_record": paths(["/v1/records/{record}"])
    case "list_datasets": paths(["/v1/datasets"])
    case "list_fields": paths(["/v1/fields"])
    case "list_areas":
      paths(["", "?parent={committee_code}", "?level=grid", "?level=committee&limit=1"].map { "/v1/areas\($0)" })
    case "get_area": paths(["/v1/areas/{committee_code}", "/v1/areas/{grid_code}"])
    case "list_tags": paths(["/v1/tags", "/v1/tags?limit=2&with_retired=true"])
    case "get_tag": paths(["/v1/tags/DJ003"])
    case "get_dashboard": paths(["/v1/dashboard"])
    case "list_changes": paths(["/v1/changes?since=0&limit=500", "/v1/changes?since=0&limit=1"])
    case "get_health", "get_readiness", "get_metrics", "get_description": paths(["/healthz", "/readyz", "/metrics"])
    case "list_audit":
      paths(["", "?subject=people&subject_id={person}", "?caller={user}"].map { "/v1/audit\($0)" })
    // Goes on for minutes; `EventFeed` is asked itself.
    case "follow_changes": []
    default: nil
    }
  }

  private static func imported(_ id: String) -> [Probe]? {
    switch id {
    case "list_imports": paths(["/v1/imports", "/v1/imports?limit=1"])
    case "get_import_template": paths(["/v1/imports/template?subject=houses"])
    case "get_import": paths(["/v1/imports/{import}"])
    case "list_import_rows": paths(["", "?status=review"].map { "/v1/imports/{import}/rows\($0)" })
    case "start_import":
      [Probe(path: "/v1/imports?subject=people&area={committee_code}", body: "姓名,地址\n某人,某处\n", type: "text/csv")]
    case "decide_import_row":
      calls(
        "/v1/imports/{import}/rows/2/decision",
        [#"{"action":"merge","subject_id":{person}}"#, #"{"action":"merge"}"#, #"{"action":"skip"}"#])
    case "correct_import_row":
      calls(
        "/v1/imports/{import}/rows/2/correction",
        [#"{"values":{"name":"某人"}}"#, #"{"values":{"address":"{address}"}}"#])
    case "decide_import_rows": calls("/v1/imports/{import}/decisions", [#"{"action":"skip"}"#])
    case "apply_import": paths(["/v1/imports/{import}/apply"])
    case "cancel_import": paths(["/v1/imports/{import}/cancel"])
    case "rerun_import": calls("/v1/imports/{import}/rerun", [#"{"dry_run":true}"#])
    case "undo_import": paths(["/v1/imports/{import}/undo"])
    default: nil
    }
  }

  private static func callers(_ id: String) -> [Probe]? {
    switch id {
    case "log_in": calls("/v1/login", [#"{"name":"{user}","password":"wrong password"}"#])
    case "get_me": paths(["/v1/me"])
    case "list_users": paths(["/v1/users"])
    case "get_user": paths(["/v1/users/{user}"])
    case "add_user":
      calls(
        "/v1/users", [#"{"name":"{name}","role":"worker","areas":["{committee_code}"],"password":"correct horse"}"#])
    case "change_user": calls("/v1/users/{user}", [#"{"title":"社工"}"#])
    case "list_tokens": paths(["/v1/tokens", "/v1/tokens?caller_id={user}"])
    case "add_token": calls("/v1/tokens", [#"{"name":"{name}","role":"worker","areas":["{committee_code}"]}"#])
    case "revoke_token": paths(["/v1/tokens/{token}"])
    case "change_own_password": calls("/v1/me/password", [#"{"old":"wrong password","password":"another horse"}"#])
    // Ends the session that walks; what it answers is empty.
    case "log_out": []
    default: nil
    }
  }
}

/// Work orders as GeoReport v2 has them.
extension Probes {
  static func open311(_ id: String) -> [Probe]? {
    let format = id.hasSuffix("_xml") ? "xml" : "json"
    let root = "/open311/v2"
    switch id.dropLast(format.count + 1) {
    case "open311_discovery": return paths(["/open311/discovery.\(format)"])
    case "open311_v2_discovery": return paths(["\(root)/discovery.\(format)"])
    case "open311_list_services": return paths(["\(root)/services.\(format)"])
    case "open311_get_service": return paths(["\(root)/services/WY01.\(format)", "\(root)/services/NOSUCH.\(format)"])
    case "open311_list_requests":
      return paths(
        [
          "", "?service_request_id={order}", "?service_request_id={own.order},{order}", "?status=open&extensions=true",
          "?start_date=2026-01-01&end_date=2026-12-01", "?updated_after=2020-01-01&page_size=1",
          "?jurisdiction_id=310101",
          "?jurisdiction_id={committee_code}",
        ].map { "\(root)/requests.\(format)\($0)" })
    case "open311_get_request":
      return paths(["", "?extensions=true"].map { "\(root)/requests/{order}.\(format)\($0)" })
    case "open311_get_token": return paths(["\(root)/tokens/{order}.\(format)"])
    case "open311_list_updates":
      return paths(
        ["", "?service_request_id={order}", "?start_date=2020-01-01"].map {
          "\(root)/servicerequestupdates.\(format)\($0)"
        })
    case "open311_post_request":
      let form = "service_code=WY01&description=试&external_id=\(format)-1&address_id={house}"
      return [Probe(path: "\(root)/requests.\(format)", body: form, type: "application/x-www-form-urlencoded")]
    default: return nil
    }
  }
}

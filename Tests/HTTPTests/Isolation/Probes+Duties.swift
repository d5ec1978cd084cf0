/// The responsibility list is the whole office's; a task belongs to whoever has put it forward, and to the street office.
extension Probes {
  static func duties(_ id: String) -> [Probe]? {
    switch id {
    case "list_duties": paths(["/v1/duties", "/v1/duties?unit=居委会&limit=1", "/v1/duties?q={name}&as_of=2015-01-01"])
    case "get_duty": paths(["/v1/duties/WY01", "/v1/duties/NOSUCH"])
    case "list_units": paths(["/v1/units", "/v1/units?retired=true"])
    case "get_unit": paths(["/v1/units/1", "/v1/units/999999"])
    // Answers with a new number every time.
    case "add_unit": []
    case "change_unit": calls("/v1/units/1", [#"{"retired":false}"#])
    case "list_matters": paths(["/v1/matters", "/v1/matters?kind=forbidden"])
    case "add_duty":
      calls("/v1/duties", [#"{"code":"ZZ01","category":"测试","subcategory":"测试事项","unit":"居委会"}"#])
    case "change_duty": calls("/v1/duties/WY01", [#"{"deadline_workdays":6}"#])
    case "end_duty": paths(["/v1/duties/WY02"])
    case "list_admissions":
      paths(["", "?limit=1", "?verdict=no_basis", "?state=open"].map { "/v1/admissions\($0)" })
    case "get_admission": paths(["/v1/admissions/{admission}"])
    // Names nobody's rows, and answers with a new number every time.
    case "add_admission": []
    case "decide_admission":
      calls(
        "/v1/admissions/{admission}/decision",
        [#"{"decision":"refuse","reason":"没有依据"}"#, #"{"decision":"accept"}"#])
    default: nil
    }
  }
}

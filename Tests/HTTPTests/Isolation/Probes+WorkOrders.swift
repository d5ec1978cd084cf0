/// Work orders and their attachments. What makes new ones answers with numbers of its own and is asked only with ids.
extension Probes {
  static func ordered(_ id: String) -> [Probe]? {
    let order = "/v1/work_orders/{order}"
    switch id {
    case "push_work_order":
      return calls(
        "/v1/work_orders",
        [
          #"{"source":"巡检","external_id":"1","kind":"投诉","title":"题","text":"文","house_id":{house}}"#,
          #"{"source":"巡检","external_id":"2","kind":"投诉","title":"题","text":"文","house_id":{own.house},"shop_id":{shop}}"#,
        ])
    case "push_work_orders":
      let line = #"{"source":"巡检","external_id":"3","kind":"complaint","title":"题","text":"文","house_id":{house}}"#
      return [Probe(path: "/v1/work_orders/batch", body: line + "\n" + line, type: "application/x-ndjson")]
    case "get_work_order": return paths([order])
    case "list_work_order_events": return paths([order + "/events", order + "/events?limit=1&cursor=1"])
    case "change_work_order":
      return calls(order, [#"{"category":"噪音"}"#, #"{"house_id":{own.house}}"#])
        + calls("/v1/work_orders/{own.order}", [#"{"house_id":{house}}"#, #"{"shop_id":{shop}}"#])
    case "reveal_work_order": return calls(order + "/reveal", [#"{"reason":"回电核实情况"}"#])
    case "act_on_work_order":
      return calls(
        order + "/actions",
        [
          #"{"action":"note","note":"看过"}"#, #"{"action":"close"}"#, #"{"action":"merge","into":{own.order}}"#,
          #"{"action":"dispatch"}"#,
        ]) + calls("/v1/work_orders/{own.order}/actions", [#"{"action":"merge","into":{order}}"#])
    case "list_attachments": return paths([order + "/attachments"])
    case "add_attachment":
      return [Probe(path: order + "/attachments?name=a.pdf", body: "%PDF-1.7 x", type: "application/pdf")]
    case "get_attachment": return paths(["/v1/attachments/{attachment}", "/v1/attachments/{photo}"])
    case "preview_dispatch": return calls("/v1/dispatch/preview", [#"{"text":"{note}"}"#])
    case "get_dispatch_quality": return paths(["/v1/dispatch/quality?from=2026-01-01"])
    default: return nil
    }
  }
}

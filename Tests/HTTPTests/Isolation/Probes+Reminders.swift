/// Schedules, reminders and webhooks.
extension Probes {
  static func reminded(_ id: String) -> [Probe]? {
    switch id {
    case "list_schedules": paths(["/v1/schedules", "/v1/schedules?limit=1"])
    case "get_schedule": paths(["/v1/ledgers/{ledger}/schedule"])
    case "set_schedule":
      [Probe(path: "/v1/ledgers/{ledger}/schedule", body: #"{"kind":"daily"}"#, headers: ["If-Match": "*"])]
        + calls("/v1/ledgers/{ledger}/schedule", [#"{"kind":"weekly"}"#])
    case "remove_schedule": paths(["/v1/ledgers/{ledger}/schedule"])
    case "list_reminders":
      paths(["", "?state=all&limit=1", "?ledger_id={ledger}", "?cursor=4000000"].map { "/v1/reminders\($0)" })
    case "get_reminder": paths(["/v1/reminders/{reminder}"])
    case "read_reminders":
      calls("/v1/reminders/read", [#"{"ids":[{reminder}]}"#, #"{"ids":[{own.reminder},{reminder}]}"#])
    case "act_on_reminder":
      calls(
        "/v1/reminders/{reminder}/actions",
        [#"{"action":"read"}"#, #"{"action":"done"}"#, #"{"action":"pass","unit":"民政"}"#])
        + calls(
          "/v1/reminders/{own.reminder}/actions",
          [#"{"action":"pass","area":"{committee_code}"}"#, #"{"action":"pass","caller":"{worker}"}"#])
    case "list_webhooks": paths(["/v1/webhooks"])
    case "add_webhook": calls("/v1/webhooks", [#"{"url":"ftp://{committee_code}","events":["reminder.created"]}"#])
    case "get_webhook": paths(["/v1/webhooks/{webhook}"])
    case "change_webhook": calls("/v1/webhooks/{webhook}", [#"{"name":"试"}"#])
    case "remove_webhook": paths(["/v1/webhooks/{webhook}"])
    case "test_webhook": paths(["/v1/webhooks/{webhook}/test"])
    case "list_deliveries": paths(["/v1/webhooks/{webhook}/deliveries"])
    default: nil
    }
  }
}

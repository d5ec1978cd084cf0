/// What a second person is asked to allow.
extension Probes {
  static func revealed(_ id: String) -> [Probe]? {
    let asked = #""fields":["name"],"purpose":"核对发放名单","people":3,"until":"2026-11-22""#
    return switch id {
    case "ask_for_approval":
      calls(
        "/v1/reveal_approvals",
        [
          "{\"run\":{run},\(asked)}", "{\"ledger\":{ledger},\(asked)}",
          #"{"subject":"people","where":"committee = \"{committee}\"",\#(asked)}"#,
          #"{"subject":"people","where":"name = \"{name}\"",\#(asked)}"#,
        ])
    case "list_approvals": paths(["", "?waiting=true", "?state=waiting&limit=1"].map { "/v1/reveal_approvals\($0)" })
    case "get_approval": paths(["/v1/reveal_approvals/{approval}"])
    case "decide_approval": calls("/v1/reveal_approvals/{approval}/decision", [#"{"decision":"refuse","note":"不需要"}"#])
    case "reveal_texts":
      calls(
        "/v1/texts/reveal",
        ["visit": "visits", "record": "records", "order": "work_orders", "run": "runs"].map {
          "{\"subject\":\"\($1)\",\"id\":{\($0)},\"reason\":\"核对走访情况\"}"
        })
    case "revoke_approval": paths(["/v1/reveal_approvals/{approval}/revoke"])
    default: nil
    }
  }
}

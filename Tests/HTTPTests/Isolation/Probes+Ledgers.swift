/// Ledgers, runs and what is noted on their rows.
extension Probes {
  static func ledgers(_ id: String) -> [Probe]? {
    switch id {
    case "add_ledger":
      calls(
        "/v1/ledgers",
        [
          #"{"name":"某台账","sentence":"{committee}的老人"}"#,
          #"{"name":"某台账","subject":"people","where":"committee = \"{committee}\""}"#,
          #"{"name":"某台账","subject":"people","where":"","area":"{committee_code}"}"#,
        ])
    case "list_ledgers": paths(["/v1/ledgers?with_retired=true", "/v1/ledgers?limit=1"])
    case "get_ledger": paths(["/v1/ledgers/{ledger}", "/v1/ledgers/{listed_ledger}"])
    case "change_ledger": calls("/v1/ledgers/{ledger}", [#"{"about":"试"}"#])
    case "retire_ledger": paths(["/v1/ledgers/{ledger}"])
    case "run_ledger": paths(["/v1/ledgers/{ledger}/runs"])
    case "list_runs": paths(["/v1/ledgers/{ledger}/runs"])
    case "run_once":
      calls(
        "/v1/runs",
        [
          #"{"sentence":"{committee}的老人"}"#, #"{"subject":"people","where":"committee = \"{committee}\""}"#,
          #"{"subject":"people","where":"","area":"{committee_code}"}"#,
        ])
    case "get_run": paths(["/v1/runs/{run}", "/v1/runs/{answer}"])
    case "list_run_rows":
      paths([
        "/v1/runs/{run}/rows", "/v1/runs/{run}/rows?limit=1", "/v1/runs/{answer}/rows", "/v1/runs/{listed_run}/rows",
      ])
    case "list_ledger_templates": paths(["/v1/ledgers/templates"])
    case "export_run_json":
      paths(
        ["", "?reveal=name,phone,id_number,housemates&reason=核对补贴发放"].map { "/v1/runs/{run}.json\($0)" }
          + ["/v1/runs/{listed_run}.json"])
    case "diff_runs": paths(["", "?against={run}", "?against={own.run}"].map { "/v1/runs/{run}/diff\($0)" })
    case "mark_run_row":
      calls("/v1/runs/{run}/rows/{person}/marks", [#"{"remark":"已核对"}"#])
        + calls("/v1/runs/{own.run}/rows/{person}/marks", [#"{"remark":"已核对"}"#])
    case "mark_run_rows":
      calls(
        "/v1/runs/{own.run}/marks",
        [#"{"items":[{"subject_id":{person},"remark":"已核对"},{"subject_id":{own.person},"nosuch":true}]}"#])
    case "delete_run": paths(["/v1/runs/{run}", "/v1/runs/{answer}"])
    case "cancel_run": paths(["/v1/runs/{run}/cancel"])
    default: nil
    }
  }
}

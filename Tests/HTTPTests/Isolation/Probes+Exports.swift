/// What of a run leaves as a file.
extension Probes {
  static func exports(_ id: String) -> [Probe]? {
    switch id {
    case "export_run_csv": paths(["", "?columns=name", "?reveal=name&reason=核对发放名单"].map { "/v1/runs/{run}.csv\($0)" })
    case "export_run_html": paths(["/v1/runs/{run}.html"])
    case "export_run_xlsx": paths(["/v1/runs/{run}.xlsx?columns=name"])
    // Exports have names that nobody can guess; `ExportDeskTests` asks who sees them.
    case "begin_export": calls("/v1/runs/{run}/exports", [#"{"format":"csv"}"#])
    case "get_export": paths(["/v1/exports/{run}"])
    case "fetch_export": paths(["/v1/exports/{run}/file"])
    case "cancel_export": paths(["/v1/exports/{run}/cancel"])
    default: nil
    }
  }
}

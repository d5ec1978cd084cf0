import Kernel
import Server

/// The audit log: who did what, when, from where, and why.
package enum AuditRoutes {
  package static let routes: [Route] = [
    .get("/v1/audit", listDoc) { call, app in
      var filter = AuditFilter(
        subject: try call.choice("subject", SubjectKind.self), caller: call.query["caller"],
        action: call.query["action"])
      filter.mark = call.query["mark"]
      if let text = call.query["subject_id"] {
        guard let id = Int64(text), id > 0 else { throw call.bad("subject_id", "「subject_id」应为编号。") }
        filter.subjectID = id
      }
      let page = try await ReadAudit.run(
        filter, in: app, by: call.caller, before: call.cursor(), limit: call.limit())
      return .list(
        page.items.map(AccountWire.auditLine.json), total: page.total, next: page.next.map { String($0) },
        asOf: app.clock.today)
    }
  ]

  private static let listDoc = RouteDoc(
    tag: "callers", id: "list_audit", summary: "The audit log, newest first.",
    parameters: [
      .init(name: "subject", about: "A kind of row.", schema: Schemas.words(SubjectKind.allCases.map(\.rawValue))),
      .init(name: "subject_id", about: "A row of that kind.", schema: Schemas.integer),
      .init(name: "caller", about: "The caller's name.", schema: Schemas.text),
      .init(name: "action", about: "login.refused, or login for it and all below.", schema: Schemas.text),
      .init(name: "mark", about: "The mark that an exported file bears: who took it.", schema: Schemas.text),
    ] + RouteDoc.paging, answer: Schemas.page(AccountWire.auditLine.schema))
}

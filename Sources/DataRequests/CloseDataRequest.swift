import Kernel
import Platform

/// Ends a request: nobody answers it any more; its answers stay until their day. Who: whoever asked, and callers that may ask
/// for data in whose areas all its committees lie, if they are the street's or see everything.
package enum CloseDataRequest {
  /// - Throws: `not_found`, `not_owner`, `request_closed`, `version_conflict`.
  package static func run(
    _ id: Int64, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> DataRequestView {
    try caller.must(.askData)
    let view = try await GetDataRequest.find(id, caller: caller, app: app)
    let isTheirs = view.row.callerID == caller.id && view.row.caller == caller.name
    let isWhole = caller.role != .department && view.committees.count == view.row.answers.count
    guard isTheirs || isWhole else {
      throw Problem(.forbidden, "not_owner", "只有提出要数的人，或管辖全部居委会的街道，可以结束它。")
    }
    try await app.store.write { writer in
      try view.check(version, writer.read)
      try writer.closeDataRequest(id, by: caller)
      try writer.audit(caller, AuditEntry("data_requests.close", subject: .dataRequests, id: id))
    }
    return try await GetDataRequest.run(id, caller: caller, app: app)
  }
}

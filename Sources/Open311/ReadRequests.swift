import Kernel
import Platform
import TextClassifier

/// Work orders as GeoReport v2 requests. Who: any caller; see `PublicRequestAccessPolicy` for which ones exist.
package enum ReadRequests {
  package struct View: Sendable {
    package let request: PublicRequest
    /// nil where no duty takes it.
    package let service: Duty?
  }

  /// The last received first; those asked for by id in the order of ids.
  ///
  /// - Throws: `unknown_jurisdiction`.
  package static func run(_ question: RequestQuestion, caller: Caller, app: AppContext) async throws -> [View] {
    let sight = try PublicRequestAccessPolicy(caller, jurisdiction: question.jurisdiction, app)
    let question = question.bounded(now: app.clock.now())
    let book = ServiceBook(try await ReadServices.all(app: app))
    let found = try await app.store.read { reader in
      if let ids = question.ids {
        return try reader.publicRequests(ids: ids).filter { sight.sees($0.id, area: $0.area, pushedBy: $0.pushedBy) }
      }
      return try reader.publicRequests(question) { request in
        (question.isClosed.map { $0 == request.state.isClosed } ?? true)
          && sight.sees(request.id, area: request.area, pushedBy: request.pushedBy)
          && (question.services.map { $0.contains(book.service(of: request)?.code ?? "") } ?? true)
      }
    }
    return found.map { View(request: $0, service: book.service(of: $0)) }
  }

  /// - Throws: `not_found`, also for what does not exist for the caller.
  package static func one(_ id: Int64, jurisdiction: String?, caller: Caller, app: AppContext) async throws -> View {
    var question = RequestQuestion()
    (question.ids, question.jurisdiction) = ([id], jurisdiction)
    guard let view = try await run(question, caller: caller, app: app).first else {
      throw Problem.noSuchRow
    }
    return view
  }

  /// The steps from state to state, the newest first; those of orders asked for by id the oldest first.
  ///
  /// - Throws: `unknown_jurisdiction`.
  package static func updates(
    _ question: RequestQuestion, caller: Caller, app: AppContext
  ) async throws -> [PublicUpdate] {
    let sight = try PublicRequestAccessPolicy(caller, jurisdiction: question.jurisdiction, app)
    return try await app.store.read { reader in
      func sees(_ update: PublicUpdate) -> Bool {
        sight.sees(update.request, area: update.area, pushedBy: update.pushedBy)
      }
      guard let ids = question.ids else { return try reader.publicUpdates(question, accepts: sees) }
      return try reader.publicUpdates(ids: ids).filter(sees)
    }
  }
}

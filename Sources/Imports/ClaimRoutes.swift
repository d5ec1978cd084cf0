import Kernel
import Registry
import Server

/// What other sources say of a person, house or shop.
package enum ClaimRoutes {
  package static let routes: [Route] = [TagSubject.person, .house, .shop].map { subject in
    .get("/v1/\(subject.kind.rawValue)/{id}/claims", doc(subject)) { call, app in
      let claims = try await ReadClaims.run(TagTarget(subject, call.id()), caller: call.caller, app: app)
      return .list(claims.map(json), total: claims.count, next: nil, asOf: app.clock.today)
    }
  }

  private static func json(_ claim: Claim) -> JSONValue {
    .object([
      .init("field", .string(claim.field)), .init("value", .string(claim.value)),
      .init("source", .string(claim.source)),
      .init("at", .string(claim.madeAt)),
    ])
  }

  private static func doc(_ subject: TagSubject) -> RouteDoc {
    RouteDoc(
      tag: subject.kind.rawValue, id: "list_\(subject.rawValue)_claims",
      summary: "What other sources say and the row does not hold, masked.",
      answer: Schemas.page(
        Schemas.object([
          ("field", Schemas.text), ("value", Schemas.text), ("source", Schemas.text), ("at", Schemas.text),
        ])))
  }
}

import Kernel
import Platform
import TextClassifier

/// The services that can be asked for: today's responsibility list. Who: anybody, it is a public list.
package enum ReadServices {
  package static func all(app: AppContext) async throws -> [Duty] {
    let today = app.clock.today
    return try await app.store.read { try $0.duties(on: today) }
  }

  /// - Throws: `unknown_service`.
  package static func one(_ code: String, app: AppContext) async throws -> Duty {
    guard let duty = try await all(app: app).first(where: { $0.code == code }) else {
      let detail = "没有这项服务：service_code 应为 services 所列的编号。"
      throw Problem(.notFound, "unknown_service", detail, notes: [.init(.parameter("service_code"), detail)])
    }
    return duty
  }
}

/// Which service a request belongs to.
struct ServiceBook: Sendable {
  private let byCode: [String: Duty]
  private let byName: [String: Duty]
  private let fallback: Duty?

  init(_ duties: [Duty]) {
    byCode = Dictionary(duties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(duties.map { ($0.subcategory, $0) }, uniquingKeysWith: { first, _ in first })
    fallback = duties.first(where: \.isFallback)
  }

  /// The duty that it has, else the one that it was posted under, else what dispatch thought of. Codes that have left
  /// the list are nobody's.
  func service(of request: PublicRequest) -> Duty? {
    if let duty = request.duty.flatMap({ byCode[$0] }) { return duty }
    let posted = request.source == PostRequest.source ? request.category : nil
    return posted.flatMap { byName[$0] } ?? request.proposedDuty.flatMap { byCode[$0] } ?? fallback
  }
}

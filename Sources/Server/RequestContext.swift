import Foundation
import HTTPTypes
import Kernel
import Platform

/// A request as a handler sees it: the caller known, parameters decoded and checked against the route's own list.
package struct RequestContext: Sendable {
  package let path: String
  /// The parts of the path that vary.
  let captures: [String: String]
  package let query: [String: String]
  package var headers: HTTPFields
  package let body: Body
  /// The token that came with it, and whose it is; nil only on open routes.
  package let session: Session?
  /// The caller's address, for log-in limits and the audit log.
  package let origin: String
  /// Where the caller believes this server to be, `https://host`: for links only, since callers may say what they like.
  /// Empty when they say nothing.
  package let site: String

  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    case form([FormField])
    /// A file without a name, gone when the call has been answered.
    case file(UnnamedFile)
  }

  /// The session of a route that needs a token.
  package var knownSession: Session {
    get throws(Problem) {
      guard let session else { throw Problem(.unauthenticated, "token_required", "请先登录，或在请求头中带上令牌。") }
      return session
    }
  }

  /// The caller of a route that needs a token.
  package var caller: Caller { get throws(Problem) { try knownSession.caller } }

  /// The token's text, for what goes on after the call has been answered.
  package var bearer: String { headers[.authorization].map(Self.bearer) ?? "" }

  /// What stands behind `Bearer `.
  package static func bearer(in header: String) -> String { String(header.dropFirst(7)) }

  /// A number in the path. Whatever is no number cannot be the id of anything.
  package func id(_ name: String = "id") throws(Problem) -> Int64 {
    guard let text = captures[name], let id = Int64(text), id > 0, id <= Int64(UInt32.max) else {
      throw Problem.noSuchRow
    }
    return id
  }

  package func word(_ name: String) throws(Problem) -> String {
    guard let text = captures[name], !text.isEmpty else { throw Problem.noSuchRow }
    return text
  }

  /// The JSON body as an object to be read field by field.
  package func json() throws(Problem) -> BodyReader {
    guard case .bytes(let bytes) = body, !bytes.isEmpty else {
      throw Problem(.invalid, "body_missing", "请求需要 JSON 正文。")
    }
    return try BodyReader(JSONReader.read(bytes))
  }

  /// The same where the header may be left out: nil without it.
  package func ifMatchIfGiven() throws(Problem) -> Int64? { headers[.ifMatch] == nil ? nil : try ifMatch() }

  /// The version that the caller last saw, from `If-Match`; nil for `*`.
  ///
  /// - Throws: `precondition_required` without the header.
  package func ifMatch() throws(Problem) -> Int64? {
    guard let text = headers[.ifMatch] else {
      throw Problem(
        .conflict, "precondition_required", "修改需要 If-Match 请求头：填写读取时得到的 ETag，或 *。",
        notes: [.init(.parameter("If-Match"), "缺少 If-Match 请求头。")])
    }
    let tags = EntityTags(text)
    if tags.isAny { return nil }
    // Behind the dot is what `Response.row` adds about all that is shown beside the row. Of several, `Route.run` has made one.
    guard let version = tags.opaque.first.flatMap({ Int64($0.prefix { $0 != "." }) }) else {
      throw Problem(
        .conflict, "version_conflict", "If-Match 与当前版本不符。",
        notes: [.init(.parameter("If-Match"), "应为形如 \"3\" 的 ETag。")])
    }
    return version
  }
}

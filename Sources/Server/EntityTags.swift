import HTTPTypes
import Kernel
import Platform

/// What `If-Match` and `If-None-Match` name (RFC 9110 8.8.3): anything, or a list of tags.
struct EntityTags: Sendable {
  let isAny: Bool
  /// Without quotation marks, and without `W/`: a proxy that compresses weakens our tags, and they still mean the same row.
  let opaque: [String]

  /// What Apache and others put behind a tag when they compress.
  private static let proxyMarks = ["--gzip", "-gzip", ";gzip", "-br"]

  init(_ header: String) {
    var (tags, tag): ([String], String) = ([], "")
    var (isQuoted, stars) = (false, 0)
    func end() {
      var text = Substring(tag)
      while text.first == " " || text.first == "\t" { text.removeFirst() }
      while text.last == " " || text.last == "\t" { text.removeLast() }
      tag = ""
      if text == "*" { stars += 1 }
      if text.hasPrefix("W/") { text = text.dropFirst(2) }
      if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
      for mark in Self.proxyMarks where text.hasSuffix(mark) { text = text.dropLast(mark.count) }
      if !text.isEmpty { tags.append(String(text)) }
    }
    for character in header {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { end() } else { tag.append(character) }
    }
    end()
    // Among others it means nothing.
    isAny = stars == 1 && tags.count == 1
    opaque = tags
  }

  /// The weak comparison, which is all that a reader needs.
  func contains(_ eTag: String) -> Bool {
    isAny || !Set(EntityTags(eTag).opaque).isDisjoint(with: opaque)
  }
}

extension RequestContext {
  /// Whether the caller says to have this version already.
  package func has(_ eTag: String) -> Bool { headers[.ifNoneMatch].map { EntityTags($0).contains(eTag) } ?? false }
}

extension Route {
  /// The most tags that one request may name.
  private static let tagLimit = 16

  /// Runs the handler. Where `If-Match` names several versions, any of them will do: one that does not fit writes nothing.
  package func run(_ call: RequestContext, _ app: AppContext) async throws -> Response {
    guard method != .get else { return try await handler(call, app) }
    // A write is never answered with "not modified": it has been carried out, and its answer is what it made.
    var call = call
    call.headers[.ifNoneMatch] = nil
    guard let header = call.headers[.ifMatch] else { return try await handler(call, app) }
    let tags = EntityTags(header)
    guard !tags.isAny, tags.opaque.count > 1 else { return try await handler(call, app) }
    guard tags.opaque.count <= Self.tagLimit else {
      throw Problem(
        .invalid, "bad_header", "If-Match 最多写 \(Self.tagLimit) 个 ETag。",
        notes: [.init(.parameter("If-Match"), "最多 \(Self.tagLimit) 个。")])
    }
    var refusal: Problem?
    for tag in tags.opaque {
      var call = call
      call.headers[.ifMatch] = "\"\(tag)\""
      do {
        return try await handler(call, app)
      } catch let problem as Problem where problem.code == "version_conflict" {
        refusal = problem
      }
    }
    throw refusal ?? Problem(.conflict, "version_conflict", "If-Match 与当前版本不符。")
  }
}

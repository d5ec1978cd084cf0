import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Responder {
  /// The answer as it is sent: with the headers that every answer has, and compressed where the client takes that.
  static func response(_ reply: Response, to request: Request) -> HummingbirdCore.Response {
    var reply = reply
    finishHeaders(&reply.headers, of: request)
    let isZipped = zips(&reply, request.headers[.acceptEncoding])
    if reply.status == .notModified || reply.status == .noContent {
      return HummingbirdCore.Response(status: reply.status, headers: reply.headers)
    }
    if request.method == .head { return head(of: reply, isZipped) }
    return HummingbirdCore.Response(status: reply.status, headers: reply.headers, body: body(of: reply, isZipped))
  }

  private static func finishHeaders(_ headers: inout HTTPFields, of request: Request) {
    headers[.xContentTypeOptions] = "nosniff"
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    if isSecure(request) { headers[.strictTransportSecurity] = "max-age=31536000" }
  }

  /// Whether the body is compressed, and the headers that say so.
  private static func zips(_ reply: inout Response, _ accept: String?) -> Bool {
    let isLong = reply.stream != nil || reply.kept?.zipped != nil || reply.body.count >= AnswerCoding.smallest
    guard !reply.isPlain, isLong || reply.status == .notModified, AnswerCoding.suits(reply.headers) else {
      return false
    }
    reply.headers.append(HTTPField(name: .vary, value: "Accept-Encoding"))
    guard AnswerCoding.isGzipWanted(accept) else { return false }
    // Two codings of one thing are not the same bytes (RFC 9110 8.8.3.3).
    if let tag = reply.headers[.eTag], !tag.hasPrefix("W/") { reply.headers[.eTag] = "W/" + tag }
    guard reply.status != .notModified else { return false }
    reply.headers[.contentEncoding] = "gzip"
    reply.headers[.contentLength] = nil
    return true
  }

  /// What GET would say, without the body. The length is left out where only sending would tell it.
  private static func head(of reply: Response, _ isZipped: Bool) -> HummingbirdCore.Response {
    var reply = reply
    if let kept = reply.kept {
      reply.headers[.contentLength] = String((isZipped ? kept.zipped : kept.plain)?.readableBytes ?? 0)
    } else if reply.stream == nil, !isZipped {
      reply.headers[.contentLength] = String(reply.body.count)
    }
    return HummingbirdCore.Response(
      status: reply.status, headers: reply.headers, body: ResponseBody { try await $0.finish(nil) })
  }

  private static func body(of reply: Response, _ isZipped: Bool) -> ResponseBody {
    if let stream = reply.stream { return isZipped ? deflated(stream) : ResponseBody(asyncSequence: stream) }
    let plain = reply.kept?.plain ?? ByteBuffer(bytes: reply.body)
    guard isZipped, let zipped = reply.kept?.zipped ?? Deflater.whole(plain) else {
      return ResponseBody(byteBuffer: plain)
    }
    return ResponseBody(byteBuffer: zipped)
  }

  private static func deflated(_ stream: some AsyncSequence<ByteBuffer, any Error> & Sendable) -> ResponseBody {
    ResponseBody(asyncSequence: DeflatedBody(base: stream))
  }
}

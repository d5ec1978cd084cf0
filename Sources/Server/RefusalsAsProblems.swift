import HTTPTypes
import Kernel
import NIOCore
import NIOHTTPTypes

/// What the HTTP parser refuses (a space or Chinese in the address, two lengths, too long a header) never becomes a
/// request, and the server's own 400 for it is empty: this puts a problem into it. One for each connection.
package final class RefusalsAsProblems: ChannelOutboundHandler, RemovableChannelHandler {
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  package init() {}

  package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // Every 400 of a handler has a type, also to HEAD.
    guard case .head(var head) = unwrapOutboundIn(data), head.status == .badRequest,
      head.headerFields[.contentType] == nil
    else {
      context.write(data, promise: promise)
      return
    }
    let reply = ProblemReply.reply(
      Problem(.invalid, "bad_http", "这不是有效的 HTTP 请求：网址里的空格和汉字要写成百分号编码，请求行和请求头合计不超过 80 KB。"))
    head.headerFields[.contentType] = reply.headers[.contentType]
    head.headerFields[.contentLength] = String(reply.body.count)
    head.headerFields[.xRequestID] = RequestID.make()
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(ByteBuffer(bytes: reply.body))), promise: promise)
  }
}

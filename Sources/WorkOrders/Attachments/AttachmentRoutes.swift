import Foundation
import HTTPTypes
import Kernel
import Server

/// Photos and papers of work orders.
package enum AttachmentRoutes {
  package static let routes: [Route] = [
    .get("/v1/work_orders/{id}/attachments", listDoc) { call, app in
      let rows = try await Attachments.list(order: call.id(), caller: call.caller, app: app)
      return .list(rows.map(WorkOrderJSON.attachment), total: rows.count, next: nil, asOf: app.clock.today)
    },
    .call(
      .post, "/v1/work_orders/{id}/attachments", addDoc, intake: .upload(limit: Attachments.sizeLimit)
    ) { call, app in
      guard case .file(let file) = call.body else { throw Problem(.invalid, "body_missing", "请求需要文件正文。") }
      let added = try await Attachments.add(
        try Data(contentsOf: URL(fileURLWithPath: file.path)), name: name(call), order: call.id(), caller: call.caller,
        app: app)
      var reply = Response.json(WorkOrderJSON.attachment(added.row), status: added.isNew ? .created : .ok)
      reply.headers[.location] = "/v1/attachments/\(added.row.id)"
      return reply
    },
    .get("/v1/attachments/{id}", getDoc) { call, app in
      let (row, content) = try await Attachments.get(call.id(), caller: call.caller, app: app)
      let tag = "\"\(row.hash.prefix(32))\""
      if call.has(tag) { return Response(status: .notModified, headers: [.eTag: tag]) }
      var reply = Response(headers: [.contentType: row.type, .eTag: tag], body: Array(content))
      // Whatever is in it, no browser is to run it as a page of ours.
      reply.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
      reply.headers[.contentDisposition] = FileName.disposition(row.name, plain: "attachment")
      return reply
    },
  ]

  private static func name(_ call: RequestContext) throws(Problem) -> String {
    guard let name = call.query["name"], !name.isEmpty else { return "附件" }
    guard name.count <= 120, name.utf8.count <= 480,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "/" || $0 == "\\" })
    else { throw call.bad("name", "「name」最多 120 个字，不含斜杠和控制字符。") }
    return name
  }

  private static let listDoc = RouteDoc(
    tag: "work_orders", id: "list_attachments", summary: "The files of an order.",
    answer: Schemas.page(Schemas.ref("Attachment")))

  private static let addDoc = RouteDoc(
    tag: "work_orders", id: "add_attachment",
    summary:
      "A photo (JPEG, PNG, WebP, HEIC) or PDF, at most 10 MB; twenty an order. The same again answers the first.",
    parameters: [.init(name: "name", about: "What the file is called.", schema: Schemas.text)], status: 201,
    alsoStatus: [200], answer: Schemas.ref("Attachment"), answersETag: false)

  private static let getDoc = RouteDoc(
    tag: "work_orders", id: "get_attachment", summary: "A file's content.",
    answer: Schemas.binary, produces: AttachmentType.allCases[0].rawValue,
    alsoProduces: AttachmentType.allCases.dropFirst().map(\.rawValue))
}

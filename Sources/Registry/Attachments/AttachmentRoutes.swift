import Foundation
import HTTPTypes
import Kernel
import Server

/// The content of files of work orders and visits, and the photos of visits.
package enum AttachmentRoutes {
  package static let routes: [Route] = [
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
    .get("/v1/visits/{id}/attachments", listDoc) { call, app in
      AttachmentWire.list(try await VisitPhotos.list(visit: call.id(), caller: call.caller, app: app), app)
    },
    .call(
      .post, "/v1/visits/{id}/attachments", addDoc, intake: .upload(limit: Attachments.sizeLimit)
    ) { call, app in
      AttachmentWire.added(
        try await VisitPhotos.add(
          AttachmentWire.content(call), name: AttachmentWire.name(call, plain: "照片"), visit: call.id(),
          caller: call.caller, app: app))
    },
  ]

  package static let schemas = Schemas.entries(AttachmentWire.attachment.entry)

  private static let getDoc = RouteDoc(
    tag: "work_orders", id: "get_attachment", summary: "A file's content.",
    answer: Schemas.binary, produces: AttachmentType.allCases[0].rawValue,
    alsoProduces: AttachmentType.allCases.dropFirst().map(\.rawValue))

  private static let listDoc = RouteDoc(
    tag: "visits", id: "list_visit_attachments", summary: "The photos of a visit.",
    answer: Schemas.page(AttachmentWire.attachment.schema))

  private static let addDoc = RouteDoc(
    tag: "visits", id: "add_visit_attachment",
    summary: "A photo (JPEG, PNG), at most 10 MB; twenty a visit. The same again answers the first.",
    parameters: [AttachmentWire.nameParameter], status: 201, alsoStatus: [200],
    answer: AttachmentWire.attachment.schema, answersETag: false)
}

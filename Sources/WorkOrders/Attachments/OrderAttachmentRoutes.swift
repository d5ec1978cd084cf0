import Kernel
import Registry
import Server

/// Photos and papers of work orders; `Registry/Attachments` gives their content.
package enum OrderAttachmentRoutes {
  package static let routes: [Route] = [
    .get("/v1/work_orders/{id}/attachments", listDoc) { call, app in
      AttachmentWire.list(try await OrderAttachments.list(order: call.id(), caller: call.caller, app: app), app)
    },
    .call(
      .post, "/v1/work_orders/{id}/attachments", addDoc, intake: .upload(limit: Attachments.sizeLimit)
    ) { call, app in
      AttachmentWire.added(
        try await OrderAttachments.add(
          AttachmentWire.content(call), name: AttachmentWire.name(call, plain: "附件"), order: call.id(),
          caller: call.caller, app: app))
    },
  ]

  private static let listDoc = RouteDoc(
    tag: "work_orders", id: "list_attachments", summary: "The files of an order.",
    answer: Schemas.page(AttachmentWire.attachment.schema))

  private static let addDoc = RouteDoc(
    tag: "work_orders", id: "add_attachment",
    summary:
      "A photo (JPEG, PNG, WebP, HEIC) or PDF, at most 10 MB; twenty an order. The same again answers the first.",
    parameters: [AttachmentWire.nameParameter], status: 201, alsoStatus: [200],
    answer: AttachmentWire.attachment.schema, answersETag: false)
}

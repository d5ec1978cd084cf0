import Foundation
import HTTPTypes
import Kernel
import Platform
import Server

/// What files look like on the wire, and how they come in.
package enum AttachmentWire {
  package static let attachment = Shape<AttachmentRow>(
    "Attachment",
    [
      WireField("id", .id).from(\.id), WireField("name", .text()).from(\.name), WireField("type", .text()).from(\.type),
      WireField("size", .count).from(\.size), WireField("by", .text()).from(\.by),
      WireField("at", .instant).from(\.at), WireField("href", .text()).from { "/v1/attachments/\($0.id)" },
    ])

  package static let nameParameter = RouteDoc.Parameter(
    name: "name", about: "What the file is called.", schema: Schemas.text)

  package static func list(_ rows: [AttachmentRow], _ app: AppContext) -> Response {
    .list(rows.map(attachment.json), total: rows.count, next: nil, asOf: app.clock.today)
  }

  package static func added(_ added: Attachments.Added) -> Response {
    var reply = Response.json(attachment.json(added.row), status: added.isNew ? .created : .ok)
    reply.headers[.location] = "/v1/attachments/\(added.row.id)"
    return reply
  }

  package static func content(_ call: RequestContext) throws -> Data {
    guard case .file(let file) = call.body else { throw Problem(.invalid, "body_missing", "请求需要文件正文。") }
    return try Data(contentsOf: URL(fileURLWithPath: file.path))
  }

  /// - Parameter plain: what a file is called that comes without a name.
  package static func name(_ call: RequestContext, plain: String) throws(Problem) -> String {
    guard let name = call.query["name"], !name.isEmpty else { return plain }
    guard name.count <= 120, name.utf8.count <= 480,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "/" || $0 == "\\" })
    else { throw call.bad("name", "「name」最多 120 个字，不含斜杠和控制字符。") }
    return name
  }
}

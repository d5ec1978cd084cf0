import Kernel

/// The API description (OpenAPI 3.1), made from the route table: what the table does not say cannot be called.
enum OpenAPIDocument {
  static func build(_ routes: [Route], _ schemas: [String: JSONValue]) -> JSONValue {
    let paths = Dictionary(grouping: routes, by: \.path).sorted { $0.key < $1.key }.map { path, routes in
      JSONValue.Member(
        path,
        .object(
          routes.sorted { $0.method.rawValue < $1.method.rawValue }.map { route in
            .init(route.method.rawValue.lowercased(), operation(route))
          }))
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Menpai 门牌", "version": .string(Self.version),
        "description": "A street office's records, keyed by house address. Errors are RFC 9457 problem details.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "security": [["token": []]],
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "schemas": .object(components(routes, schemas)),
      ],
    ]
  }

  /// Of the description and of the API it describes.
  static let version = "1.0.0"

  /// What requests name is closed: a field that is not in it is refused.
  private static func components(_ routes: [Route], _ schemas: [String: JSONValue]) -> [JSONValue.Member] {
    let sent = Set(routes.compactMap(\.doc.body))
    return schemas.map { name, schema in
      JSONValue.Member(name, sent.contains(Schemas.ref(name)) ? Schemas.closed(schema) : schema)
    }.sorted { $0.name < $1.name }
  }

  private static func operation(_ route: Route) -> JSONValue {
    let doc = route.doc
    var members: [JSONValue.Member] = [
      .init("operationId", .string(doc.id)), .init("summary", .string(doc.summary)),
      .init("tags", [.string(doc.tag)]), .init("parameters", .array(parameters(route))),
    ]
    if let body = requestBody(route) { members.append(.init("requestBody", body)) }
    members.append(.init("responses", .object(responses(route))))
    if route.access == .open { members.append(.init("security", [])) }
    return .object(members)
  }

  private static func parameters(_ route: Route) -> [JSONValue] {
    let captures = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part -> JSONValue in
      let name = String(part.dropFirst().prefix { $0 != "}" })
      let isNumber = ["id", "n", "subject_id"].contains(name)
      let schema: JSONValue = isNumber ? ["type": "integer", "minimum": 1] : ["type": "string"]
      return ["name": .string(name), "in": "path", "required": .bool(true), "schema": schema]
    }
    let query = route.doc.parameters.map { parameter -> JSONValue in
      [
        "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
        "description": .string(parameter.about), "schema": parameter.schema,
      ]
    }
    var headers: [JSONValue] = []
    if route.doc.needsIfMatch { headers.append(header("If-Match", "The ETag last read, or *.", required: true)) }
    if route.method == .get, route.path.hasSuffix("}") {
      headers.append(header("If-None-Match", "The ETag last read: 304 where nothing has changed since."))
    }
    if route.method == .post, route.access == .token {
      headers.append(header("Idempotency-Key", "The same key again answers what the first call answered."))
    }
    return captures + query + headers
  }

  private static func header(_ name: String, _ about: String, required: Bool = false) -> JSONValue {
    [
      "name": .string(name), "in": "header", "required": .bool(required), "description": .string(about),
      "schema": ["type": "string"],
    ]
  }

  private static func requestBody(_ route: Route) -> JSONValue? {
    if case .file = route.intake {
      let file: JSONValue = ["schema": ["type": "string", "format": "binary"]]
      return [
        "required": .bool(true),
        // Bytes without a name come first: it is the only one of them that makers of clients know.
        "content": [
          "application/octet-stream": file, "text/csv": file,
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": file,
        ],
      ]
    }
    if case .upload = route.intake {
      let file: JSONValue = ["schema": ["type": "string", "format": "binary"]]
      return [
        "required": .bool(true),
        "content": ["application/octet-stream": file, "image/*": file, "application/pdf": file],
      ]
    }
    guard let body = route.doc.body else { return nil }
    if case .lines = route.intake {
      return ["required": .bool(true), "content": ["application/x-ndjson": ["schema": Schemas.closed(body)]]]
    }
    if case .form = route.intake {
      let schema: JSONValue = ["schema": Schemas.closed(body)]
      let content: JSONValue = ["application/x-www-form-urlencoded": schema, "multipart/form-data": schema]
      return ["required": .bool(true), "content": content]
    }
    return [
      "required": .bool(!route.doc.bodyMayBeLeftOut), "content": ["application/json": ["schema": Schemas.closed(body)]],
    ]
  }

  private static func responses(_ route: Route) -> [JSONValue.Member] {
    var success: [JSONValue.Member] = [.init("description", .string(route.doc.summary))]
    if let answer = route.doc.answer {
      let types = [route.doc.produces] + route.doc.alsoProduces
      success.append(.init("content", .object(types.map { .init($0, ["schema": answer]) })))
    }
    let problem: JSONValue = [
      "description": "What is wrong, where, and the remedy.",
      "content": .object([.init(route.doc.refusal.type, ["schema": route.doc.refusal.schema])]),
    ]
    var responses = ([route.doc.status] + route.doc.alsoStatus).map { JSONValue.Member(String($0), .object(success)) }
    if route.method == .get, route.path.hasSuffix("}") {
      responses.append(.init("304", ["description": "Not changed since If-None-Match."]))
    }
    responses.append(.init("default", problem))
    return responses
  }
}

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
        "title": "Menpai 门牌", "version": .string(Product.version),
        "description": .string(about),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "security": [["token": []]],
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "schemas": .object(components(routes, schemas)), "responses": Refusals.components,
      ],
    ]
  }

  private static let about = """
    A street office's records, keyed by house address.

    **Nulls.** An answer has every member that its shape requires, null where nothing is known. In a request null and absence mean \
    the same where something is made or asked; in a PATCH absence leaves what is there and null takes it away.

    **Refusals** are RFC 9457 problem details with a stable `code`, and in `errors` the place of each fault. Beside those of the routes \
    any request may be answered 405 (with Allow), 408, 417 and 431; members and parameters that a route does not name are refused.

    **Headers.** `If-Match` with the ETag last read, or `*`, where something is changed. `If-None-Match` answers 304. A POST may carry \
    an `Idempotency-Key`, and is answered the same for 48 hours. 429 and 503 may say with `Retry-After` when to ask again.
    """

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
    ]
    if let about = doc.about { members.append(.init("description", .string(about))) }
    members += [
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
    if route.doc.takesIfMatch { headers.append(header("If-Match", "The ETag last read: 412 where there is another.")) }
    if route.answersNotModified {
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
    let headers = headers(route)
    if !headers.isEmpty { success.append(.init("headers", .object(headers))) }
    if let answer = route.doc.answer {
      let types = [route.doc.produces] + route.doc.alsoProduces
      success.append(.init("content", .object(types.map { .init($0, ["schema": answer]) })))
    }
    var responses = ([route.doc.status] + route.doc.alsoStatus).map { JSONValue.Member(String($0), .object(success)) }
    if route.answersNotModified {
      let about: JSONValue = ["description": "Not changed since If-None-Match.", "headers": ["ETag": AnswerHeaders.eTag]]
      responses.append(.init("304", about))
    }
    return responses + Refusals.statuses(route).map { .init(String($0), Refusals.response($0, of: route)) }
  }

  private static func headers(_ route: Route) -> [JSONValue.Member] {
    var headers: [JSONValue.Member] = []
    if route.answersETag { headers.append(.init("ETag", AnswerHeaders.eTag)) }
    if route.doc.answersLocation { headers.append(.init("Location", AnswerHeaders.location)) }
    return headers
  }
}

import Kernel

/// The API description (OpenAPI 3.1), made from the route table: what the table does not say cannot be called.
struct OpenAPIDocument {
  private let notes: APINotes
  private let schemas: [String: JSONValue]

  static func build(
    _ routes: [Route], _ schemas: [String: JSONValue], _ notes: APINotes = .init()
  ) -> JSONValue {
    OpenAPIDocument(notes: notes, schemas: schemas).document(routes)
  }

  private func document(_ routes: [Route]) -> JSONValue {
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
        "description": .string(Self.about),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "security": [["token": []]],
      "tags": .array(notes.sections.map { ["name": .string($0.tag), "description": .string($0.about)] }),
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "schemas": .object(components(routes)), "responses": Refusals.components,
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
    an `Idempotency-Key`, and is answered the same for 48 hours. 429 and 503 may say with `Retry-After` when to ask again. \
    Every answer has an `X-Request-Id`, by which the log knows it.
    """

  /// What requests name is closed: a field that is not in it is refused.
  private func components(_ routes: [Route]) -> [JSONValue.Member] {
    let sent = Set(routes.compactMap(\.doc.body))
    let made = Set(routes.filter { $0.method != .patch }.compactMap(\.doc.body))
    return schemas.map { name, schema in
      let ref = Schemas.ref(name)
      guard sent.contains(ref) else { return JSONValue.Member(name, schema) }
      return JSONValue.Member(name, Schemas.closed(made.contains(ref) ? Schemas.nullable(schema) : schema))
    }.sorted { $0.name < $1.name }
  }

  private func operation(_ route: Route) -> JSONValue {
    let doc = route.doc
    var members: [JSONValue.Member] = [
      .init("operationId", .string(doc.id)), .init("summary", .string(doc.summary)),
    ]
    let said = notes[doc.id]
    if let about = about(doc, said) { members.append(.init("description", .string(about))) }
    members += [
      .init("tags", [.string(doc.tag)]), .init("parameters", .array(parameters(route))),
    ]
    if let body = requestBody(route) { members.append(.init("requestBody", body)) }
    members.append(.init("responses", .object(responses(route))))
    if let codes = said["codes"] { members.append(.init("x-codes", codes)) }
    if route.access == .open { members.append(.init("security", [])) }
    return .object(members)
  }

  /// What a caller must know, and the codes of refusals that are this operation's own.
  private func about(_ doc: RouteDoc, _ said: JSONValue) -> String? {
    guard case .object(let statuses)? = said["codes"] else { return doc.about }
    let codes = statuses.map { status in
      guard case .array(let codes) = status.value else { return status.name }
      return "\(status.name) " + codes.map { "`\($0.text.dropFirst().dropLast())`" }.joined(separator: ", ")
    }
    return (doc.about.map { $0 + "\n\n" } ?? "") + "Refusals of its own: \(codes.joined(separator: "; "))."
  }

  /// With an example, where there is one.
  private func content(_ schema: JSONValue, _ example: JSONValue?) -> JSONValue {
    example.map { ["schema": schema, "example": $0] } ?? ["schema": schema]
  }

  private func parameters(_ route: Route) -> [JSONValue] {
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

  private func header(_ name: String, _ about: String, required: Bool = false) -> JSONValue {
    [
      "name": .string(name), "in": "header", "required": .bool(required), "description": .string(about),
      "schema": ["type": "string"],
    ]
  }

  private func requestBody(_ route: Route) -> JSONValue? {
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
    guard let named = route.doc.body else { return nil }
    let body = Schemas.closed(route.method == .patch ? named : Schemas.nullable(named))
    if case .lines = route.intake {
      return ["required": .bool(true), "content": ["application/x-ndjson": ["schema": body]]]
    }
    if case .form = route.intake {
      let schema: JSONValue = ["schema": body]
      let content: JSONValue = ["application/x-www-form-urlencoded": schema, "multipart/form-data": schema]
      return ["required": .bool(true), "content": content]
    }
    return [
      "required": .bool(!route.doc.bodyMayBeLeftOut),
      "content": ["application/json": content(body, notes[route.doc.id]["request"])],
    ]
  }

  private func responses(_ route: Route) -> [JSONValue.Member] {
    var success: [JSONValue.Member] = [.init("description", .string(route.doc.summary))]
    let headers = headers(route)
    if !headers.isEmpty { success.append(.init("headers", .object(headers))) }
    if let answer = route.doc.answer {
      let types = [route.doc.produces] + route.doc.alsoProduces
      let example = route.doc.produces == "application/json" ? notes[route.doc.id]["answer"] : nil
      // A file that may be JSON among others is any JSON.
      let isFile = { (type: String) in type == "application/json" && answer == Schemas.binary }
      let contents = types.map { type in
        JSONValue.Member(type, content(isFile(type) ? .object([]) : answer, example))
      }
      success.append(.init("content", .object(contents)))
    }
    var responses = ([route.doc.status] + route.doc.alsoStatus).map { JSONValue.Member(String($0), .object(success)) }
    if route.answersNotModified {
      let about: JSONValue = [
        "description": "Not changed since If-None-Match.", "headers": ["ETag": AnswerHeaders.eTag],
      ]
      responses.append(.init("304", about))
    }
    let refusals = Refusals.statuses(route, takesSentence: takesSentence(route))
    return responses + refusals.map { .init(String($0), Refusals.response($0, of: route)) }
  }

  /// Whether its body may hold a `sentence`.
  private func takesSentence(_ route: Route) -> Bool {
    guard let body = route.doc.body else { return false }
    let named = schemas.first { Schemas.ref($0.key) == body }?.value
    return (named ?? body)["properties"]?["sentence"] != nil
  }

  private func headers(_ route: Route) -> [JSONValue.Member] {
    var headers: [JSONValue.Member] = []
    if route.answersETag { headers.append(.init("ETag", AnswerHeaders.eTag)) }
    if route.doc.answersLocation { headers.append(.init("Location", AnswerHeaders.location)) }
    return headers
  }
}

/// What the description says beyond the table of routes.
package struct APINotes: Sendable {
  /// Over the operations of a feature, in their order.
  let sections: [(tag: String, about: String)]
  private let operations: [String: JSONValue]

  /// - Parameter operations: by the operation's id, `codes`, and an example of `request` and `answer`.
  package init(sections: [(tag: String, about: String)] = [], operations: JSONValue = .object([])) {
    self.sections = sections
    let members: [JSONValue.Member] = if case .object(let members) = operations { members } else { [] }
    self.operations = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  subscript(operation: String) -> JSONValue { operations[operation] ?? .null }
}

import Kernel

/// The statuses with which a route may refuse, and what each means: follows from how the route is called, and from what it
/// says of itself.
enum Refusals {
  /// Of a route, in ascending order.
  /// - Parameter takesSentence: its body may hold one, which may not be understood.
  static func statuses(_ route: Route, takesSentence: Bool) -> [Int] {
    // Any header, parameter, token, and state of the server can be wrong.
    var found: Set = [400, 401, 429, 500, 503]
    if route.access == .token { found.formUnion([403, 507]) }
    // GeoReport v2 says it of a wrong key, and looks for jurisdictions everywhere.
    if route.doc.tag == "open311" { found.formUnion([403, 404]) }
    if route.path.contains("{") { found.insert(404) }
    if route.method != .get {
      // What a body or a path names may be out of sight, and what is to be changed may stand against it.
      found.insert(404)
      if route.access == .token { found.insert(409) }
    }
    if route.intake != .none { found.formUnion([413, 415]) }
    if route.doc.needsIfMatch { found.formUnion([412, 428]) }
    if route.doc.takesIfMatch { found.insert(412) }
    if takesSentence { found.insert(422) }
    return found.union(route.doc.refuses).sorted()
  }

  /// `components/responses`.
  static var components: JSONValue {
    .object(
      all.map { status, name, about in
        .init(
          name,
          answer(about, status, [problem]))
      })
  }

  /// What a route answers with a status: by reference where it refuses as most do. One that refuses in another form still
  /// answers a problem where the request never came to it: an address too long, too many at once.
  static func response(_ status: Int, of route: Route) -> JSONValue {
    let line = all.first { $0.status == status }
    let own = route.doc.refusal
    guard let line, own.type == problem.type else {
      return answer(line?.about ?? "Refused.", status, own.type == problem.type ? [own] : [own, problem])
    }
    return ["$ref": .string("#/components/responses/\(line.name)")]
  }

  private static let problem = (type: "application/problem+json", schema: Schemas.ref("Problem"))

  /// Those that the sentences above name: any route may answer them.
  static let codes: Set<String> = all.reduce(into: []) { codes, line in
    let parts = line.about.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index % 2 == 1 { codes.insert(String(part)) }
  }

  private static func answer(_ about: String, _ status: Int, _ contents: [(type: String, schema: JSONValue)])
    -> JSONValue
  {
    var members: [JSONValue.Member] = [.init("description", .string(about))]
    if [429, 503].contains(status) { members.append(.init("headers", ["Retry-After": AnswerHeaders.retryAfter])) }
    members.append(.init("content", .object(contents.map { .init($0.type, ["schema": $0.schema]) })))
    return .object(members)
  }

  private static let all: [(status: Int, name: String, about: String)] = [
    (
      400, "BadRequest",
      "What was sent does not read, or names what there is not: `json_syntax`, `bad_field`, `unknown_field`, `body_missing`, "
        + "`bad_body`, `bad_parameter`, `unknown_parameter`, `bad_path`, `bad_cursor`, `bad_header`, `bad_idempotency_key`, "
        + "a number of somebody's in a text that everybody sees (`number_in_field`). Of a filter: `filter_syntax`, `filter_limit`, "
        + "`filter_value`, `unknown_tag`, `unknown_relation`, `unknown_dataset`. `errors` say where."
    ),
    (401, "Unauthorized", "No token (`token_required`), one that holds no more (`invalid_token`), a wrong password."),
    (
      403, "Forbidden",
      "The caller's role may not do it (`missing_right`), or not here (`not_owner`); a wall's token opens the wall only (`wall_token`)."
    ),
    (404, "NotFound", "`not_found`: it is not there, or not for this caller, which answers the same."),
    (
      409, "Conflict",
      "What is there stands against it; read it again. Also a key that comes with another request "
        + "(`idempotency_key_reused`) and one whose answer is not kept (`already_done`)."
    ),
    (410, "Gone", "Cannot be gone on with: `cursor_from_another_life`, `export_outdated`."),
    (412, "PreconditionFailed", "`version_conflict`: If-Match names another version than there is. Read it again."),
    (413, "ContentTooLarge", "`body_too_large`, `file_too_large`: the body is larger than the route takes."),
    (415, "UnsupportedMediaType", "`bad_media_type`, `bad_content_encoding`: the body is not what the route takes."),
    (
      422, "UnprocessableContent",
      "`ask_unrecognised`: the sentence is not understood; `readings` are what it could mean."
    ),
    (428, "PreconditionRequired", "`precondition_required`: If-Match is missing."),
    (
      429, "TooManyRequests",
      "More than this caller may do at once or in an hour: requests, searches, wrong passwords, people in full."
    ),
    (500, "InternalServerError", "`internal_error`: nothing was changed."),
    (
      503, "ServiceUnavailable",
      "For now: the index is being built (`not_ready`), there is too much to do (`busy`, `too_busy`), the disk is away."
    ),
    (507, "InsufficientStorage", "`disk_full`, `no_temporary_file`: nothing was changed."),
  ]
}

/// Headers of answers that callers act on.
enum AnswerHeaders {
  static let retryAfter = header("Seconds after which to ask again.", ["type": "integer", "minimum": 0])
  static let eTag = header("The version of what is answered, for If-Match and If-None-Match.")
  static let location = header("The path of what was made or begun.")

  private static func header(_ about: String, _ schema: JSONValue = ["type": "string"]) -> JSONValue {
    ["description": .string(about), "schema": schema]
  }
}

import Kernel
import Server

extension Open311Routes {
  private static let dateTime: JSONValue = ["type": "string", "format": "date-time"]
  private static let status = Schemas.words(["open", "closed"])

  static let jurisdiction = RouteDoc.Parameter(
    name: "jurisdiction_id", about: "The code of a street, district or city; need not be said.", schema: Schemas.text)
  package static let key = RouteDoc.Parameter(
    name: "api_key", about: "A token, where it does not come in Authorization.", schema: Schemas.text)

  private static let extensions = RouteDoc.Parameter(
    name: "extensions", about: "true adds extended_attributes.", schema: Schemas.flag)
  private static let ids = RouteDoc.Parameter(
    name: "service_request_id", about: "Only these, divided by commas; all else is left aside.", schema: Schemas.text)
  private static let pages: [RouteDoc.Parameter] = [
    .init(
      name: "page_size", about: "1 to 1000, which is also the default.",
      schema: ["type": "integer", "minimum": 1, "maximum": 1000]),
    .init(name: "page", about: "From 1.", schema: ["type": "integer", "minimum": 1]),
  ]

  private static func time(_ name: String, _ about: String) -> RouteDoc.Parameter {
    .init(name: name, about: about, schema: ["type": "string"])
  }

  static func discoveryDoc(_ id: String) -> RouteDoc {
    RouteDoc(
      tag: "open311", id: id, summary: "Where the endpoint is, and in which formats it answers.",
      answer: Schemas.object([
        ("changeset", dateTime), ("contact", Schemas.text), ("key_service", Schemas.text),
        (
          "endpoints",
          Schemas.array(
            Schemas.object([
              ("specification", Schemas.text), ("url", Schemas.text), ("changeset", dateTime), ("type", Schemas.text),
              ("formats", Schemas.array(Schemas.text)),
            ]))
        ),
      ]))
  }

  static let servicesDoc = RouteDoc(
    tag: "open311", id: "open311_list_services", summary: "The services: today's responsibility list.",
    answer: Schemas.array(
      Schemas.object(
        [
          ("service_code", Schemas.text), ("service_name", Schemas.text), ("description", Schemas.text),
          ("metadata", Schemas.flag), ("type", Schemas.text), ("keywords", Schemas.text), ("group", Schemas.text),
        ], required: ["service_code", "service_name", "metadata", "type"])))

  static let serviceDoc = RouteDoc(
    tag: "open311", id: "open311_get_service", summary: "What a service asks for in addition.",
    answer: Schemas.object([
      ("service_code", Schemas.text),
      (
        "attributes",
        Schemas.array(
          Schemas.object([
            ("variable", Schemas.flag), ("code", Schemas.text), ("datatype", Schemas.text),
            ("required", Schemas.flag), ("datatype_description", Schemas.optionalText), ("order", Schemas.integer),
            ("description", Schemas.text),
            ("values", Schemas.array(Schemas.object([("key", Schemas.text), ("name", Schemas.text)]))),
          ]))
      ),
    ]))

  static let requestsDoc = RouteDoc(
    tag: "open311", id: "open311_list_requests",
    summary: "Requests that the key may see, the last received first: at most 90 days and 1000.",
    parameters: [
      ids, .init(name: "service_code", about: "One or several, divided by commas.", schema: Schemas.text),
      time("start_date", "Reported from then on; 90 days before the end."),
      time("end_date", "Reported until then; 90 days after the start, or now."),
      time("updated_after", "Changed from then on; then no bound of 90 days."),
      time("updated_before", "Changed until then; then no bound of 90 days."),
      .init(name: "status", about: "open, closed, or both divided by a comma.", schema: Schemas.text), extensions,
    ] + pages, answer: Schemas.array(Schemas.ref("Open311Request")))

  static let requestDoc = RouteDoc(
    tag: "open311", id: "open311_get_request", summary: "One request, in a list.", parameters: [extensions],
    answer: Schemas.array(Schemas.ref("Open311Request")))

  static let tokenDoc = RouteDoc(
    tag: "open311", id: "open311_get_token",
    summary: "The id of a request by its token. Ids are given at once here, and are their own tokens.",
    answer: Schemas.array(Schemas.object([("service_request_id", Schemas.text), ("token", Schemas.text)])))

  static let updatesDoc = RouteDoc(
    tag: "open311", id: "open311_list_updates",
    summary: "From which state to which, the newest first; those of named requests the oldest first.",
    parameters: [ids, time("start_date", "From then on."), time("end_date", "Until then.")] + pages,
    answer: Schemas.array(
      Schemas.object([
        ("update_id", Schemas.text), ("service_request_id", Schemas.text), ("status", status),
        ("updated_datetime", dateTime), ("description", Schemas.text), ("media_url", Schemas.optionalText),
      ])))

  static let postDoc = RouteDoc(
    tag: "open311", id: "open311_post_request",
    summary: "A new request; the same external_id again answers the first one with 200.",
    body: Schemas.object(
      ([
        "service_code", "description", "external_id", "address_string", "address_id", "lat", "long", "first_name",
        "last_name", "phone", "email", "media_url", "jurisdiction_id", "account_id", "device_id", "api_key",
      ] + Open311Attribute.allCases.map(\.field)).map { ($0, Schemas.text) }, required: ["service_code"]),
    status: 201, alsoStatus: [200],
    answer: Schemas.array(
      Schemas.object([
        ("service_request_id", Schemas.text), ("service_notice", Schemas.text), ("account_id", Schemas.optionalText),
      ])), answersETag: false, answersLocation: false)

  package static let schemas: [String: JSONValue] = [
    "Open311Errors": Schemas.array(
      Schemas.object([("code", Schemas.integer), ("description", Schemas.text)], required: ["code", "description"])),
    "Open311Request": Schemas.object(
      [
        ("service_request_id", Schemas.text), ("status", status), ("status_notes", Schemas.text),
        ("service_name", Schemas.optionalText), ("service_code", Schemas.optionalText),
        ("description", Schemas.text), ("agency_responsible", Schemas.optionalText),
        ("service_notice", Schemas.text), ("requested_datetime", dateTime), ("updated_datetime", dateTime),
        ("expected_datetime", dateTime), ("address", Schemas.optionalText), ("address_id", Schemas.optionalText),
        ("zipcode", Schemas.optionalText), ("lat", Schemas.number), ("long", Schemas.number),
        ("media_url", Schemas.optionalText),
        (
          "extended_attributes",
          Schemas.object([
            ("number", Schemas.text), ("source", Schemas.text), ("state", Schemas.text),
            ("group", Schemas.optionalText),
          ])
        ),
      ], required: ["service_request_id", "status", "description", "requested_datetime", "updated_datetime"]),
  ]
}

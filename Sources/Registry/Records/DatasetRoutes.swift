import FilterLanguage
import Kernel
import Server

/// The datasets (专题库).
package enum DatasetRoutes {
  package static let routes: [Route] = [
    .get("/v1/datasets", listDoc) { call, app in
      let rows = try await ListDatasets.run(caller: call.caller, app: app)
      return .list(rows.map(json), total: rows.count, next: nil, asOf: app.clock.today)
    },
    .call(.post, "/v1/datasets", addDoc) { call, app in
      let body = try call.json()
      let entry = try entry(body)
      let (about, area) = (try body.optionalThing("about") ?? "", try body.optionalText("area", limit: 32))
      try body.finish()
      let row = try await AddDataset.run(entry, about: about, area: area, caller: call.caller, app: app)
      return .row(json(row).text, version: row.row.version, of: call, status: .created)
    },
  ]

  private static func entry(_ body: BodyReader) throws(Problem) -> Vocabulary.Dataset {
    let subjects = TagSubject.allCases.map(\.rawValue)
    guard let subject = try body.optionalChoice("subject", subjects).flatMap(TagSubject.init) else {
      throw body.bad("subject", "缺少「subject」。", suggestions: subjects)
    }
    guard case .array(let values)? = body.value("fields") else { throw body.bad("fields", "「fields」应为数组。") }
    var attributes: [Vocabulary.Dataset.Attribute] = []
    for (index, value) in values.enumerated() {
      attributes.append(try attribute(BodyReader(value, at: "/fields/\(index)")))
    }
    return Vocabulary.Dataset(
      code: try body.thing("code", limit: 32), name: try body.thing("name", limit: 40), subject: subject,
      attributes: attributes)
  }

  private static func attribute(_ body: BodyReader) throws(Problem) -> Vocabulary.Dataset.Attribute {
    let types = Vocabulary.Dataset.Attribute.Kind.allCases.map(\.rawValue)
    let type = try body.optionalChoice("type", types).flatMap(Vocabulary.Dataset.Attribute.Kind.init)
    guard let type else { throw body.bad("type", "缺少「type」。", suggestions: types) }
    let attribute = Vocabulary.Dataset.Attribute(
      name: try body.thing("name", limit: 32), title: try body.thing("title", limit: 40), type: type)
    try body.finish()
    return attribute
  }

  private static func json(_ view: DatasetView) -> JSONValue {
    let row = view.row
    return [
      "code": .string(row.entry.code), "name": .string(row.entry.name),
      "subject": .string(row.entry.subject.rawValue),
      "fields": .array(
        row.entry.attributes.map {
          ["name": .string($0.name), "title": .string($0.title), "type": .string($0.type.rawValue)]
        }), "about": .string(row.about), "area": .optional(view.owner),
      "version": .integer(row.version),
    ]
  }

  private static let fields = Schemas.array(
    Schemas.object(
      [
        ("name", Schemas.text), ("title", Schemas.text), ("type", Schemas.words(["text", "number", "date", "flag"])),
      ], required: ["name", "title", "type"]))

  package static let schemas: [String: JSONValue] = [
    "Dataset": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text),
        ("subject", Schemas.words(TagSubject.allCases.map(\.rawValue))), ("fields", fields), ("about", Schemas.text),
        ("area", Schemas.optionalText), ("version", Schemas.integer),
      ], required: ["code", "name", "subject", "fields", "version"]),
    "NewDataset": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text),
        ("subject", Schemas.words(TagSubject.allCases.map(\.rawValue))), ("fields", fields),
        ("about", Schemas.optionalText), ("area", Schemas.optionalText),
      ], required: ["code", "name", "subject", "fields"]),
  ]

  private static let listDoc = RouteDoc(
    tag: "datasets", id: "list_datasets", summary: "The datasets and their fields.",
    answer: Schemas.page(Schemas.ref("Dataset")))

  private static let addDoc = RouteDoc(
    tag: "datasets", id: "add_dataset", summary: "A new dataset.", body: Schemas.ref("NewDataset"), status: 201,
    answer: Schemas.ref("Dataset"))
}

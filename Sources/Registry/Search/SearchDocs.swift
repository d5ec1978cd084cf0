import FilterLanguage
import Kernel
import Platform
import Server

extension SearchRoutes {
  private static let filterParameters: [RouteDoc.Parameter] = [
    .init(name: "where", about: "A filter; empty for everything.", schema: ["type": "string", "maxLength": 4000]),
    .init(
      name: "as_of", about: "The day that the question is about; today.", schema: ["type": "string", "format": "date"]),
  ]

  private static let listParameters: [RouteDoc.Parameter] =
    filterParameters + [
      .init(name: "select", about: "Columns, comma-separated.", schema: Schemas.text),
      .init(name: "sort", about: "Fields, comma-separated, each with an optional .desc.", schema: Schemas.text),
      .init(name: "limit", about: "Rows in the page.", schema: ["type": "integer", "minimum": 1, "maximum": 500]),
      .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text),
      .init(name: "count", about: "none leaves the total out.", schema: Schemas.words(["exact", "none"])),
    ]

  private static let mine = RouteDoc.Parameter(
    name: "mine", about: "Only orders that the caller has taken, or was called in for by name.", schema: Schemas.flag)

  private static func itemSchema(_ subject: Subject) -> JSONValue { Schemas.ref(schemaName(subject)) }

  static func schemaName(_ subject: Subject) -> String {
    switch subject {
    case .people: "Person"
    case .houses: "House"
    case .buildings: "Building"
    case .shops: "Shop"
    case .assets: "Asset"
    case .workOrders: "WorkOrderRow"
    case .visits: "Visit"
    case .records: "Record"
    }
  }

  static func listDoc(_ subject: Subject) -> RouteDoc {
    RouteDoc(
      tag: subject.word, id: "list_\(subject.word)", summary: "The \(subject.word) that a filter selects.",
      parameters: listParameters + (subject == .workOrders ? [mine] : []), answer: Schemas.page(itemSchema(subject)))
  }

  static func searchDoc(_ subject: Subject) -> RouteDoc {
    RouteDoc(
      tag: subject.word, id: "search_\(subject.word)", summary: "The same, with the question in the body.",
      body: Schemas.ref("SearchBody"), answer: Schemas.page(itemSchema(subject)))
  }

  static func explainDoc(_ subject: Subject) -> RouteDoc {
    RouteDoc(
      tag: subject.word, id: "explain_\(subject.word)_filter",
      summary: "What a filter means: written out, as JSON, and in Chinese.", parameters: filterParameters,
      answer: Schemas.object(
        [
          ("subject", Schemas.text), ("where", Schemas.text), ("where_json", ["type": "object"]),
          ("explanation", Schemas.text),
        ], required: ["subject", "where", "where_json", "explanation"]))
  }

  static func facetsDoc(_ subject: Subject) -> RouteDoc {
    RouteDoc(
      tag: subject.word, id: "count_\(subject.word)_facets",
      summary: "How the selected \(subject.word) spread over tags, areas and words.",
      parameters: filterParameters + [
        .init(
          name: "by",
          about: "tag, committee, grid, road, a field of words or a flag; of work orders month too. Comma-separated.",
          schema: Schemas.text)
      ], answer: Schemas.ref("Facets"))
  }

  /// A schema a kind of row, from the columns that the rows can have. Work orders have one of their own.
  package static var rowSchemas: [String: JSONValue] {
    var schemas: [String: JSONValue] = [:]
    for subject in Subject.searchable where subject != .workOrders {
      let columns = SubjectKind(rawValue: subject.word).flatMap(Projections.of)?.columns ?? []
      schemas[schemaName(subject)] = Schemas.object(
        columns.map { ($0.name, columnSchema($0.name, $0.kind, subject)) } + [
          ("tags", Schemas.array(Schemas.ref("TagName")))
        ])
    }
    return schemas
  }

  /// As the projection has the column; of its numbers these have a part behind the point.
  private static func columnSchema(_ name: String, _ kind: ColumnKind, _ subject: Subject) -> JSONValue {
    if let field = subject.storedField(name) { return StoredFieldBody.schema(of: field) }
    return switch kind {
    case .number where ["id", "version"].contains(name): Schemas.integer
    case .number where name == "area_m2": Schemas.number
    case .number: Schemas.optionalInteger
    case .day: Schemas.day
    default: name == "updated_at" ? Schemas.instant : Schemas.optionalText
    }
  }
}

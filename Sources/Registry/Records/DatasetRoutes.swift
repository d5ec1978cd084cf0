import FilterLanguage
import Kernel
import Server

/// The datasets (专题库).
package enum DatasetRoutes {
  package static let routes: [Route] = [
    .get("/v1/datasets", listDoc) { call, app in
      let rows = try await ListDatasets.run(caller: call.caller, app: app)
      return .list(rows.map(DatasetWire.dataset.json), total: rows.count, next: nil, asOf: app.clock.today)
    },
    .call(.post, "/v1/datasets", addDoc) { call, app in
      let blank = Vocabulary.Dataset(code: "", name: "", subject: .person, attributes: [])
      let sent = try DatasetWire.new.read(call.json(), into: blank)
      let row = try await AddDataset.run(
        sent.value, about: sent[DatasetWire.about] ?? "", area: sent[DatasetWire.area], caller: call.caller, app: app)
      return .row(DatasetWire.dataset.json(row).text, version: row.row.version, of: call, status: .created)
    },
  ]

  package static let schemas = Schemas.entries(
    DatasetWire.dataset.entry, DatasetWire.new.entry, DatasetWire.field.entry, DatasetWire.newField.entry)

  private static let listDoc = RouteDoc(
    tag: "datasets", id: "list_datasets", summary: "The datasets and their fields.",
    answer: Schemas.page(DatasetWire.dataset.schema))

  private static let addDoc = RouteDoc(
    tag: "datasets", id: "add_dataset", summary: "A new dataset.", body: DatasetWire.new.schema, status: 201,
    answer: DatasetWire.dataset.schema, answersLocation: false)
}

/// What datasets look like on the wire.
private enum DatasetWire {
  typealias Attribute = Vocabulary.Dataset.Attribute

  static let code = WireField("code", .thing(32))
  static let name = WireField("name", .thing(40))
  static let subject = WireField("subject", Codec<TagSubject>.word())
  static let about = WireField("about", .thing())
  static let area = WireField("area", .text(32))

  static let fieldName = WireField("name", .thing(32))
  static let fieldTitle = WireField("title", .thing(40))
  static let fieldType = WireField("type", Codec<Attribute.Kind>.word())
  static let field = Shape<Attribute>(
    "DatasetField", [fieldName.from(\.name), fieldTitle.from(\.title), fieldType.from(\.type)])
  static let newField = Input<Attribute>(
    "NewDatasetField", [fieldType.needed(\.type), fieldName.needed(\.name), fieldTitle.needed(\.title)])
  static let fields = WireField(
    "fields", .list(of: field, sent: newField, into: Attribute(name: "", title: "", type: .text)))

  static let dataset = Shape<DatasetView>(
    "Dataset",
    [
      code.from(\.row.entry.code), name.from(\.row.entry.name), subject.from(\.row.entry.subject),
      fields.from(\.row.entry.attributes), about.from(\.row.about), area.from(orNull: \.owner),
      WireField("version", .version).from(\.row.version),
    ])

  static let new = Input<Vocabulary.Dataset>(
    "NewDataset",
    [
      subject.needed(\.subject), fields.needed(\.attributes), code.needed(\.code), name.needed(\.name),
      about.optional(), area.optional(),
    ])
}

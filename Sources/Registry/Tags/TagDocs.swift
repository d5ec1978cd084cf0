import Kernel
import Server

extension TagRoutes {
  package static let schemas = Schemas.entries(
    TagWire.tag.entry, TagWire.broken.entry, TagWire.new.entry, TagWire.patch.entry,
    ("TagName", Schemas.object([("code", Schemas.text), ("name", Schemas.text)], required: ["code", "name"])))

  static let listDoc = RouteDoc(
    tag: "tags", id: "list_tags", summary: "The catalogue of tags, by code.",
    parameters: [
      .init(name: "subject", about: "What the tag is put on.", schema: TagWire.subject.codec.answered),
      .init(name: "line", about: "The line of work (条线).", schema: Schemas.text),
      .init(name: "kind", about: "Assigned by somebody, or computed by a rule.", schema: TagWire.kind.codec.answered),
      .init(name: "retired", about: "Whether retired tags are wanted too.", schema: Schemas.flag),
    ] + RouteDoc.paging, answer: Schemas.page(TagWire.tag.schema))

  static let getDoc = RouteDoc(tag: "tags", id: "get_tag", summary: "One tag.", answer: TagWire.tag.schema)

  static let addDoc = RouteDoc(
    tag: "tags", id: "add_tag",
    summary:
      "A new tag of an area (the caller's own); with a rule it is computed, without one assigned. It exists in, below and above its area.",
    body: TagWire.new.schema, status: 201, answer: TagWire.tag.schema)

  static let changeDoc = RouteDoc(
    tag: "tags", id: "change_tag",
    summary: "New values for some fields of a tag; by who is bound to its area or above, by admin where it has none.",
    body: TagWire.patch.schema, answer: TagWire.tag.schema, needsIfMatch: true)
}

import Kernel
import Server

extension CampaignRoutes {
  package static let schemas = CampaignWire.entries.merging(
    Schemas.entries(
      CampaignInput.delivery.entry, CampaignInput.item.entry, CampaignInput.change.entry,
      ("CampaignBody", CampaignInput.campaign))
  ) { first, _ in first }

  static let addDoc = RouteDoc(
    tag: "campaigns", id: "add_campaign",
    summary: "Asks whom a campaign is for, freezes the answer, and makes its first round.",
    about: """
      Exactly one of where (with subject), where_json, sentence or template; houses, people or shops. `each` is what one of \
      them gets, or with `per_resident` each resident of a house. Needs `manage_campaigns`.
      """,
    body: Schemas.ref("CampaignBody"), status: 201, answer: CampaignWire.campaign.schema)

  static let listDoc = RouteDoc(
    tag: "campaigns", id: "list_campaigns", summary: "The campaigns that exist for the caller, the newest first.",
    parameters: [.init(name: "state", about: "open or closed.", schema: Schemas.words(State.allCases.map(\.rawValue)))]
      + RouteDoc.paging, answer: Schemas.page(CampaignWire.campaign.schema))

  static let getDoc = RouteDoc(
    tag: "campaigns", id: "get_campaign",
    summary: "One campaign: its rounds, and how far each is in the caller's areas.",
    answer: CampaignWire.campaign.schema)

  static let changeDoc = RouteDoc(
    tag: "campaigns", id: "change_campaign",
    summary: "Code, names, days and collectors; `closed` ends it, and opens it again.",
    about: "Needs `manage_campaigns`, and that all of the campaign lies in the caller's areas.",
    body: CampaignInput.change.schema, answer: CampaignWire.campaign.schema, needsIfMatch: true)

  static let roundDoc = RouteDoc(
    tag: "campaigns", id: "add_campaign_round",
    summary: "A follow-up round of what the last has left: waiting, nobody_home, and the rest of partly.",
    about: "Needs `manage_campaigns`, and that all of the campaign lies in the caller's areas.", status: 201,
    answer: CampaignWire.campaign.schema)

  static let deliveriesDoc = RouteDoc(
    tag: "campaigns", id: "list_campaign_deliveries",
    summary: "Who is to get what in a round, and what became of it, in the order of doors.",
    about: "`waiting` is what nobody has entered.",
    parameters: [
      roundParameter,
      .init(name: "state", about: "Only these.", schema: Schemas.words(DeliveryState.allCases.map(\.rawValue))),
      .init(name: "area", about: "The code of an area of the caller's.", schema: Schemas.text),
      .init(name: "building_id", about: "Only of this building.", schema: ["type": "integer", "minimum": 1]),
    ] + RouteDoc.paging, answer: Schemas.page(CampaignWire.delivery.schema))

  static let sheetDoc = RouteDoc(
    tag: "campaigns", id: "print_doors",
    summary: "The doors of a building on paper, with room to sign. Names stay masked.",
    parameters: [
      .init(
        name: "building_id", about: "Which building.", schema: ["type": "integer", "minimum": 1], isRequired: true),
      roundParameter,
    ], answer: Schemas.text, produces: "text/html")

  static let deliverDoc = RouteDoc(
    tag: "campaigns", id: "put_delivery", summary: "Enters what became of one subject in a round.",
    about: """
      What somebody has entered is replaced only with `If-Match`; without it 409 `already_delivered` says who entered what. \
      `waiting` takes away what was entered by mistake. The same entry by the same caller once more changes nothing.
      """,
    body: CampaignInput.delivery.schema, answer: CampaignWire.delivery.schema, takesIfMatch: true, answersETag: true)

  static let deliverManyDoc = RouteDoc(
    tag: "campaigns", id: "add_deliveries", summary: "The same for up to 1,000 subjects, item by item.",
    about: "`version` of an item is what `If-Match` is to one; `round` is the last where it is left out.",
    body: Schemas.object(
      [("round", Schemas.optionalInteger), ("items", Schemas.array(CampaignInput.item.schema))], required: ["items"]),
    answer: Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object(
              [
                ("index", Schemas.integer), ("status", Schemas.integer),
                ("delivery", ["anyOf": [CampaignWire.delivery.schema, ["type": "null"]]]),
                ("error", ["anyOf": [Schemas.ref("Problem"), ["type": "null"]]]),
              ], required: ["index", "status", "delivery", "error"]))
        )
      ], required: ["items"]))

  static let progressDoc = RouteDoc(
    tag: "campaigns", id: "read_progress",
    summary: "How far a campaign is in the caller's areas, in all and by committee, grid, building or worker.",
    about:
      "Without `round` each subject counts once, by the last round that has it; quantities are those of all rounds.",
    parameters: [
      .init(
        name: "by", about: "By what; committees where it is left out.",
        schema: Schemas.words(CampaignDimension.allCases.map(\.rawValue))),
      roundParameter,
    ], answer: CampaignWire.progress.schema)

  static let newcomersDoc = RouteDoc(
    tag: "campaigns", id: "list_newcomers",
    summary: "The question asked again today: who has come since the campaign was frozen, and who has left.",
    parameters: [.init(name: "limit", about: "How many of each are listed.", schema: Schemas.pageSize)],
    answer: CampaignWire.newcomers.schema, refuses: [409])

  static let addNewcomersDoc = RouteDoc(
    tag: "campaigns", id: "add_newcomers", summary: "Takes into the last round whoever has come since.",
    about: "Of subjects in the caller's areas. Needs `manage_campaigns`.",
    answer: Schemas.object(
      [("added", Schemas.integer), ("campaign", CampaignWire.campaign.schema)], required: ["added", "campaign"]))

  private static let roundParameter = RouteDoc.Parameter(
    name: "round", about: "Its number.", schema: ["type": "integer", "minimum": 1, "maximum": 1000])
}

import FilterLanguage
import Kernel
import Ledgers
import Server

/// What callers send about campaigns.
enum CampaignInput {
  /// What is entered about a subject, and which.
  struct Entered: Sendable {
    var subject: Int64 = 0
    var delivery = Delivery(.waiting)
    /// Of what is entered already; nil where nothing is.
    var version: Int64?
  }

  private static let state = WireField("state", Codec<DeliveryState>.word())
  private static let quantity = WireField("quantity", .integer(in: 1...Int64(DeliveryRules.most)))
  private static let note = WireField("note", .text(500))
  /// What another register numbers its thing by.
  private static let code = WireField(
    "code",
    Codec<String>(
      answered: Schemas.text, sent: Schemas.plainText(64), write: { .string($0) },
      read: { body, name throws(Problem) in try body.optionalCode(name, limit: 64) }))
  private static let day = WireField("on", .day)
  private static let collectedBy = WireField("collected_by", .text(32))
  private static let relation = WireField("relation", .thing(32))

  private static let fields: [InputField<Entered>] = [
    state.needed(\.delivery.state), quantity.optional(\.delivery.quantity), note.optional(\.delivery.note),
    code.optional(\.delivery.code), day.optional(\.delivery.on), collectedBy.optional(\.delivery.collectedBy),
    relation.optional(\.delivery.relation),
  ]

  static let delivery = Input<Entered>("DeliveryBody", fields)
  static let item = Input<Entered>(
    "DeliveryItem",
    [WireField("subject_id", .id).needed(\.subject), WireField("version", .version).optional(\.version)] + fields)

  static let change = Input<ChangeCampaign.Change>(
    "CampaignChange",
    [
      WireField("code", .code).kept(\.code), WireField("name", .thing(64)).kept(\.name),
      WireField("item", .thing(32)).kept(\.item), WireField("since", .day).kept(\.since),
      WireField("until", .day).kept(\.until), WireField("collectors", .texts).optional(\.collectors, empty: []),
      WireField("closed", .flag).kept(\.isClosed),
    ])

  static let campaign: JSONValue = Schemas.object(
    [
      ("code", ["type": "string", "pattern": "^[A-Z0-9_]{2,16}$"]), ("name", ["type": "string", "maxLength": 64]),
      ("item", ["type": "string", "maxLength": 32]),
      ("rule", ["type": ["string", "null"], "enum": ["each", "per_resident", .null]]),
      ("each", ["type": ["integer", "null"], "minimum": 1, "maximum": 1000]),
      ("subject", Schemas.words(EntryPlan.subjects.map(\.word))), ("where", ["type": "string", "maxLength": 4000]),
      ("where_json", ["type": "object"]), ("sentence", ["type": "string", "maxLength": 400]),
      ("template", Schemas.text), ("since", ["type": "string", "format": "date"]),
      ("until", ["type": "string", "format": "date"]),
      ("areas", ["type": ["array", "null"], "items": Schemas.text]),
      ("collectors", ["type": ["array", "null"], "items": Schemas.text]),
    ], required: ["code", "name", "item", "since", "until"])

  static func wish(_ body: BodyReader) throws(Problem) -> StartCampaign.Wish {
    let (code, name) = (try body.thing("code", limit: 16), try body.thing("name", limit: 64))
    let item = try body.thing("item", limit: 32)
    let rule = try body.optionalChoice("rule", CampaignRule.allCases.map(\.rawValue)).flatMap(CampaignRule.init)
    let each = try body.optionalInteger("each").map { Int(clamping: $0) } ?? 1
    guard let since = try body.optionalDay("since") else { throw body.bad("since", "缺少「since」。") }
    guard let until = try body.optionalDay("until") else { throw body.bad("until", "缺少「until」。") }
    let subject = try body.optionalChoice("subject", EntryPlan.subjects.map(\.word)).flatMap { Subject(word: $0) }
    let (areas, collectors) = (try body.optionalWords("areas"), try body.optionalWords("collectors") ?? [])
    guard let source = try LedgerBody.source(body) else {
      throw body.bad("where", "请说明发给谁：where、where_json、sentence、template 恰好一项。")
    }
    try body.finish()
    return StartCampaign.Wish(
      CampaignDraft(
        code: code, name: name, item: item, rule: rule ?? .each, quantity: each, since: since, until: until,
        collectors: collectors), source: source, subject: subject, areas: areas)
  }

  /// Items of a batch: one that cannot be read takes nothing of the others with it.
  static func items(
    _ body: BodyReader
  ) throws(Problem) -> (round: Int?, items: [Result<EnterDeliveries.Item, Problem>]) {
    guard case .array(let values)? = body.value("items") else { throw body.bad("items", "「items」应为数组。") }
    let round = try body.optionalInteger("round").map { Int(clamping: $0) }
    try body.finish()
    return (
      round,
      values.enumerated().map { index, value in
        do throws(Problem) {
          let entered = try item.read(BodyReader(value, at: "/items/\(index)"), into: Entered()).value
          return .success(
            EnterDeliveries.Item(
              entered.subject, entered.delivery, expected: entered.version.map { .version($0) } ?? .nothing,
              at: "/items/\(index)"))
        } catch {
          return .failure(error)
        }
      }
    )
  }
}

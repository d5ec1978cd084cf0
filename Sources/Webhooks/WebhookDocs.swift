import Kernel
import Platform
import Server

extension WebhookRoutes {
  static let listDoc = RouteDoc(
    tag: "webhooks", id: "list_webhooks", summary: "The caller's webhooks, for admin everybody's; the newest first.",
    parameters: RouteDoc.paging, answer: Schemas.page(Schemas.ref("Webhook")))

  static let addDoc = RouteDoc(
    tag: "webhooks", id: "add_webhook",
    summary: "Has another system called. Answers with the secret that signs the calls, shown this once.",
    body: Schemas.object(
      [("name", name), ("url", url), ("events", events)], required: ["url", "events"]), status: 201,
    answer: [
      "allOf": [Schemas.object([("secret", Schemas.text)], required: ["secret"]), Schemas.ref("Webhook")]
    ])

  static let getDoc = RouteDoc(
    tag: "webhooks", id: "get_webhook", summary: "One webhook.", answer: Schemas.ref("Webhook"))

  static let changeDoc = RouteDoc(
    tag: "webhooks", id: "change_webhook", summary: "What is not named stays; active false ends what still waits.",
    body: Schemas.object([("name", name), ("url", url), ("events", events), ("active", Schemas.flag)]),
    answer: Schemas.ref("Webhook"), needsIfMatch: true)

  static let removeDoc = RouteDoc(
    tag: "webhooks", id: "remove_webhook", summary: "Calls it no more, also about what still waits.", status: 204,
    needsIfMatch: true)

  static let testDoc = RouteDoc(
    tag: "webhooks", id: "test_webhook", summary: "Sends a ping; what became of it is among the deliveries.",
    status: 202, answer: Schemas.ref("Delivery"))

  static let deliveriesDoc = RouteDoc(
    tag: "webhooks", id: "list_deliveries", summary: "The calls of a webhook, the newest first.",
    parameters: [
      .init(
        name: "state", about: "Only those in this state.",
        schema: Schemas.words(DeliveryRow.State.allCases.map(\.rawValue)))
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Delivery")))

  private static let name: JSONValue = ["type": "string", "maxLength": 64]
  private static let url: JSONValue = ["type": "string", "format": "uri", "maxLength": 2000]
  private static let events = Schemas.array(Schemas.words(WebhookEvent.subscribable.map(\.rawValue)))

  package static let schemas: [String: JSONValue] = [
    "Webhook": Schemas.object(
      [
        ("id", Schemas.integer), ("name", Schemas.text), ("url", url), ("events", events), ("active", Schemas.flag),
        ("caller", Schemas.text), ("made_at", Schemas.instant), ("version", Schemas.integer),
        ("updated_at", Schemas.instant),
      ], required: ["id", "name", "url", "events", "active", "version"]),
    "Delivery": Schemas.object(
      [
        ("id", Schemas.integer), ("delivery", Schemas.text), ("event", Schemas.text),
        ("state", Schemas.words(DeliveryRow.State.allCases.map(\.rawValue))), ("attempts", Schemas.integer),
        ("made_at", Schemas.instant), ("next_at", Schemas.optionalInstant),
        ("last_at", Schemas.optionalInstant), ("last_status", Schemas.optionalInteger),
        ("last_error", Schemas.optionalText), ("ended_at", Schemas.optionalInstant),
      ], required: ["id", "delivery", "event", "state", "attempts", "made_at"]),
  ]
}

import Kernel
import Platform
import Server

extension WebhookRoutes {
  static let listDoc = RouteDoc(
    tag: "webhooks", id: "list_webhooks", summary: "The caller's webhooks, for admin everybody's; the newest first.",
    parameters: RouteDoc.paging, answer: Schemas.page(WebhookWire.webhook.schema))

  static let addDoc = RouteDoc(
    tag: "webhooks", id: "add_webhook",
    summary: "Has another system called. Answers with the secret that signs the calls, shown this once.",
    body: WebhookWire.new.schema, status: 201, answer: WebhookWire.made.schema)

  static let getDoc = RouteDoc(
    tag: "webhooks", id: "get_webhook", summary: "One webhook.", answer: WebhookWire.webhook.schema)

  static let changeDoc = RouteDoc(
    tag: "webhooks", id: "change_webhook", summary: "What is not named stays; active false ends what still waits.",
    body: WebhookWire.patch.schema, answer: WebhookWire.webhook.schema, needsIfMatch: true)

  static let removeDoc = RouteDoc(
    tag: "webhooks", id: "remove_webhook", summary: "Calls it no more, also about what still waits.", status: 204,
    needsIfMatch: true)

  static let testDoc = RouteDoc(
    tag: "webhooks", id: "test_webhook", summary: "Sends a ping; what became of it is among the deliveries.",
    status: 202, answer: WebhookWire.delivery.schema, answersLocation: false)

  static let deliveriesDoc = RouteDoc(
    tag: "webhooks", id: "list_deliveries", summary: "The calls of a webhook, the newest first.",
    parameters: [
      .init(name: "state", about: "Only those in this state.", schema: WebhookWire.state.codec.answered)
    ] + RouteDoc.paging, answer: Schemas.page(WebhookWire.delivery.schema))

  package static let schemas = Schemas.entries(
    WebhookWire.webhook.entry, WebhookWire.made.entry, WebhookWire.delivery.entry, WebhookWire.new.entry,
    WebhookWire.patch.entry)
}

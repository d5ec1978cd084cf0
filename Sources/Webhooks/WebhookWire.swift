import Kernel
import Platform
import Server

/// What webhooks and their calls look like on the wire.
enum WebhookWire {
  static let name = WireField("name", .thing(64))
  static let url = WireField("url", Codec.text(2000).format("uri"))
  static let events = WireField("events", subscribable)
  static let active = WireField("active", .flag)
  static let state = WireField("state", Codec<DeliveryRow.State>.word())

  static let webhook = Shape<WebhookRow>(
    "Webhook",
    [
      WireField("id", .id).from(\.id), name.from(\.draft.name), url.from(\.draft.url), events.from(\.draft.events),
      active.from(\.draft.isActive), WireField("caller", .text()).from(\.caller),
      WireField("made_at", .instant).from(\.madeAt), WireField("version", .version).from(\.version),
      WireField("updated_at", .instant).from(\.updatedAt),
    ])

  static let made = Shape<(row: WebhookRow, secret: String)>(
    "MadeWebhook", webhook.of { $0.row } + [WireField("secret", .text()).from { $0.secret }])

  static let delivery = Shape<DeliveryRow>(
    "Delivery",
    [
      WireField("id", .id).from(\.id), WireField("delivery", .text()).from(\.uid),
      WireField("event", .text()).from(\.event),
      state.from(\.state), WireField("attempts", .count).from(\.attempts),
      WireField("made_at", .instant).from(\.madeAt),
      WireField("next_at", .instant).from(orNull: { $0.state == .pending ? $0.nextAt : nil }),
      WireField("last_at", .instant).from(orNull: \.lastAt),
      WireField("last_status", .count).from(orNull: \.lastStatus),
      WireField("last_error", .text()).from(orNull: \.lastError),
      WireField("ended_at", .instant).from(orNull: \.endedAt),
    ])

  static let new = Input<WebhookDraft>(
    "NewWebhook", [url.needed(\.url), name.optional(\.name), events.needed(\.events)])

  /// What is null stays as it is, too.
  static let patch = Input<WebhookPatch>(
    "WebhookPatch",
    [name.optional(\.name), url.optional(\.url), events.optional(\.events), active.optional(\.isActive)])

  private static let subscribable: Codec<[WebhookEvent]> = {
    let words = WebhookEvent.subscribable.map(\.rawValue)
    return Codec(
      answered: Schemas.array(Schemas.words(words)), write: { .texts($0.map(\.rawValue)) },
      read: { body, name throws(Problem) in
        try body.optionalWords(name)?.map { word throws(Problem) in
          guard let event = WebhookEvent(rawValue: word), event != .ping else {
            throw body.bad(name, "没有「\(word)」这种事件。", suggestions: words)
          }
          return event
        }
      })
  }()
}

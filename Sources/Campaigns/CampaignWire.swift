import FilterLanguage
import Identity
import Kernel
import Ledgers
import Platform
import Server

/// What campaigns look like on the wire.
enum CampaignWire {
  static let tally = Shape<Tally>(
    "CampaignCounts",
    [WireField("total", .count).from(\.total), WireField("done", .count).from(\.done)]
      + DeliveryState.allCases.map { state in WireField("\(state.rawValue)", .count).from { $0[state] } }
      + [WireField("expected", .count).from(\.expected), WireField("quantity", .count).from(\.quantity)])

  private static let round = Shape<(view: CampaignView, round: CampaignRound)>(
    "CampaignRound",
    [
      WireField("round", .count).from { $0.round.number }, WireField("follows", .count).from(orNull: \.round.follows),
      WireField("caller", .text()).from { $0.round.caller }, WireField("made_at", .instant).from { $0.round.madeAt },
      WireField("counts", .one(of: tally)).from { $0.view.tally(of: $0.round.number) },
    ])

  private static let codes = WireField("areas", .texts)

  static let campaign = Shape<CampaignView>(
    "Campaign",
    [
      WireField("id", .id).from(\.row.id), WireField("code", .text()).from(\.row.draft.code),
      WireField("name", .text()).from(\.row.draft.name), WireField("item", .text()).from(\.row.draft.item),
      WireField("rule", Codec<CampaignRule>.word()).from(\.row.draft.rule),
      WireField("each", .count).from(\.row.draft.quantity),
      WireField("subject", .word(of: EntryPlan.subjects.map(\.word))).from { $0.ledger.row.draft.subject },
      WireField("where", .text()).from { $0.ledger.question },
      WireField("explanation", .text()).from { $0.ledger.explanation },
      codes.from(orNull: \.ledger.areas),
      WireField("collectors", .texts).from(\.row.draft.collectors),
      WireField("since", .day).from(\.row.draft.since), WireField("until", .day).from(\.row.draft.until),
      WireField("closed", .flag).from { $0.row.closedAt != nil },
      WireField("closed_at", .instant).from(orNull: \.row.closedAt),
      WireField("closed_by", .text()).from(orNull: \.row.closedBy),
      WireField("run_id", .id).from(\.row.run), WireField("caller", .text()).from(\.row.caller),
      WireField("made_at", .instant).from(\.row.madeAt), WireField("version", .version).from(\.row.version),
      WireField("rounds", .list(of: round)).from { view in view.rounds.map { (view, $0) } },
      WireField("counts", .one(of: tally)).from(\.whole),
    ])

  static let delivery = Shape<(entry: EntryRow, tree: AreaTree)>(
    "CampaignDelivery",
    [
      WireField("subject_id", .id).from { $0.entry.subject }, WireField("round", .count).from { $0.entry.round },
      WireField("name", .text()).from(orNull: \.entry.name),
      WireField("address", .text()).from(orNull: \.entry.address),
      WireField("house_id", .id).from(orNull: \.entry.house),
      WireField("building_id", .id).from(orNull: \.entry.building),
      WireField("committee", .text()).from(orNull: { code($0.entry.committee, $0.tree) }),
      WireField("grid", .text()).from(orNull: { code($0.entry.grid, $0.tree) }),
      WireField("expected", .count).from { $0.entry.expected },
      WireField("state", Codec<DeliveryState>.word()).from { $0.entry.delivery.state },
      WireField("quantity", .count).from(orNull: \.entry.delivery.quantity),
      WireField("note", .text()).from(orNull: \.entry.delivery.note),
      WireField("code", .text()).from(orNull: \.entry.delivery.code),
      WireField("on", .day).from(orNull: \.entry.delivery.on), WireField("by", .text()).from(orNull: \.entry.by),
      WireField("at", .instant).from(orNull: \.entry.at),
      WireField("collected_by", .text()).from(orNull: { $0.entry.delivery.collectedBy.map(Masking.name) }),
      WireField("relation", .text()).from(orNull: \.entry.delivery.relation),
      WireField("later_round", .flag).from { !$0.entry.isLast },
      WireField("version", .version).from { $0.entry.version },
    ])

  static let line = Shape<ReadProgress.Line>(
    "CampaignProgressLine",
    [
      WireField("id", .id).from(orNull: \.id), WireField("code", .text()).from(orNull: \.code),
      WireField("name", .text()).from(orNull: \.name), WireField("counts", .one(of: tally)).from(\.tally),
    ])

  static let progress = Shape<(id: Int64, answer: ReadProgress.Answer, day: Day)>(
    "CampaignProgress",
    [
      WireField("campaign_id", .id).from(\.id), WireField("by", Codec<CampaignDimension>.word()).from { $0.answer.by },
      WireField("round", .count).from(orNull: \.answer.round),
      WireField("counts", .one(of: tally)).from { $0.answer.all },
      WireField("items", .list(of: line)).from { $0.answer.lines }, WireField("as_of", .day).from(\.day),
    ])

  private static let newcomer = Shape<(entry: EntryDraft, tree: AreaTree)>(
    "CampaignNewcomer",
    [
      WireField("subject_id", .id).from { Int64($0.entry.subject) },
      WireField("name", .text()).from(orNull: \.entry.name),
      WireField("address", .text()).from(orNull: \.entry.address),
      WireField("committee", .text()).from(orNull: { code($0.entry.committee.map(Int64.init), $0.tree) }),
      WireField("expected", .count).from { $0.entry.expected },
    ])

  private static let left = Shape<(left: FindNewcomers.Left, tree: AreaTree)>(
    "CampaignLeft",
    [
      WireField("subject_id", .id).from { $0.left.entry.subject },
      WireField("name", .text()).from(orNull: \.left.entry.name),
      WireField("address", .text()).from(orNull: \.left.entry.address),
      WireField("state", Codec<DeliveryState>.word()).from { $0.left.entry.delivery.state },
      WireField("why", .word(of: ["died", "moved_away", "no_longer_matches"])).from { $0.left.why },
    ])

  static let newcomers = Shape<(answer: FindNewcomers.Answer, day: Day)>(
    "CampaignNewcomers",
    [
      WireField("added_total", .count).from { $0.answer.added.total },
      WireField("added", .list(of: newcomer)).from { shown in
        shown.answer.added.items.map { ($0, shown.answer.tree) }
      },
      WireField("left_total", .count).from { $0.answer.left.total },
      WireField("left", .list(of: left)).from { shown in shown.answer.left.items.map { ($0, shown.answer.tree) } },
      WireField("as_of", .day).from(\.day),
    ])

  static let entries = Schemas.entries(
    tally.entry, round.entry, campaign.entry, delivery.entry, line.entry, progress.entry, newcomer.entry, left.entry,
    newcomers.entry)

  private static func code(_ area: Int64?, _ tree: AreaTree) -> String? {
    area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.code }
  }
}

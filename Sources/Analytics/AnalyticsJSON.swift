import FilterLanguage
import Foundation
import HotSpots
import Kernel

/// How analytics answers.
enum AnalyticsJSON {
  static func pareto(_ answer: CountPareto.Answer) -> JSONValue {
    [
      "by": .string(answer.by), "total": .integer(answer.total),
      "items": .array(
        answer.items.map { item in
          [
            "value": .string(item.value), "count": .integer(item.count), "share": rounded(item.share),
            "cumulative": rounded(item.cumulative),
          ]
        }),
      "values": .integer(answer.values), "vital_few": .integer(answer.vitalFew),
      "as_of": .string(answer.asOf.description),
    ]
  }

  static func hotSpot(_ told: HotSpotView) -> JSONValue {
    [
      "key": .string(told.key), "score": rounded(told.spot.score), "subject": subject(told.subject),
      "expected": rounded(told.spot.expected), "observed": .integer(told.evidence.count),
      "first": .string(told.spot.first.description), "last": .string(told.spot.last.description),
      "reporters": .integer(told.spot.reporters),
      "categories": .array(
        told.categories.map { ["category": .string($0.category), "count": .integer($0.count)] }),
      "anchors": .texts(different(told.spot.anchors.map(\.kind))),
      "evidence": .array(told.evidence.map(evidence)), "notes": .array(told.notes.map(note)),
    ]
  }

  private static func subject(_ subject: HotSpotView.Subject) -> JSONValue {
    [
      "kind": .string(subject.kind.rawValue), "id": .integer(subject.id), "name": .string(subject.name),
      "category": .optional(subject.category), "address": .optional(subject.address), "why": .string(subject.why),
    ]
  }

  private static func evidence(_ one: HotSpotView.Evidence) -> JSONValue {
    [
      "id": .integer(one.row.id), "number": .string(one.row.number), "title": .string(one.row.title),
      "category": .string(one.category), "state": .string(one.row.state), "address": .string(one.row.address),
      "reported_at": .string(one.row.reportedAt), "ties": .texts(different(one.ties)), "words": .texts(one.words),
    ]
  }

  static func note(_ note: HotSpotNote) -> JSONValue {
    [
      "id": .integer(note.id), "key": .string(note.key), "title": .string(note.title), "text": .string(note.text),
      "orders": (try? JSONReader.read(Array(note.orders.utf8))) ?? [], "work_order_id": .integer(note.workOrder),
      "by": .string(note.by), "at": .string(note.at),
    ]
  }

  static func ladder(_ answer: ReadLadder.Answer) -> JSONValue {
    [
      "rule": .array(Ladder.rule.map { .integer($0) }), "total": .integer(answer.total),
      "items": .array(answer.items.map(rung)), "as_of": .string(answer.asOf.description),
    ]
  }

  private static func rung(_ item: ReadLadder.Item) -> JSONValue {
    let rung = item.rung
    return [
      "place": ["id": .integer(item.place), "name": .optional(item.name)], "category": .string(item.category),
      "serious": .integer(rung.now[0]), "medium": .integer(rung.now[1]), "small": .integer(rung.now[2]),
      "before": [
        "serious": .integer(rung.before[0]), "medium": .integer(rung.before[1]), "small": .integer(rung.before[2]),
      ],
      "expected_serious": rounded(rung.expectedSerious), "climbing": .bool(rung.isClimbing),
      "chance": rounded(rung.chance), "again_30": .integer(rung.again.within30),
      "again_90": .integer(rung.again.within90),
    ]
  }

  static func performance(_ answer: ReadPerformance.Answer, _ weights: Performance.Weights) -> JSONValue {
    [
      "from": .string(answer.from.description), "to": .string(answer.to.description),
      "weights": [
        "response": .number(weights.response), "on_time": .number(weights.onTime), "solved": .number(weights.solved),
        "satisfied": .number(weights.satisfied),
      ],
      "whole": performance("", answer.whole, weights), "total": .integer(answer.items.count),
      "items": .array(answer.items.map { performance($0.value, $0.performance, weights) }),
    ]
  }

  private static func performance(
    _ value: String, _ found: Performance, _ weights: Performance.Weights
  ) -> JSONValue {
    [
      "value": .string(value), "count": .integer(found.count), "response": rate(found.response),
      "on_time": rate(found.onTime), "solved": rate(found.solved), "satisfied": rate(found.satisfied),
      "score": optional(found.score(weights)), "sure_score": optional(found.sureScore(weights)),
    ]
  }

  private static func rate(_ rate: Rate) -> JSONValue {
    [
      "good": .integer(rate.good), "of": .integer(rate.of), "rate": optional(rate.share),
      "at_least": optional(rate.atLeast),
    ]
  }

  private static func different(_ kinds: [Anchor.Kind]) -> [String] {
    var words: [String] = []
    for kind in kinds where !words.contains(word(kind)) { words.append(word(kind)) }
    return words
  }

  private static func word(_ kind: Anchor.Kind) -> String {
    switch kind {
    case .shop: "shop"
    case .house: "house"
    case .building: "building"
    case .compound: "compound"
    case .door, .stretch: "address"
    case .crossing: "crossing"
    case .wordInBuilding, .wordInCompound, .wordInStretch, .wordOnRoad, .wordInCommittee: "mention"
    }
  }

  private static func optional(_ number: Double?) -> JSONValue { number.map(rounded) ?? .null }

  /// With four digits behind the point.
  private static func rounded(_ number: Double) -> JSONValue { .number((number * 10_000).rounded() / 10_000) }
}

import Kernel

/// A kind of thing that a question is about. The first six are asked for themselves; the others only in relations.
package enum Subject: Hashable, Sendable {
  case people, houses, buildings, shops, assets, workOrders
  case visits
  /// The rows of one dataset (专题库), by the dataset's code.
  case records(String)

  /// Those with routes of their own.
  package static let searchable: [Subject] = [.people, .houses, .buildings, .shops, .assets, .workOrders]

  /// The word in paths and commands: `people`.
  package var word: String {
    switch self {
    case .people: "people"
    case .houses: "houses"
    case .buildings: "buildings"
    case .shops: "shops"
    case .assets: "assets"
    case .workOrders: "work_orders"
    case .visits: "visits"
    case .records(let dataset): "records.\(dataset)"
    }
  }

  package init?(word: String) {
    guard let subject = Subject.searchable.first(where: { $0.word == word }) else { return nil }
    self = subject
  }

  /// What the catalogue calls it; nil where no tag can be put.
  package var tagSubject: TagSubject? {
    switch self {
    case .people: .person
    case .houses: .house
    case .shops: .shop
    case .buildings: .building
    case .assets, .workOrders, .visits, .records: nil
    }
  }
}

/// A step from one subject to others. Where occupancies lead, those that hold on the as-of day count, unless the inner
/// question speaks of `since` or `until`: then all do, and it chooses.
package enum Relation: Hashable, Sendable {
  /// people, shops, assets, work orders -> houses
  case house
  /// people -> the other people in the same houses
  case housemates
  /// houses -> people who own, rent or live there
  case residents
  /// houses -> shops
  case shops
  /// houses, buildings -> assets
  case assets
  /// houses -> visits
  case visits
  /// buildings -> houses
  case houses
  /// houses, assets -> buildings
  case building
  /// shops, work orders -> people in the same house
  case people
  /// work orders -> the shop that they are about
  case shop
  /// shops -> the orders about them; houses -> the orders there; buildings -> the orders there and in their houses
  case workOrders
  case records(String)

  package var name: String {
    switch self {
    case .house: "house"
    case .housemates: "housemates"
    case .residents: "residents"
    case .shops: "shops"
    case .assets: "assets"
    case .visits: "visits"
    case .houses: "houses"
    case .building: "building"
    case .people: "people"
    case .shop: "shop"
    case .workOrders: "work_orders"
    case .records(let dataset): "records.\(dataset)"
    }
  }

  /// Where it leads from `subject`; nil when the subject has no such relation.
  package func target(from subject: Subject) -> Subject? {
    switch (subject, self) {
    case (.people, .house), (.shops, .house), (.assets, .house), (.workOrders, .house): .houses
    case (.people, .housemates), (.houses, .residents), (.shops, .people), (.workOrders, .people): .people
    case (.houses, .shops), (.workOrders, .shop): .shops
    case (.houses, .workOrders), (.buildings, .workOrders), (.shops, .workOrders): .workOrders
    case (.houses, .assets), (.buildings, .assets): .assets
    case (.houses, .visits): .visits
    case (.buildings, .houses): .houses
    case (.houses, .building), (.assets, .building): .buildings
    case (.people, .records(let set)), (.houses, .records(let set)), (.shops, .records(let set)),
      (.buildings, .records(let set)):
      .records(set)
    default: nil
    }
  }
}

import FilterLanguage
import Kernel

/// A way from one row to others, as the index walks it. `personHome` leads to those houses of a person that he lives in.
enum Step: Hashable {
  case personHouse, personHome, housemates, residents, housePeople, houseShops, houseAssets, houseVisits
  case buildingHouses, buildingAssets, houseBuilding
  /// An asset's own house; its own building; its building or that of its house.
  case assetHouse, assetOwnBuilding, assetBuilding
  case shopHouse, shopPeople
  /// `buildingOrders`: the building's own and those of its houses.
  case orderHouse, orderShop, orderPeople, houseOrders, shopOrders, buildingOrders
  case records(TagSubject, dataset: UInt32)

  init?(_ relation: Relation, from subject: Subject, dataset: (String) -> UInt32) {
    switch (subject, relation) {
    case (.people, .house): self = .personHouse
    case (.people, .housemates): self = .housemates
    case (.houses, .residents): self = .residents
    case (.houses, .shops): self = .houseShops
    case (.houses, .assets): self = .houseAssets
    case (.houses, .visits): self = .houseVisits
    case (.houses, .building): self = .houseBuilding
    case (.buildings, .houses): self = .buildingHouses
    case (.buildings, .assets): self = .buildingAssets
    case (.assets, .house): self = .assetHouse
    case (.assets, .building): self = .assetBuilding
    case (.shops, .house): self = .shopHouse
    case (.shops, .people): self = .shopPeople
    case (.workOrders, .house): self = .orderHouse
    case (.workOrders, .shop): self = .orderShop
    case (.workOrders, .people): self = .orderPeople
    case (.houses, .workOrders): self = .houseOrders
    case (.shops, .workOrders): self = .shopOrders
    case (.buildings, .workOrders): self = .buildingOrders
    case (_, .records(let code)):
      guard let kind = subject.tagSubject else { return nil }
      self = .records(kind, dataset: dataset(code))
    default: return nil
    }
  }

  /// How many rows of subjects away it leads at most, in links of person, house, building, shop, asset and
  /// order.
  var length: Int {
    switch self {
    case .houseVisits, .records: 0
    case .housemates, .shopPeople, .assetBuilding, .orderPeople, .buildingOrders: 2
    default: 1
    }
  }

  /// The step that leads back, where there is one.
  var back: Step? {
    switch self {
    case .personHouse: .housePeople
    case .housePeople: .personHouse
    case .personHome: .residents
    case .housemates: .housemates
    case .residents: .personHome
    case .houseShops: .shopHouse
    case .shopHouse: .houseShops
    case .houseAssets: .assetHouse
    case .assetHouse: .houseAssets
    case .buildingHouses: .houseBuilding
    case .houseBuilding: .buildingHouses
    case .buildingAssets: .assetOwnBuilding
    case .assetOwnBuilding: .buildingAssets
    case .orderHouse: .houseOrders
    case .houseOrders: .orderHouse
    case .orderShop: .shopOrders
    case .shopOrders: .orderShop
    case .houseVisits, .assetBuilding, .shopPeople, .orderPeople, .buildingOrders, .records: nil
    }
  }
}

import Identity
import Kernel
import Platform
import Storage

// The rows of one invented committee. Rows name each other by their place in the batch's arrays; the loader turns
// places into row ids, so that batches can be made in parallel and still come out the same.

/// One committee with everything in it, ready to be loaded.
package struct DemoBatch: Sendable {
  package var subdistrict: String
  package var committee: String
  package var grids: [String]
  package var compounds: [DemoCompound] = []
  package var buildings: [DemoBuilding] = []
  package var houses: [DemoHouse] = []
  package var people: [DemoPerson] = []
  package var shops: [DemoShop] = []
  package var occupancies: [DemoOccupancy] = []
  package var assets: [DemoAsset] = []
  package var taggings: [DemoTagging] = []
  package var records: [DemoRecord] = []
  package var visits: [DemoVisit] = []

  /// - Parameter subdistrict: the statistical code of the street or town that the committee is under.
  package init(subdistrict: String, committee: String, grids: [String]) {
    (self.subdistrict, self.committee, self.grids) = (subdistrict, committee, grids)
  }
}

package struct DemoCompound: Sendable {
  package var road: String
  package var lane: String
  package var name: String?
  package init(road: String, lane: String, name: String?) { (self.road, self.lane, self.name) = (road, lane, name) }
}

package struct DemoBuilding: Sendable {
  /// Places in the batch.
  package var grid: Int
  package var compound: Int?
  package var address: String
  package var road: String
  package var lane: String?
  package var sublane: String?
  package var number: String?
  package var building: String?
  package var storeys: Int
  package var built: Int
  package var updated: Day
}

package struct DemoHouse: Sendable {
  package var building: Int
  package var address: String
  package var room: String?
  /// dwelling, shopfront, office, other.
  package var kind: String
  /// Square metres; nil where nobody has entered them.
  package var area: Double?
  package var updated: Day
}

/// A value that is closed in the database, just as the columns of people and shops close it, once its row has an id.
package struct DemoSealed: Sendable {
  package let field: String
  let plain: String

  package static func idNumber(_ number: String) -> DemoSealed { DemoSealed(field: "id_number", plain: number) }
  package static func phone(_ number: String) -> DemoSealed { DemoSealed(field: "phone", plain: number) }

  func sealed(_ keys: KeyRing, at table: String, row: Int64) throws -> SealedValue {
    let mask = field == "phone" ? Masking.phone : Masking.idNumber
    return try SealedValue(field, plain, keys, at: table, row: row, mask: mask)
  }
}

package struct DemoPerson: Sendable {
  package var name: String
  package var isMale: Bool
  package var birth: Day
  /// Whether the birth date and the hukou are entered; a roster lacks them here and there.
  package var isComplete = true
  package var death: Day?
  package var idKind: String
  package var idNumber: DemoSealed?
  package var phone: DemoSealed?
  package var hukou: String
  package var ethnicity: String?
  package var education: String?
  package var source: String
  package var updated: Day
}

package struct DemoShop: Sendable {
  package var name: String
  package var creditCode: String?
  package var isCompany: Bool
  package var category: String
  package var status: String
  package var opened: Day?
  package var licenceUntil: Day?
  /// `22:00`, `26:00`.
  package var closes: String?
  package var contact: String?
  package var phone: DemoSealed?
  package var updated: Day
}

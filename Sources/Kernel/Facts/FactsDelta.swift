/// What a commit changed, in the form the index takes: the new state of every row that is there, the ids of those that
/// are gone. Applying one twice changes nothing.
package struct FactsDelta: Sendable {
  package var areas: [AreaFacts] = []
  package var buildings: [BuildingFacts] = []
  package var houses: [HouseFacts] = []
  package var people: [PersonFacts] = []
  package var shops: [ShopFacts] = []
  package var assets: [AssetFacts] = []
  package var occupancies: [OccupancyFacts] = []
  package var taggings: [TaggingFacts] = []
  package var visits: [VisitFacts] = []
  package var records: [RecordFacts] = []
  package var workOrders: [WorkOrderFacts] = []
  /// Ids that the tables no longer have.
  package var removed: [SubjectKind: [UInt32]] = [:]
  /// Whether tags or datasets were edited, so that the catalogue must be read anew.
  package var catalogueChanged = false

  package init() {}
}

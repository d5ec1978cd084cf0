/// The kinds of row that have a life of their own: a version, changes, an entry in the audit log.
package enum SubjectKind: String, Sendable, CaseIterable, Codable {
  case people, houses, buildings, shops, assets, occupancies, visits, records, taggings
  case areas, compounds, tags, datasets, callers, imports
  case workOrders = "work_orders"
  case ledgers, runs
  case duties, units, admissions
  case dataRequests = "data_requests"
  case schedules, reminders, webhooks
  case revealApprovals = "reveal_approvals"
  case campaigns
}

/// What a tag, tagging or record can be put on. The raw value is the word in the catalogue and the column's stem.
package enum TagSubject: String, Sendable, CaseIterable, Codable {
  case person, house, shop, building

  /// The kind of row that it is.
  package var kind: SubjectKind {
    switch self {
    case .person: .people
    case .house: .houses
    case .shop: .shops
    case .building: .buildings
    }
  }
}

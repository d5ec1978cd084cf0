extension DemoBatchLoader {
  func links() throws {
    let (house, person, shop) = (first("houses"), first("people"), first("shops"))
    var occupancies = try insert(
      "occupancies", ["house_id", "person_id", "shop_id", "role", "since", "until", "source", "updated_at"])
    for row in batch.occupancies {
      occupancies.bind(house + Int64(row.house))
      occupancies.bind(row.person.map { person + Int64($0) })
      occupancies.bind(row.shop.map { shop + Int64($0) })
      occupancies.bind(row.role.word)
      occupancies.bind(row.since)
      occupancies.bind(row.until)
      occupancies.bind(caller)
      occupancies.bind(morningOf: row.updated)
      try occupancies.run()
    }
    var visits = try insert(
      "visits", ["house_id", "person_id", "visited_on", "purpose", "note", "by_caller", "updated_at"])
    for row in batch.visits {
      visits.bind(house + Int64(row.house))
      visits.bind(row.person.map { person + Int64($0) })
      visits.bind(row.on)
      for text in [row.purpose, row.note, caller] { visits.bind(text) }
      visits.bind(morningOf: row.on)
      try visits.run()
    }
    var assets = try insert(
      "assets", ["kind", "code", "building_id", "house_id", "status", "due", "source", "updated_at"])
    for row in batch.assets {
      assets.bind(row.kind)
      assets.bind(row.code)
      assets.bind(row.building.map { first("buildings") + Int64($0) })
      assets.bind(row.house.map { house + Int64($0) })
      assets.bind(row.status)
      assets.bind(row.due)
      assets.bind(caller)
      assets.bind(morningOf: row.updated)
      try assets.run()
    }
  }

  func overlays() throws {
    let subjects = ["person_id", "house_id", "shop_id", "building_id"]
    var taggings = try insert(
      "taggings", ["tag_id"] + subjects + ["since", "until", "source", "evidence", "by_caller", "made_at", "ended_by"])
    for row in batch.taggings {
      taggings.bind(row.tag)
      for id in ids(row.subject) { taggings.bind(id) }
      taggings.bind(row.since)
      taggings.bind(row.until)
      for text in [row.source, row.evidence, caller] { taggings.bind(text) }
      taggings.bind(morningOf: row.since)
      taggings.bind(row.until == nil ? nil : caller)
      try taggings.run()
    }
    var records = try insert("records", ["dataset_id"] + subjects + ["data", "source", "updated_at"])
    for row in batch.records {
      records.bind(row.dataset)
      for id in ids(row.subject) { records.bind(id) }
      records.bind(row.data)
      records.bind(row.source)
      records.bind(morningOf: row.updated)
      try records.run()
    }
  }

  /// The row ids for person, house, shop and building, one of them set.
  private func ids(_ subject: DemoSubject) -> [Int64?] {
    switch subject {
    case .person(let place): [first("people") + Int64(place), nil, nil, nil]
    case .house(let place): [nil, first("houses") + Int64(place), nil, nil]
    case .shop(let place): [nil, nil, first("shops") + Int64(place), nil]
    case .building(let place): [nil, nil, nil, first("buildings") + Int64(place)]
    }
  }
}

import FilterLanguage
import Kernel

/// What an answer is counted by.
package enum FacetKey: Hashable, Sendable {
  /// The tags of the subject with these codes: those that the asker may know of.
  case tags([String])
  /// Areas of a level; the keys are their codes.
  case area(AreaFacts.Level)
  /// Of buildings, and of what is in them.
  case road, compound
  /// A field of few words: sex, hukou, ethnicity, education, kind, use, category, status.
  case word(Field)
  /// A flag of work orders: urgent, supervised, overdue. The keys are `true` and `false`.
  case flag(Field)
  /// The month in which work orders were reported: `2026-11`.
  case month
}

package struct Facet: Hashable, Sendable {
  package var key: String
  package var count: Int
  package init(_ key: String, _ count: Int) {
    self.key = key
    self.count = count
  }
}

extension TagIndex {
  /// How many rows of the answer have each key, the most frequent first; keys without any are left out. A row in two
  /// places counts in both.
  ///
  /// A tag whose rule is broken is not among them.
  ///
  /// - Throws: what `select` throws, and `unknown_facet` for a key that the subject does not have.
  package func facets(
    _ query: Query, by key: FacetKey, budget: WorkBudget = WorkBudget()
  ) throws(Problem) -> [Facet] {
    try asking(query.asOf, query.scope, budget) { frame throws(Problem) in
      let rows = try answer(query, frame)
      let facets: [Facet] =
        switch key {
        case .tags(let codes): try tagFacets(codes, rows, query.subject, frame)
        case .area(let level): areaFacets(level, rows, query.subject, frame)
        case .road: placeFacets(world.buildings.road, rows, query.subject, frame)
        case .compound: placeFacets(world.buildings.compound, rows, query.subject, frame)
        case .word(let field): try wordFacets(field, rows, query.subject, frame)
        case .flag(let field): try flagFacets(field, rows, query.subject, frame)
        case .month: try monthFacets(rows, query.subject, budget)
        }
      return facets.filter { $0.count > 0 }.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }
  }

  /// The codes, among those given, of the tags that one row has; those whose rules are broken are not among them.
  package func tags(
    of id: UInt32, _ subject: TagSubject, among codes: [String], asOf: Day, scope: Scope,
    budget: WorkBudget = WorkBudget()
  ) throws(Problem) -> [String] {
    try asking(asOf, scope, budget) { frame throws(Problem) in
      guard frame.universe(subject.subject).contains(id) else { return [] }
      var compiler = compiler(frame)
      compiler.members = { _ in nil }
      var held: [String] = []
      for code in codes where world.catalogue.tag(code)?.subject == subject {
        guard world.catalogue.fault(of: code) == nil else { continue }
        if try compiler.compile(.tag(code: code), subject.subject).holds(id, 0) { held.append(code) }
      }
      return held
    }
  }

  private func tagFacets(
    _ codes: [String], _ rows: Bitmap, _ subject: Subject, _ frame: Frame
  ) throws(Problem) -> [Facet] {
    var facets: [Facet] = []
    for code in codes {
      guard let tag = world.catalogue.tag(code), tag.subject == subject.tagSubject,
        world.catalogue.fault(of: code) == nil
      else { continue }
      let members: Bitmap? =
        if tag.rule != nil {
          try members(of: tag, frame)
        } else if frame.isToday {
          world.taggings.current[Int(tag.id)]
        } else {
          world.taggings.members(of: tag.id, on: frame.day)
        }
      facets.append(Facet(code, members?.andCount(rows) ?? 0))
    }
    return facets
  }

  private func areaFacets(
    _ level: AreaFacts.Level, _ rows: Bitmap, _ subject: Subject, _ frame: Frame
  ) -> [Facet] {
    if subject == .workOrders { return orderAreaFacets(level, rows) }
    var counts: [UInt32: Int] = [:]
    let family: BitmapFamily? =
      switch subject {
      case .people: frame.isToday ? world.people.places : nil
      case .shops: frame.isToday ? world.shops.places : nil
      case .houses: world.houses.places
      case .buildings: world.buildings.places
      case .assets, .workOrders, .visits, .records: nil
      }
    if let family {
      for area in world.areas.rows.values where area.level == level {
        let parts = frame.visible(within: area.id).compactMap { family[Int($0)] }
        if !parts.isEmpty, frame.budget.spend(parts.count) { counts[area.id] = Bitmap.shared(parts).andCount(rows) }
      }
    } else {
      var above: [UInt32: UInt32?] = [:]
      counts = perRow(rows, subject, frame) { home in
        let areas = frame.areas(of: home)
        if level == .grid { return areas.grid }
        if let known = above[areas.committee] { return known ?? 0 }
        above[areas.committee] = .some(frame.world.areas.above(areas.committee, level))
        return frame.world.areas.above(areas.committee, level) ?? 0
      }
    }
    return counts.compactMap { id, count in world.areas.rows[id].map { Facet($0.code, count) } }
  }

  private func placeFacets(
    _ column: WordColumn, _ rows: Bitmap, _ subject: Subject, _ frame: Frame
  ) -> [Facet] {
    if subject == .buildings {
      return column.words.texts.indices.dropFirst().compactMap { code in
        column.members[code].map { Facet(column.words.texts[code], $0.andCount(rows)) }
      }
    }
    let codes = column.view
    let counts = perRow(rows, subject, frame) { codes[$0.building] }
    return counts.map { Facet(column.words.texts[Int($0)], $1) }
  }

  /// Counts what the places of each row come to, each value once a row; 0 is none.
  private func perRow(
    _ rows: Bitmap, _ subject: Subject, _ frame: Frame, _ value: (Home) -> UInt32
  ) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    let step: Step? = subject == .people ? .personHouse : subject == .shops ? .shopHouse : nil
    let walk = step.map { Walk($0, frame) }
    let building = world.houses.building.view
    rows.each(frame.budget) { id in
      var seen: [UInt32] = []
      func take(_ home: Home) {
        let found = value(home)
        guard found != 0, !seen.contains(found) else { return }
        if walk != nil { seen.append(found) }
        counts[found, default: 0] += 1
      }
      if let walk {
        walk.from(id) { house, _ in
          take(Home(house: house, building: building[house]))
          return true
        }
      } else if let home = frame.home(of: id, subject) {
        take(home)
      }
    }
    return counts
  }

  private func wordFacets(
    _ field: Field, _ rows: Bitmap, _ subject: Subject, _ frame: Frame
  ) throws(Problem) -> [Facet] {
    if subject == .houses, field == .use {
      return try HouseUse.allCases.map { (use) throws(Problem) in
        let test = Test.compare(.equal, .text(use.word))
        return Facet(
          use.word, try compiler(frame).compile(.field(.use, test), .houses).select(within: rows, frame.budget).count)
      }
    }
    guard let column = world.words(of: field, subject) else {
      throw Problem(.invalid, "unknown_facet", "不能按此项统计。")
    }
    return column.words.texts.indices.dropFirst().map { code in
      Facet(column.words.texts[code], column.members[code]?.andCount(rows) ?? 0)
    }
  }
}

extension World {
  /// The column of a field of few words.
  func words(of field: Field, _ subject: Subject) -> WordColumn? {
    if case .stored(let name) = field, case .words(let column)? = stored(name, subject) { return column }
    return switch (subject, field) {
    case (.people, .sex): people.sex
    case (.people, .hukou): people.hukou
    case (.people, .ethnicity): people.ethnicity
    case (.people, .education): people.education
    case (.houses, .kind): houses.kind
    case (.shops, .kind): shops.kind
    case (.shops, .category): shops.category
    case (.shops, .status): shops.status
    case (.assets, .kind): assets.kind
    case (.assets, .status): assets.status
    case (.workOrders, .source): orders.source
    case (.workOrders, .kind): orders.kind
    case (.workOrders, .category): orders.category
    case (.workOrders, .state): orders.state
    case (.workOrders, .unit): orders.unit
    case (.workOrders, .duty): orders.duty
    default: nil
    }
  }
}

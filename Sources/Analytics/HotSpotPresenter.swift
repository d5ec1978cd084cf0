import FilterLanguage
import HotSpots
import Kernel
import Platform

/// Puts hot spots into words: what they are probably about, and what ties their tickets.
struct HotSpotPresenter: Sendable {
  let book: TicketBook
  let places: KnownPlaces
  let app: AppContext

  func tell(_ spots: [HotSpot], _ caller: Caller) async throws -> [HotSpotView] {
    let tickets = spots.map { spot in spot.evidence.compactMap { book.table[$0.ticket] } }
    let subjects = zip(spots, tickets).map { spot, tickets in
      LikelySubject.of(spot, tickets, book.names) { !places.shops([$0]).isEmpty }
    }
    let keys = spots.map(Self.key)
    let ids = tickets.flatMap { $0.map(\.id) }
    let all = tickets.flatMap { $0 }
    let scope = places.areas
    let (rows, labels, notes) = try await app.store.read { [places] reader in
      let labels = try reader.placeLabels(
        shops: subjects.filter { $0.kind == .shop }.map(\.id), houses: places.houses(Self.different(all.map(\.house))),
        buildings: places.buildings(Self.different(all.map(\.building))),
        compounds: try reader.compounds(Self.different(all.map(\.compound)), in: scope))
      return (try reader.evidence(ids), labels, try reader.hotSpotNotes(keys: keys))
    }
    return spots.indices.map { index in
      let evidence = evidence(spots[index], rows)
      return HotSpotView(
        key: keys[index], spot: spots[index],
        subject: subject(subjects[index], spots[index], tickets[index], evidence, labels),
        categories: categories(spots[index]),
        evidence: evidence,
        notes: notes.filter { $0.key == keys[index] && $0.isAbout(only: places.tickets) })
    }
  }

  /// Each category once, by what it is called: a source's own word and a duty's title may be the same.
  private func categories(_ spot: HotSpot) -> [(category: String, count: Int)] {
    var counts: [(category: String, count: Int)] = []
    for one in spot.categories {
      let title = app.title(ofCategory: book, one.category)
      if let index = counts.firstIndex(where: { $0.category == title }) {
        counts[index].count += one.count
      } else {
        counts.append((title, one.count))
      }
    }
    // The most frequent first; of equals as they came.
    return counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// The seed of the hot spot and its first day.
  private static func key(_ spot: HotSpot) -> String {
    String(spot.anchor.key, radix: 36) + "-" + String(spot.first.number)
  }

  private static func different(_ ids: [UInt32]) -> [UInt32] { Set(ids).subtracting([0]).sorted() }

  private func evidence(_ spot: HotSpot, _ rows: [UInt32: EvidenceRow]) -> [HotSpotView.Evidence] {
    let hashes = Set(spot.anchors.map(\.phrase).filter { $0 != 0 })
    return spot.evidence.compactMap { one in
      guard let row = rows[one.ticket], let ticket = book.table[one.ticket] else { return nil }
      var kinds: [Anchor.Kind] = []
      for tie in one.ties where !kinds.contains(tie.kind) { kinds.append(tie.kind) }
      return HotSpotView.Evidence(
        row: row, category: app.title(ofCategory: book, ticket.category), ties: kinds,
        words: TicketReader.words(of: row.title + "。" + row.text, among: hashes, book.names))
    }
  }

  private func subject(
    _ likely: LikelySubject, _ spot: HotSpot, _ tickets: [Ticket], _ evidence: [HotSpotView.Evidence],
    _ labels: PlaceLabels
  ) -> HotSpotView.Subject {
    let word = Self.most(evidence.flatMap(\.words))
    let place = place(tickets, labels)
    let count = evidence.count
    func made(_ name: String, _ category: String?, _ address: String?, _ why: String) -> HotSpotView.Subject {
      HotSpotView.Subject(
        kind: likely.kind, id: likely.id == 0 ? nil : likely.id, name: name, category: category, address: address,
        why: "\(count) 件工单分属 \(categories(spot).count) 类，\(why)，平常同样长的时间约 \(Self.written(spot.expected)) 件。")
    }
    switch likely.kind {
    case .shop:
      let shop = labels.shops[likely.id]
      let why =
        likely.isByTrade
        ? "其中 \(likely.support) 件提到「\(word ?? "")」，附近只有这一家" : "其中 \(likely.support) 件指向这家商铺"
      return made(shop?.name ?? "", shop?.category, place, why)
    case .house:
      let house = labels.houses[likely.id]
      return made(house ?? place ?? "", nil, house, "其中 \(likely.support) 件在这一处房屋")
    case .building:
      let building = labels.buildings[likely.id]
      return made(building ?? place ?? "", nil, building, "其中 \(likely.support) 件在这一栋")
    case .compound:
      return made(labels.compounds[likely.id] ?? place ?? "", nil, place, "其中 \(likely.support) 件在这个小区")
    case .thing: return made(word ?? "", nil, place, "其中 \(likely.support) 件提到「\(word ?? "")」")
    case .place: return made(place ?? "", nil, place, "都在这一段")
    }
  }

  /// Where most of the tickets lie, as far as the caller may know.
  private func place(_ tickets: [Ticket], _ labels: PlaceLabels) -> String? {
    let buildings = tickets.compactMap { labels.buildings[$0.building] }
    if let most = Self.most(buildings), buildings.count(where: { $0 == most }) > 1 { return most }
    if let compound = Self.most(tickets.compactMap { labels.compounds[$0.compound] }) { return compound }
    if let building = Self.most(buildings) { return building }
    let roads = tickets.filter { $0.road != 0 }.map { book.names.roadNames[Int($0.road)] }
    return Self.most(roads)
  }

  private static func most(_ texts: [String]) -> String? {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// With one digit behind the point.
  private static func written(_ number: Double) -> String {
    number < 0.05 ? "不到 0.1" : String((number * 10).rounded() / 10)
  }
}

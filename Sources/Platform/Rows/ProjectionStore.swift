import Kernel
import Storage
import TagIndex

/// The projections of the kinds that have lists.
package enum Projections {
  package static func of(_ kind: SubjectKind) -> Projection? {
    switch kind {
    case .people: people
    case .houses: houses
    case .buildings: buildings
    case .shops: shops
    case .assets: assets
    case .workOrders: workOrders
    default: nil
    }
  }

  static func own(
    _ name: String, _ sql: String? = nil, shown: Bool = true, is kind: ColumnKind = .text, frozen: String? = nil
  ) -> Projection.Column {
    .init(name: name, sql: sql ?? "t.\(name)", located: false, isDefault: shown, kind: kind, frozen: frozen)
  }

  package static func located(
    _ name: String, _ sql: String, shown: Bool = true, is kind: ColumnKind = .text, frozen: String? = nil
  ) -> Projection.Column {
    .init(name: name, sql: sql, located: true, isDefault: shown, kind: kind, frozen: frozen)
  }

  package static let version = [own("version", is: .number), own("updated_at")]

  private static func stored(_ kind: SubjectKind) -> [Projection.Column] {
    StoredField.of(kind).map { own($0.name, shown: $0.isShown, is: $0.words.isEmpty ? .number : .text) }
  }

  private static let place = [
    located("address", "h.address"), located("committee", "c.name"), located("grid", "g.name"),
  ]
  package static let areas = """
    LEFT JOIN areas c ON c.id = h.committee_id LEFT JOIN areas g ON g.id = h.grid_id
    """
  /// The parts of the address, for those who ask. SQLite leaves out a join that no chosen column looks at.
  private static let parts = ["road", "lane", "sublane", "number", "building"].map {
    located($0, "b.\($0)", shown: false)
  }
  private static let above = [
    located("subdistrict", "(SELECT a.name FROM areas a WHERE a.id = c.parent_id)", shown: false),
    located("district", "(SELECT a.name FROM areas a WHERE a.id = h.district_id)", shown: false),
  ]
  private static let buildingJoins = """
    LEFT JOIN buildings b ON b.id = h.building_id LEFT JOIN compounds k ON k.id = b.compound_id
    """

  /// 周岁 on the as-of day: see `Age`. Text order of `MM-DD` is calendar order.
  private static let age = """
    CASE WHEN t.birth_date <= :as_of THEN CAST(substr(:as_of, 1, 4) AS INTEGER)
      - CAST(substr(t.birth_date, 1, 4) AS INTEGER) - (substr(:as_of, 6) < substr(t.birth_date, 6)) END
    """

  /// The occupancy that places a row: one that holds on the day, in the caller's areas; the latest of several.
  private static func occupancy(_ column: String) -> @Sendable (Bool) -> String {
    { isScoped in
      """
      LEFT JOIN occupancies o ON o.id = (
        SELECT o2.id FROM occupancies o2 \(isScoped ? "JOIN houses h ON h.id = o2.house_id" : "")
        WHERE o2.\(column) = t.id AND (o2.since IS NULL OR o2.since <= :as_of)
          AND (o2.until IS NULL OR o2.until > :as_of) \(isScoped ? "AND \(Reader.houseInScope)" : "")
        ORDER BY o2.since DESC, o2.id DESC LIMIT 1)
      LEFT JOIN houses h ON h.id = o.house_id
      \(areas) \(buildingJoins)
      """
    }
  }

  private static let people = Projection(
    table: "people",
    columns: [
      own("id", is: .number), own("name", "mask_name(t.name)", is: .name, frozen: "t.name"), own("sex"),
      own("birth_date", is: .day), own("age", age, is: .number), own("id_kind", shown: false),
      own("id_number", "t.id_number_masked", is: .sealed), own("phone", "t.phone_masked", is: .sealed),
      own("hukou"), own("ethnicity", shown: false), own("education", shown: false),
      own("death_date", shown: false, is: .day), located("role", "o.role"), located("since", "o.since", is: .day),
      located("until", "o.until", is: .day), located("house_id", "o.house_id", is: .number),
    ] + place + parts + [
      located("room", "h.room", shown: false), located("compound", "k.name", shown: false),
      located("last_visited", lastVisited, shown: false, is: .day),
      located("housemates", housemates("mask_name(p.name)"), shown: false, is: .names, frozen: housemateNames),
    ] + above + [own("source", shown: false)] + version,
    joins: occupancy("person_id"))

  private static let shops = Projection(
    table: "shops",
    columns: [
      own("id", is: .number), own("name"), own("credit_code"), own("kind"), own("category"), own("status"),
      own("opened", is: .day), own("licence_until", is: .day), own("closes"),
      own("contact", "mask_name(t.contact)", shown: false, is: .name, frozen: "t.contact"),
      own("phone", "t.phone_masked", is: .sealed), located("since", "o.since", shown: false, is: .day),
      located("until", "o.until", shown: false, is: .day), located("house_id", "o.house_id", is: .number),
    ] + place + parts + [
      located("room", "h.room", shown: false), located("compound", "k.name", shown: false),
    ] + above + [own("source", shown: false)] + version,
    joins: occupancy("shop_id"))

  private static let houses = Projection(
    table: "houses",
    columns: [
      own("id", is: .number), own("address"), own("building_id", is: .number), own("room"), own("kind"),
      own("area_m2", is: .number), own("residents", residents, is: .number),
      located("committee", "c.name"), located("grid", "g.name"), located("compound", "k.name", shown: false),
      own("last_visited", lastVisitOfHouse, shown: false, is: .day),
    ] + stored(.houses) + parts + above + version,
    joins: { _ in
      """
      JOIN houses h ON h.id = t.id JOIN buildings b ON b.id = t.building_id
      LEFT JOIN compounds k ON k.id = b.compound_id \(areas)
      """
    })

  private static let residents = """
    (SELECT count(DISTINCT o.person_id) FROM occupancies o JOIN people p ON p.id = o.person_id
      WHERE o.house_id = t.id AND o.role <> 'operator' AND (o.since IS NULL OR o.since <= :as_of)
      AND (o.until IS NULL OR o.until > :as_of) AND (p.death_date IS NULL OR p.death_date > :as_of))
    """

  private static let buildings = Projection(
    table: "buildings",
    columns: [
      own("id", is: .number), own("address"), own("road"), own("lane"), own("sublane", shown: false), own("number"),
      own("building", shown: false),
    ] + stored(.buildings) + [
      located("compound", "k.name"),
      located("committee", "c.name"), located("grid", "g.name"),
    ] + above + version,
    joins: { _ in "JOIN buildings h ON h.id = t.id LEFT JOIN compounds k ON k.id = t.compound_id \(areas)" })

  private static let assets = Projection(
    table: "assets",
    columns: [
      own("id", is: .number), own("kind"), own("code"), own("status"), own("due", is: .day),
      own("building_id", is: .number),
      own("house_id", is: .number),
      located("address", "coalesce(h0.address, b.address)"), located("committee", "c.name"),
      located("grid", "g.name"),
    ] + parts + [
      located("room", "h0.room", shown: false), located("compound", "k.name", shown: false),
      located("subdistrict", "(SELECT a.name FROM areas a WHERE a.id = c.parent_id)", shown: false),
      located("district", "(SELECT a.name FROM areas a WHERE a.id = b.district_id)", shown: false),
      own("source", shown: false),
    ] + version,
    joins: { _ in
      """
      LEFT JOIN houses h0 ON h0.id = t.house_id
      LEFT JOIN buildings b ON b.id = coalesce(t.building_id, h0.building_id)
      LEFT JOIN compounds k ON k.id = b.compound_id
      LEFT JOIN areas c ON c.id = coalesce(h0.committee_id, b.committee_id)
      LEFT JOIN areas g ON g.id = coalesce(h0.grid_id, b.grid_id)
      """
    })
}

import Domain

/// The projections of the kinds that have lists.
enum Projections {
  static func of(_ kind: SubjectKind) -> Projection? {
    switch kind {
    case .people: people
    case .houses: houses
    case .buildings: buildings
    case .shops: shops
    case .assets: assets
    default: nil
    }
  }

  private static func own(_ name: String, _ sql: String? = nil, shown: Bool = true) -> Projection.Column {
    .init(name: name, sql: sql ?? "t.\(name)", located: false, isDefault: shown)
  }

  private static func located(_ name: String, _ sql: String, shown: Bool = true) -> Projection.Column {
    .init(name: name, sql: sql, located: true, isDefault: shown)
  }

  private static let version = [own("version"), own("updated_at")]

  private static let place = [
    located("address", "h.address"), located("committee", "c.name"), located("grid", "g.name"),
  ]
  private static let areas = """
    LEFT JOIN areas c ON c.id = h.committee_id LEFT JOIN areas g ON g.id = h.grid_id
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
      \(areas)
      """
    }
  }

  private static let people = Projection(
    table: "people",
    columns: [
      own("id"), own("name", "mask_name(t.name)"), own("sex"), own("birth_date"), own("age", age),
      own("id_kind", shown: false), own("id_number", "t.id_number_masked"), own("phone", "t.phone_masked"),
      own("hukou"), own("ethnicity", shown: false), own("education", shown: false),
      own("death_date", shown: false), located("role", "o.role"), located("since", "o.since"),
      located("until", "o.until"), located("house_id", "o.house_id"),
    ] + place + [own("source", shown: false)] + version,
    joins: occupancy("person_id"))

  private static let shops = Projection(
    table: "shops",
    columns: [
      own("id"), own("name"), own("credit_code"), own("kind"), own("category"), own("status"), own("opened"),
      own("licence_until"), own("closes"), own("contact", "mask_name(t.contact)", shown: false),
      own("phone", "t.phone_masked"), located("since", "o.since", shown: false),
      located("until", "o.until", shown: false), located("house_id", "o.house_id"),
    ] + place + [own("source", shown: false)] + version,
    joins: occupancy("shop_id"))

  private static let houses = Projection(
    table: "houses",
    columns: [
      own("id"), own("address"), own("building_id"), own("room"), own("kind"), own("area_m2"), own("built"),
      own("residents", residents), located("committee", "c.name"), located("grid", "g.name"),
      located("compound", "k.name", shown: false), located("road", "b.road", shown: false),
    ] + version,
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
      own("id"), own("address"), own("road"), own("lane"), own("number"), own("storeys"), own("built"),
      located("compound", "k.name"), located("committee", "c.name"), located("grid", "g.name"),
    ] + version,
    joins: { _ in "JOIN buildings h ON h.id = t.id LEFT JOIN compounds k ON k.id = t.compound_id \(areas)" })

  private static let assets = Projection(
    table: "assets",
    columns: [
      own("id"), own("kind"), own("code"), own("status"), own("due"), own("building_id"), own("house_id"),
      located("address", "coalesce(b.address, h0.address)"), located("committee", "c.name"),
      located("grid", "g.name"), own("source", shown: false),
    ] + version,
    joins: { _ in
      """
      LEFT JOIN buildings b ON b.id = t.building_id LEFT JOIN houses h0 ON h0.id = t.house_id
      LEFT JOIN areas c ON c.id = coalesce(b.committee_id, h0.committee_id)
      LEFT JOIN areas g ON g.id = coalesce(b.grid_id, h0.grid_id)
      """
    })
}

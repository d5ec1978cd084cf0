import GRDB
import Kernel
import Registry
import Storage

extension Reader {
  /// - Parameter day: that of the roster.
  package func heldShop(_ id: Int64, on day: Day) throws -> ExistingShop? {
    guard let row = try shop(id) else { return nil }
    var held = ExistingShop(id: row.id, name: row.name, kind: row.kind, source: row.source)
    (held.creditCode, held.category, held.status) = (row.creditCode, row.category, row.status)
    (held.opened, held.licenceUntil, held.closes) = (row.opened, row.licenceUntil, row.closes)
    (held.contact, held.phone) = (row.contact, row.phone)
    let links = try occupancies(ofShop: id)
    held.houses = Set(links.filter { link in link.until.map { day < $0 } ?? true }.map(\.house))
    held.left = Set(links.map(\.house)).subtracting(held.houses)
    held.claims = try heldClaims("shop_id", id)
    held.tags = try heldTags("shop_id", id, on: day)
    return held
  }
}

extension Writer {
  /// Writes a shop as merged, its links, claims, tags, and the audit entry.
  package func save(_ new: ExistingShop, was old: ExistingShop?, _ stamp: ImportStamp) throws -> Int64 {
    var changes: [AuditEntry.Change] = []
    let id: Int64
    if let old {
      id = old.id
      changes = try updateShop(id, Self.patch(new, old))
    } else {
      id = try insertShop(
        ShopDraft(
          name: new.name, creditCode: new.creditCode, kind: new.kind, category: new.category, status: new.status,
          opened: new.opened, licenceUntil: new.licenceUntil, closes: new.closes, contact: new.contact,
          phone: new.phone, source: new.source))
    }
    for house in new.houses.subtracting(old?.houses ?? []) {
      // Back in a house that it had left: since when nobody says, but not before the roster's day.
      let since = old?.left.contains(house) == true ? stamp.day : nil
      _ = try insertOccupancy(
        OccupancyDraft(house: house, subject: .shop(id), role: "operator", since: since, source: new.source))
      changes.append(AuditEntry.Change("occupancy", before: nil, after: "operator@\(house)"))
    }
    let (claims, tags) = (new.claims.subtracting(old?.claims ?? []), new.tags.subtracting(old?.tags ?? []))
    try saveMarks(.shop, id, claims: claims, tags: tags, &changes, stamp)
    try audit(
      stamp.caller,
      AuditEntry(
        old == nil ? "shops.create" : "shops.update", subject: .shops, id: id, reason: stamp.reason, changes: changes))
    return id
  }

  private static func patch(_ new: ExistingShop, _ old: ExistingShop) -> ShopPatch {
    var patch = ShopPatch()
    if new.name != old.name { patch.name = .set(new.name) }
    if new.creditCode != old.creditCode { patch.creditCode = .set(new.creditCode) }
    if new.kind != old.kind { patch.kind = .set(new.kind) }
    if new.category != old.category { patch.category = .set(new.category) }
    if new.status != old.status { patch.status = .set(new.status) }
    if new.opened != old.opened { patch.opened = .set(new.opened) }
    if new.licenceUntil != old.licenceUntil { patch.licenceUntil = .set(new.licenceUntil) }
    if new.closes != old.closes { patch.closes = .set(new.closes) }
    if new.contact != old.contact { patch.contact = .set(new.contact) }
    if new.phone != old.phone { patch.phone = .set(new.phone) }
    return patch
  }
}

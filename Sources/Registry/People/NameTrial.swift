import Identity
import Kernel
import Platform
import Storage

/// A name written beside somebody whom lists show by the same masked one. Whether the two are the same shows afterwards, since
/// both are then listed as one person twice; so a name that is not theirs counts as asking for theirs, as in a roster: the
/// first other one in the hour is a namesake, each further one a guess. Who has no room left may write neither.
enum NameTrial {
  /// Whether a new name or telephone that is shown by the same mask as the held one changed anything is seen by the row's version:
  /// the right one counts like any other.
  ///
  /// - Throws: what `RevealQuota` throws.
  static func count(
    _ patch: PersonPatch, of held: PersonRow, _ caller: Caller, _ app: AppContext, _ writer: Writer
  ) throws {
    try count(
      [
        alike(patch.name, held.name, Masking.name, "name.\(held.id)", writer.read),
        alike(patch.phone, held.phone, Masking.phone, "phone.\(held.id)", writer.read),
      ], caller, app, writer)
  }

  /// The same of a shop's contact and telephone.
  static func count(
    _ patch: ShopPatch, of held: ShopRow, _ caller: Caller, _ app: AppContext, _ writer: Writer
  ) throws {
    try count(
      [
        alike(patch.contact, held.contact, Masking.name, "contact.\(held.id)", writer.read),
        alike(patch.phone, held.phone, Masking.phone, "shop_phone.\(held.id)", writer.read),
      ], caller, app, writer)
  }

  /// What a new value counts as that lists show like the held one; nil for another.
  private static func alike(
    _ change: FieldChange<String>, _ held: String?, _ mask: (String) -> String, _ field: String, _ reader: Reader
  ) -> RevealedSubject? {
    guard case .set(let value?) = change, let held, mask(value) == mask(held) else { return nil }
    return reader.literal(field, value)
  }

  private static func count(
    _ subjects: [RevealedSubject?], _ caller: Caller, _ app: AppContext, _ writer: Writer
  ) throws {
    let counted = subjects.compactMap(\.self)
    guard !counted.isEmpty else { return }
    try RevealQuota.mustHaveRoom(caller, app, writer.read)
    try RevealQuota.charge(counted, caller: caller, app: app, writer)
  }

  /// - Parameters:
  ///   - houses: where the person lives, or lived.
  ///   - own: the row that is written, once there is one.
  /// - Throws: what `RevealQuota` throws.
  static func count(
    _ name: String, born birth: Day?, houses: [Int64], of own: Int64?, _ access: WriteAccess, _ app: AppContext,
    _ writer: Writer
  ) throws {
    guard let asking = access.caller.id else { return }
    var alike = try houses.flatMap { try writer.read.shownAlike(name, inHouse: $0) }
    if let birth { alike += try writer.read.shownAlike(name, born: birth) }
    let shown = try alike.uniqued(by: \.id).filter { try $0.id != own && access.sees(.people, $0.id) }
    guard !shown.isEmpty else { return }
    try RevealQuota.mustHaveRoom(access.caller, app, writer.read)
    let (key, hourAgo) = (PersonName.key(name), app.clock.now().adding(seconds: -RevealQuota.seconds))
    let meant = shown.filter { PersonName.key($0.name) == key }
    let counted = try (meant.isEmpty ? shown : meant).compactMap {
      try writer.read.trial(of: key, "name", .people, $0.id, isRight: !meant.isEmpty, by: asking, since: hourAgo)
    }
    try RevealQuota.charge(counted, caller: access.caller, app: app, writer)
  }
}

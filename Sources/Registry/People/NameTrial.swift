import Identity
import Kernel
import Platform
import Storage

/// A name written beside somebody whom lists show by the same masked one. Whether the two are the same shows afterwards, since
/// both are then listed as one person twice; so a name that is not theirs counts as asking for theirs, as in a roster: the
/// first other one in the hour is a namesake, each further one a guess. Who has no room left may write neither.
enum NameTrial {
  /// - Parameters:
  ///   - houses: where the person lives, or lived.
  ///   - own: the row that is written, once there is one.
  /// - Throws: what `RevealQuota` throws.
  static func count(
    _ name: String, born birth: Day?, houses: [Int64], of own: Int64?, _ access: WriteAccess, _ app: AppContext,
    _ writer: Writer
  ) throws {
    guard let asking = access.caller.id else { return }
    var alike = try houses.flatMap { try writer.read.shownAlike(name, inHouse: $0, born: birth) }
    if let birth { alike += try writer.read.shownAlike(name, born: birth) }
    let shown = try alike.uniqued(by: \.id).filter { try $0.id != own && access.sees(.people, $0.id) }
    guard !shown.isEmpty else { return }
    try RevealQuota.mustHaveRoom(access.caller, app, writer.read)
    let (key, hourAgo) = (PersonName.key(name), app.clock.now().adding(seconds: -RevealQuota.seconds))
    let meant = shown.filter { PersonName.key($0.name) == key }
    let counted =
      meant.isEmpty
      ? try shown.map { try writer.read.otherValue(key, "name", of: $0.id, triedBy: asking, since: hourAgo) }
      : try meant.filter { try writer.read.hasTriedOthers("name", of: $0.id, by: asking, since: hourAgo) }
        .map { .row(.people, $0.id) }
    try RevealQuota.charge(counted, caller: access.caller, app: app, writer)
  }
}

import Identity
import Kernel

/// Who has, or had, a link to one house, by what tells people apart: a dormitory of a hundred thousand is looked through as
/// fast as a flat. Whom it finds is still to be held against the row.
package struct HouseResidents: Sendable {
  /// Hashes of names, and of birth dates with what nearly the same names have in common.
  private var index: [Int: [Int64]] = [:]
  package private(set) var count = 0

  package init() {}

  /// Takes somebody in; who has changed is taken in again.
  package mutating func note(_ id: Int64, name: String, birth: Day?, phone: String? = nil) {
    count += 1
    var keys = [Self.key("name", PersonName.key(name)), Self.key("masked", Masking.name(name))]
    if let birth {
      keys += NameSignatures.of(name).map { Self.key(birth.description, $0) }
      keys.append(Self.key("masked \(birth)", Masking.name(name)))
    }
    if let phone { keys.append(Self.key("phone", phone)) }
    for key in keys where index[key]?.last != id { index[key, default: []].append(id) }
  }

  /// Whoever may be meant: those of the name, and, with a birth date, those born on it whose name is nearly the same or who
  /// were taken in with the telephone. In the order of ids.
  package func alike(name: String, isMasked: Bool, birth: Day?, phone: String?) -> [Int64] {
    var keys = [isMasked ? Self.key("masked", name) : Self.key("name", PersonName.key(name))]
    if let birth {
      keys += NameSignatures.of(name).map { Self.key(birth.description, $0) }
      if let phone { keys.append(Self.key("phone", phone)) }
    }
    return Set(keys.flatMap { index[$0] ?? [] }).sorted()
  }

  /// Whoever is shown by the same masked name and was born on the day. In the order of ids.
  package func shownAlike(mask: String, birth: Day) -> [Int64] {
    Set(index[Self.key("masked \(birth)", mask)] ?? []).sorted()
  }

  private static func key(_ kind: String, _ value: String) -> Int {
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(value)
    return hasher.finalize()
  }
}

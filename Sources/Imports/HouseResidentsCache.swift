import Identity
import Kernel
import Storage
import Synchronization

/// The people of large houses, looked through once and not again for every row. Kept over the batches of one import, as long
/// as nobody else changes people in between.
final class HouseResidentsCache: Sendable {
  /// Whom a row is held against.
  enum Found {
    /// Of a house with few people: all of them.
    case few([ResidentLine])
    /// Of one with many: those who may be meant.
    case many([Int64])
  }

  /// With fewer people a house is looked through as it is.
  private static let large = 64
  /// More people than this are not kept.
  private static let most = 1_000_000

  private struct State {
    var houseResidents: [Int64: HouseResidents] = [:]
    /// The last change that they know of.
    var change: Int64?
  }

  private let state = Mutex(State())

  /// To be called when a transaction of the import begins.
  func begin(_ reader: Reader) throws {
    guard let known = state.withLock({ $0.change }), try reader.peopleChanged(since: known) else { return }
    clear()
  }

  /// To be called when it ends: all changes so far are the import's own.
  func end(_ reader: Reader) throws {
    let change = try reader.lastChange()
    state.withLock { $0.change = change }
  }

  func clear() { state.withLock { $0 = State() } }

  /// - Parameter planned: in a plan, who would live there by the rows before.
  func find(
    _ house: Int64, name: String, isMasked: Bool, birth: Day?, phone: String?, _ reader: Reader,
    plannedCount: Int = 0, planned: () throws -> [ExistingPerson] = { [] }
  ) throws -> Found {
    let isKept = state.withLock { $0.houseResidents[house] != nil }
    if !isKept {
      let lines = try reader.residents(house: house)
      guard lines.count + plannedCount >= Self.large else { return .few(lines) }
      var folk = HouseResidents()
      for line in lines { folk.note(line.id, name: line.name, birth: line.birth) }
      for person in try planned() { folk.note(person) }
      state.withLock { [folk] state in
        if state.houseResidents.values.reduce(0, { $0 + $1.count }) + folk.count > Self.most {
          state.houseResidents = [:]
        }
        state.houseResidents[house] = folk
      }
    }
    var ids = state.withLock { state in
      state.houseResidents[house]?.alike(name: name, isMasked: isMasked, birth: birth, phone: phone) ?? []
    }
    if birth != nil, let phone { ids += try reader.personIDs(phone: phone) }
    return .many(Set(ids).sorted())
  }

  /// Whoever has, or had, a link to the house and is shown by the same masked name, whatever the birth date: another one sends the
  /// row to a person, and that tells as much. Of large houses, where many are shown alike, only by the birth date.
  func shownAlike(_ house: Int64, mask: String, birth: Day?, _ reader: Reader) throws -> [Int64] {
    let kept: [Int64]? = state.withLock { state in
      state.houseResidents[house].map { folk in birth.map { folk.shownAlike(mask: mask, birth: $0) } ?? [] }
    }
    return try kept
      ?? reader.residents(house: house).filter { Masking.name($0.name) == mask }.map(\.id)
  }

  /// Takes in whom a row has made or changed.
  func note(_ person: ExistingPerson) {
    state.withLock { state in
      for house in Set(person.occupancies.map(\.house)) { state.houseResidents[house]?.note(person) }
    }
  }
}

extension HouseResidents {
  fileprivate mutating func note(_ person: ExistingPerson) {
    note(person.id, name: person.name, birth: person.birth, phone: person.phone)
  }
}

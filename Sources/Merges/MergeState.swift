import Kernel
import Registry

/// A person's own fields, as a merge found them.
struct PersonState: Sendable, Equatable, Codable {
  var name: String
  var sex: String?
  var birth: String?
  var death: String?
  var idKind: String?
  var idNumber: String?
  var phone: String?
  var hukou: String?
  var ethnicity: String?
  var education: String?
  var source: String
  var version: Int64

  init(_ row: PersonRow) {
    (name, sex, birth, death) = (row.name, row.sex, row.birth?.description, row.death?.description)
    (idKind, idNumber, phone) = (row.idKind, row.idNumber, row.phone)
    (hukou, ethnicity, education, source) = (row.hukou, row.ethnicity, row.education, row.source)
    version = row.version
  }

  subscript(field: MergeField) -> String? {
    switch field {
    case .name: name
    case .sex: sex
    case .birth: birth
    case .death: death
    case .idNumber: idNumber
    case .phone: phone
    case .hukou: hukou
    case .ethnicity: ethnicity
    case .education: education
    }
  }

  /// What makes a person that holds `held` hold this.
  func patch(from held: PersonState) -> PersonPatch {
    var patch = PersonPatch()
    if name != held.name { patch.name = .set(name) }
    if sex != held.sex { patch.sex = .set(sex) }
    if birth != held.birth { patch.birth = .set(birth.flatMap { Day($0) }) }
    if death != held.death { patch.death = .set(death.flatMap { Day($0) }) }
    if idKind != held.idKind { patch.idKind = .set(idKind) }
    if idNumber != held.idNumber { patch.idNumber = .set(idNumber) }
    if phone != held.phone { patch.phone = .set(phone) }
    if hukou != held.hukou { patch.hukou = .set(hukou) }
    if ethnicity != held.ethnicity { patch.ethnicity = .set(ethnicity) }
    if education != held.education { patch.education = .set(education) }
    return patch
  }
}

/// Everything that it takes to put two people back as they were before they were made one. It lies sealed in the database
/// until the merge is undone.
struct MergeState: Sendable, Equatable, Codable {
  /// A row that hangs on a person, and how it was right after the merge: whoever has changed it since has built on it.
  struct Row: Sendable, Equatable, Codable {
    let table: String
    let id: Int64
    /// What decides who may hear of it: a house, tag or dataset.
    var about: Int64?
    var mark = ""
  }

  /// A row that was there twice: all of its columns, and of a claim that is sealed the whole value, for the key may change.
  struct Removed: Sendable, Equatable, Codable {
    let table: String
    let columns: [String: JSONValue]
    var whole: String?

    var id: Int64 { if case .number(let id)? = columns["id"] { Int64(id) } else { 0 } }
  }

  /// A row whose days took in those of a removed one: its days before.
  struct Stretched: Sendable, Equatable, Codable {
    let row: Row
    let since: String?
    let until: String?
  }

  /// A tick of a run that holds for the kept person as well since.
  struct Tick: Sendable, Equatable, Codable {
    let run: Int64
    let note: String
    /// When it was set: one that was set anew since is the kept person's own.
    let at: String
  }

  /// A row of a roster that was the other's.
  struct RosterRow: Sendable, Equatable, Codable {
    let roster: Int64
    let n: Int64
  }

  var kept: PersonState
  var gone: PersonState
  /// The kept person's version right after the merge.
  var version: Int64 = 0
  var moved: [Row] = []
  var removed: [Removed] = []
  var stretched: [Stretched] = []
  var ticks: [Tick] = []
  var reminders: [Int64] = []
  var rosterRows: [RosterRow] = []
  /// Ledgers whose schedule had gone through the other and not through the kept one.
  var goneThrough: [Int64] = []
  /// Values that were not taken, kept beside the row.
  var claims: [Int64] = []
  /// Earlier merges of either that could still be undone when this one was made.
  var earlier: [Int64] = []
  /// The last of all links and visits of before.
  var lastLink: Int64 = 0
  var lastVisit: Int64 = 0
}

/// A merge as it is shown: names masked. Codable, because an answer is kept with the key of its request.
package struct MergeRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let kept: Int64
  package let gone: Int64
  package let keptName: String
  package let goneName: String
  /// Where the one who ended had lived.
  let goneHouses: [Int64]
  /// Where the one who was kept had lived.
  let keptHouses: [Int64]
  package let at: String
  package let by: String
  package let undoneAt: String?
  package let undoneBy: String?
}

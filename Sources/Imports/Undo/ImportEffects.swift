import Crypto
import Foundation
import Kernel
import Storage

/// A table that rosters write to. In this order rows are taken away: what hangs on others before what it hangs on.
enum TracedTable: String, CaseIterable, Codable {
  case claims, taggings, occupancies, aliases, assets, shops, people, houses, buildings, compounds

  /// What it is in the feed; nil where the feed does not know it.
  var kind: SubjectKind? { SubjectKind(rawValue: rawValue) }

  /// Whether its rows lie somewhere, so that they exist for some callers and not for others.
  var isPlaced: Bool { [.people, .houses, .shops, .assets].contains(self) }

  /// Whether its rows go before what the row of the roster has changed is put back, which they may stand against.
  var isLink: Bool { [.claims, .taggings, .occupancies, .aliases].contains(self) }

  /// Whether a row stands as long as something is in it, whoever made it.
  var isContainer: Bool { self == .buildings || self == .compounds }

  /// Columns that change without anybody changing the row; a building follows its first house.
  var passing: Set<String> {
    let own: Set<String> = self == .buildings ? ["committee_id", "grid_id"] : []
    return own.union(["version", "updated_at"])
  }
}

/// A row as it stands: its columns that hold something, sealed ones opened, without what is only there to find them by.
typealias RowState = [String: JSONValue]

/// What one row of a roster has made, and what it has changed: as much as it takes to know that nobody has touched it since,
/// and to put it back.
struct ImportEffects: Sendable, Equatable, Codable {
  struct Made: Sendable, Equatable, Codable {
    let table: TracedTable
    let id: Int64
    /// Of the row right after.
    let digest: String
  }

  /// The columns that differ, before and right after.
  struct Changed: Sendable, Equatable, Codable {
    let table: TracedTable
    let id: Int64
    var before: RowState
    var after: RowState

    /// - Returns: nil where nothing differs.
    init?(_ table: TracedTable, _ id: Int64, before: RowState, after: RowState) {
      var names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      guard !names.isEmpty else { return nil }
      // Who says how large a house is goes with what is said.
      if table == .houses, names.contains("area_m2") { names.insert("area_source") }
      (self.table, self.id) = (table, id)
      self.before = Dictionary(uniqueKeysWithValues: names.map { ($0, before[$0] ?? .null) })
      self.after = Dictionary(uniqueKeysWithValues: names.map { ($0, after[$0] ?? .null) })
    }
  }

  var made: [Made] = []
  var changed: [Changed] = []

  /// Tells whether a row is as it was.
  static func digest(_ state: RowState) throws -> String {
    let hash = SHA256.hash(data: Data(try StoredJSON.text(state).utf8))
    return hash.prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Why a row of a roster cannot be taken back. Of what a caller may not know it is said only that there is something.
package enum UndoObstacle: String, Sendable, CaseIterable {
  case changed, visited, recorded, ordered, linked, tagged, said, used, contradiction
  case outOfSight = "out_of_sight"
  case notRecorded = "not_recorded"

  package var detail: String {
    switch self {
    case .changed: "导入之后又改过"
    case .visited: "导入之后有走访记录"
    case .recorded: "导入之后登记了专题库记录"
    case .ordered: "有工单或设施与它有关"
    case .linked: "导入之后又登记了居住或经营关系"
    case .tagged: "导入之后又打了标签"
    case .said: "后来又有别的来源说到它"
    case .used: "已被别的内容用到（如台账勾选、提醒、合并）"
    case .contradiction: "改回去会与现有的内容矛盾"
    case .outOfSight: "已不在您的辖区内，或已合并、删去"
    case .notRecorded: "导入时还没有记下改动，无法撤销"
    }
  }
}

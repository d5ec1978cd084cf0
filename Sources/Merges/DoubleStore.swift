import GRDB
import Kernel
import Storage

/// Why two rows may be one person. Neither numbers nor telephones are compared: whoever can write one into a row could try
/// others' until the pair comes up.
package enum DoubleReason: String, Sendable, CaseIterable {
  case nameAndBirth = "name_birth"
  case nameAndHouse = "name_house"

  package var detail: String {
    switch self {
    case .nameAndBirth: "姓名、出生日期都相同"
    case .nameAndHouse: "姓名相同，登记过同一处房屋"
    }
  }

  /// How much it says, of 1.
  var weight: Double {
    switch self {
    case .nameAndBirth: 0.8
    case .nameAndHouse: 0.6
    }
  }
}

struct DoublePair: Sendable, Equatable {
  let left: Int64
  let right: Int64
  var isBornAlike = false
  /// The houses in which both are or were.
  var houses: Set<Int64> = []
}

extension Reader {
  /// Pairs of one name of which the first is one of these, by their ids. Two identity numbers of one kind are two people, and
  /// so are a man and a woman.
  func doubles(of ids: [UInt32]) throws -> [DoublePair] {
    let apart = """
      NOT (a.id_number_key IS NOT NULL AND b.id_number_key IS NOT NULL AND a.id_kind IS b.id_kind)
        AND (a.sex = b.sex OR a.sex IS NULL OR b.sex IS NULL)
      """
    var pairs: [[Int64]: DoublePair] = [:]
    let born = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.id AS id, b.id AS other FROM json_each(?) j CROSS JOIN people a ON a.id = j.value
          CROSS JOIN people b ON b.name = a.name AND b.birth_date = a.birth_date AND b.id > a.id WHERE \(apart)
          """), arguments: [Self.list(ids)])
    for row in born.map({ StoredRow("people", $0) }) {
      let (left, right): (Int64, Int64) = (try row["id"], try row["other"])
      pairs[[left, right], default: DoublePair(left: left, right: right)].isBornAlike = true
    }
    let housed = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT a.id AS id, b.id AS other, x.house_id AS house FROM json_each(?) j
          CROSS JOIN people a ON a.id = j.value CROSS JOIN people b ON b.name = a.name AND b.id > a.id
          CROSS JOIN occupancies y ON y.person_id = b.id
          CROSS JOIN occupancies x ON x.person_id = a.id AND x.house_id = y.house_id WHERE \(apart)
          """), arguments: [Self.list(ids)])
    for row in housed.map({ StoredRow("people", $0) }) {
      let (left, right): (Int64, Int64) = (try row["id"], try row["other"])
      pairs[[left, right], default: DoublePair(left: left, right: right)].houses.insert(try row["house"])
    }
    return pairs.values.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }
}

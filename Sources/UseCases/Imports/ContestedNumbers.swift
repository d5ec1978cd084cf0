import Domain
import Store

/// Identity numbers and credit codes that a file gives to people, or shops, of different names: somebody pasted one. None of
/// those rows decides who anybody is, the first as little as the second.
struct ContestedNumbers: Sendable {
  static let none = ContestedNumbers()
  private var numbers: Set<Int> = []

  private init() {}

  func has(_ number: String) -> Bool { numbers.contains(number.hashValue) }

  /// Looks through the names and numbers of all rows. Only their hashes are kept.
  ///
  /// - Parameter except: a row whose cells are about to be others.
  init(_ job: ImportJob, _ reader: Reader, except: Int? = nil) throws {
    let map = job.columnMap
    let (field, purpose): (ImportField, Identifier.Purpose) =
      job.subject == .shops ? (.creditCode, .creditCode) : (.idNumber, .document)
    guard job.subject != .taggings, map.columns[field] != nil, map.columns[.name] != nil else { return }
    var names: [Int: Int] = [:]
    var last = 0
    while case let rows = try reader.importRows(job.id, after: last, limit: 2_000), let end = rows.last {
      last = end.n
      for row in rows where row.decision?.action != .skip && row.n != except {
        let cells = RowCells(map: map, cells: row.cells)
        guard let text = cells[field], let name = cells[.name], !NameDoubt.isMasked(name),
          let number = Identifier.read(text, for: purpose).normalised
        else { continue }
        let (key, called) = (number.hashValue, PersonName.key(name).hashValue)
        if let known = names[key], known != called { numbers.insert(key) } else { names[key] = called }
      }
    }
  }
}

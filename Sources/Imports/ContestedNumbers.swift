import Identity
import Storage

/// Identity numbers and credit codes that a file gives to people, or shops, of different names: somebody pasted one. None of
/// those rows decides who anybody is, the first as little as the second.
struct ContestedNumbers: Sendable {
  static let none = ContestedNumbers()
  private var numbers: Set<Int> = []
  /// Whether numbers that end in 000 and pass their check may be such as a spreadsheet has cut: others of the file that end
  /// so fail theirs, or more end so than would by chance (one in a thousand).
  private(set) var zerosAreDoubtful = true
  /// Rows that contradict each other about the same person or shop.
  private(set) var differing = ContradictingRows()

  private init() {}

  func has(_ number: String) -> Bool { numbers.contains(number.hashValue) }

  /// Looks through the names and numbers of all rows. Only their hashes are kept.
  ///
  /// - Parameter except: a row whose cells are about to be others.
  init(_ job: ImportJob, _ reader: Reader, except: Int? = nil, halt: ImportHalt? = nil) throws {
    let map = job.columnMap
    differing = ContradictingRows(job)
    let (field, purpose): (ImportField, Identifier.Purpose) =
      job.subject == .shops ? (.creditCode, .creditCode) : (.idNumber, .document)
    let hasNumbers = map.columns[field] != nil
    guard [.people, .tenancies, .shops].contains(job.subject), map.columns[.name] != nil else { return }
    var names: [Int: Int] = [:]
    var endings = ZeroEndings()
    var last = 0
    while case let rows = try reader.importRows(job.id, after: last, limit: 2_000), let end = rows.last {
      last = end.n
      try halt?.check()
      for row in rows where row.decision?.action != .skip && row.n != except {
        let cells = RowCells(map: map, cells: row.cells, notes: row.notes)
        if row.fault == nil { differing.take(cells) }
        guard hasNumbers, let text = cells[field] else { continue }
        let reading = Identifier.read(text, for: purpose)
        endings.count(text, isValid: reading.valid)
        guard let name = cells[.name], !NameDoubt.isMasked(name), let number = reading.normalised else { continue }
        let (key, called) = (number.hashValue, PersonName.key(name).hashValue)
        if let known = names[key], known != called { numbers.insert(key) } else { names[key] = called }
      }
    }
    zerosAreDoubtful = endings.areDoubtful
  }

  private struct ZeroEndings {
    private var all = 0
    private var valid = 0
    private var wrong = 0

    var areDoubtful: Bool { wrong > 0 || valid * 50 > all }

    mutating func count(_ text: String, isValid: Bool) {
      let digits = text.utf8.filter { (48...57).contains($0) }
      guard digits.count == 18 else { return }
      all += 1
      guard digits.suffix(3).elementsEqual("000".utf8) else { return }
      if isValid { valid += 1 } else { wrong += 1 }
    }
  }
}

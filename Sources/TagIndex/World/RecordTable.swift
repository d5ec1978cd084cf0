import FilterLanguage
import Kernel

/// The rows of the datasets (专题库), each dataset's values in columns of its own: there may be millions.
final class RecordTable {
  private var sheets: [RecordSheet] = [RecordSheet()]
  private var datasets = Words()
  private var kinds: [String: Int] = [:]
  /// By kind of subject.
  let ofSubject = (0..<4).map { _ in Chain() }
  /// By row: its dataset's number; 0 for a row that is not there.
  let dataset = Column<UInt32>(fill: 0)
  private let subjects = Column<UInt32>(fill: 0)
  /// By row: its place in the dataset's columns.
  private let slots = Column<UInt32>(fill: 0)

  /// Takes the datasets' kinds of subject, and links what rows there are by them.
  func learn(_ entries: [Vocabulary.Dataset]) {
    let known = Dictionary(entries.map { ($0.code, $0.subject.slot) }, uniquingKeysWith: { first, _ in first })
    let moved = Set(datasets.texts.indices.filter { kinds[datasets.texts[$0]] != known[datasets.texts[$0]] })
    guard !moved.isEmpty else {
      kinds = known
      return
    }
    let rows = rows.filter { moved.contains(Int(dataset[$0])) }
    for id in rows { chain(dataset[id])?.remove(id, from: subjects[id]) }
    kinds = known
    for id in rows { chain(dataset[id])?.insert(id, under: subjects[id]) }
  }

  func put(_ facts: RecordFacts) {
    drop(facts.id)
    let number = datasets.code(of: facts.dataset)
    while sheets.count <= Int(number) { sheets.append(RecordSheet()) }
    dataset[facts.id] = number
    subjects[facts.id] = facts.subject
    slots[facts.id] = sheets[Int(number)].insert(facts.fields)
    chain(number)?.insert(facts.id, under: facts.subject)
  }

  func drop(_ id: UInt32) {
    let number = dataset[id]
    guard number != 0 else { return }
    chain(number)?.remove(id, from: subjects[id])
    sheets[Int(number)].remove(slots[id])
    dataset[id] = 0
  }

  /// The dataset's number, which rows carry; 0 for one without rows.
  func number(of dataset: String) -> UInt32 { UInt32(datasets.texts.firstIndex(of: dataset) ?? 0) }

  /// How to read a field of a dataset's rows; nil where no row has it.
  func reader(_ dataset: String, _ field: String) -> ((UInt32) -> RecordFacts.Value?)? {
    guard let column = sheets[Int(number(of: dataset))].columns[field] else { return nil }
    let slots = slots.view
    return { id in column[slots[id]] }
  }

  /// Whom a row is about, and the slot of that kind of subject.
  func subject(of id: UInt32) -> (slot: Int, id: UInt32)? {
    guard dataset[id] != 0, let slot = kinds[datasets.texts[Int(dataset[id])]] else { return nil }
    return (slot, subjects[id])
  }

  private var rows: [UInt32] { (0..<UInt32(dataset.count)).filter { dataset[$0] != 0 } }

  private func chain(_ number: UInt32) -> Chain? { kinds[datasets.texts[Int(number)]].map { ofSubject[$0] } }
}

/// The columns of one dataset. Places of rows that are gone are used again.
final class RecordSheet {
  private(set) var columns: [String: RecordColumn] = [:]
  private var count: UInt32 = 0
  private var free: [UInt32] = []

  func insert(_ fields: RecordFacts.Fields) -> UInt32 {
    let slot = free.popLast() ?? count
    if slot == count { count += 1 }
    for field in fields.entries { column(field.name)[slot] = field.value }
    return slot
  }

  func remove(_ slot: UInt32) {
    for column in columns.values { column[slot] = nil }
    free.append(slot)
  }

  private func column(_ name: String) -> RecordColumn {
    if let column = columns[name] { return column }
    let column = RecordColumn()
    columns[name] = column
    return column
  }
}

/// One field: a kind a row, and the value as 64 bits (texts by their number among the field's different ones).
final class RecordColumn {
  private enum Kind { static let none: UInt8 = 0, text: UInt8 = 1, number: UInt8 = 2, day: UInt8 = 3, flag: UInt8 = 4 }

  private let kinds = Column<UInt8>(fill: Kind.none)
  private let values = Column<UInt64>(fill: 0)
  private var words = Words()

  subscript(slot: UInt32) -> RecordFacts.Value? {
    get {
      let bits = values[slot]
      return switch kinds[slot] {
      case Kind.text: .text(words.texts[Int(bits)])
      case Kind.number: .number(Double(bitPattern: bits))
      case Kind.day: .day(Day(number: Int32(truncatingIfNeeded: bits)))
      case Kind.flag: .flag(bits != 0)
      default: nil
      }
    }
    set {
      switch newValue {
      case nil: kinds[slot] = Kind.none
      case .text(let text)?: (kinds[slot], values[slot]) = (Kind.text, UInt64(words.code(of: text)))
      case .number(let number)?: (kinds[slot], values[slot]) = (Kind.number, number.bitPattern)
      case .day(let day)?: (kinds[slot], values[slot]) = (Kind.day, UInt64(bitPattern: Int64(day.number)))
      case .flag(let flag)?: (kinds[slot], values[slot]) = (Kind.flag, flag ? 1 : 0)
      }
    }
  }
}

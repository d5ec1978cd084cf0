import Domain
import Filter

/// The rows of the datasets (专题库).
final class RecordTable {
  private struct Row {
    let dataset: UInt32
    let subject: UInt32
    let fields: [String: RecordFacts.Value]
  }

  private var rows: [UInt32: Row] = [:]
  private var datasets = Words()
  private var kinds: [String: Int] = [:]
  /// By kind of subject.
  let ofSubject = (0..<4).map { _ in Chain() }
  /// By row: its dataset's number; 0 for a row that is not there.
  let dataset = Column<UInt32>(fill: 0)

  /// Takes the datasets' kinds of subject, and links what rows there are by them.
  func learn(_ entries: [Vocabulary.Dataset]) {
    let known = Dictionary(entries.map { ($0.code, $0.subject.slot) }, uniquingKeysWith: { first, _ in first })
    guard known != kinds else { return }
    for (id, row) in rows { chain(row.dataset)?.remove(id, from: row.subject) }
    kinds = known
    for (id, row) in rows { chain(row.dataset)?.insert(id, under: row.subject) }
  }

  func put(_ facts: RecordFacts) {
    drop(facts.id)
    let number = datasets.code(of: facts.dataset)
    rows[facts.id] = Row(dataset: number, subject: facts.subject, fields: facts.fields)
    dataset[facts.id] = number
    chain(number)?.insert(facts.id, under: facts.subject)
  }

  func drop(_ id: UInt32) {
    guard let row = rows.removeValue(forKey: id) else { return }
    chain(row.dataset)?.remove(id, from: row.subject)
    dataset[id] = 0
  }

  /// The dataset's number, which rows carry; 0 for one without rows.
  func number(of dataset: String) -> UInt32 { UInt32(datasets.texts.firstIndex(of: dataset) ?? 0) }

  func value(_ id: UInt32, _ field: String) -> RecordFacts.Value? { rows[id]?.fields[field] }

  /// Whom a row is about, and the slot of that kind of subject.
  func subject(of id: UInt32) -> (slot: Int, id: UInt32)? {
    guard let row = rows[id], let slot = kinds[datasets.texts[Int(row.dataset)]] else { return nil }
    return (slot, row.subject)
  }

  private func chain(_ number: UInt32) -> Chain? { kinds[datasets.texts[Int(number)]].map { ofSubject[$0] } }
}

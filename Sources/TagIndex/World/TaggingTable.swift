import Kernel

/// The assignments of tags: the bitmap of each tag on the index's day, and the rows behind them for other days.
final class TaggingTable {
  /// The tag's row id; 0 for a row that is not there.
  let tag = Column<UInt32>(fill: 0)
  let subject = Column<UInt32>(fill: 0)
  let since = Column<Int32>(fill: noDay)
  let until = Column<Int32>(fill: openEnd)
  /// By tag: who has it today.
  let current = BitmapFamily()
  /// By kind of subject.
  let ofSubject = (0..<4).map { _ in Chain() }
  /// By tag, its rows; may name rows that have since become another tag's.
  private var rows: [Column<UInt32>] = []
  /// By tag: the slot of its kind of subject; nil for a tag that the catalogue lacks.
  private var kinds: [Int?] = []

  /// Takes the tags' kinds of subject, and links what rows there are by them: only those of tags that became another
  /// kind's, appeared or went.
  func learn(_ catalogue: Catalogue) {
    var known: [Int?] = []
    for entry in catalogue.tags + catalogue.retired {
      let key = Int(entry.id)
      if key >= known.count { known.append(contentsOf: repeatElement(nil, count: key + 1 - known.count)) }
      known[key] = entry.subject.slot
    }
    let old = kinds
    kinds = known
    for key in 0..<rows.count {
      let (before, after) = (key < old.count ? old[key] : nil, kind(of: UInt32(key)))
      guard before != after else { continue }
      var seen: Set<UInt32> = []
      let rows = rows[key].view
      for index in 0..<rows.count {
        let row = rows.base[index]
        guard tag[row] == UInt32(key), seen.insert(row).inserted else { continue }
        if let before { ofSubject[before].remove(row, from: subject[row]) }
        if let after { ofSubject[after].insert(row, under: subject[row]) }
      }
    }
  }

  /// The chain of a tag's kind of subject.
  func chain(of tag: UInt32) -> Chain? {
    Int(tag) < kinds.count ? kinds[Int(tag)].map { ofSubject[$0] } : nil
  }

  func kind(of tag: UInt32) -> Int? { Int(tag) < kinds.count ? kinds[Int(tag)] : nil }

  func put(_ facts: TaggingFacts, today: Int32) {
    drop(facts.id, today: today)
    tag[facts.id] = facts.tag
    subject[facts.id] = facts.subject
    since[facts.id] = facts.since.number
    until[facts.id] = facts.until?.number ?? openEnd
    chain(of: facts.tag)?.insert(facts.id, under: facts.subject)
    while rows.count <= Int(facts.tag) { rows.append(Column(fill: 0)) }
    rows[Int(facts.tag)].append(facts.id)
    if holds(facts.id, on: today) { current.add(facts.subject, to: Int(facts.tag)) }
  }

  func drop(_ id: UInt32, today: Int32) {
    let (was, whose) = (tag[id], subject[id])
    guard was != 0 else { return }
    chain(of: was)?.remove(id, from: whose)
    tag[id] = 0
    refresh(was, whose, on: today)
  }

  /// Sets the tag's bit of one subject to what the rows say on a day.
  func refresh(_ tag: UInt32, _ whose: UInt32, on day: Int32) {
    var has = false
    chain(of: tag)?.each(whose) { if self.tag[$0] == tag, holds($0, on: day) { has = true } }
    if has { current.add(whose, to: Int(tag)) } else { current.remove(whose, from: Int(tag)) }
  }

  func holds(_ id: UInt32, on day: Int32) -> Bool { tag[id] != 0 && since[id] <= day && day < until[id] }

  /// Who has a tag on any day, from its rows.
  func members(of tag: UInt32, on day: Int32) -> Bitmap {
    guard Int(tag) < rows.count else { return Bitmap() }
    let (tags, subjects, since, until) = (self.tag.view, subject.view, since.view, until.view)
    let rows = rows[Int(tag)].view
    var found: [UInt32] = []
    for index in 0..<rows.count {
      let row = rows.base[index]
      if tags[row] == tag, since[row] <= day, day < until[row] { found.append(subjects[row]) }
    }
    return Bitmap(found)
  }

  /// The rows whose holding differs between two days.
  func rows(changingBetween old: Int32, and new: Int32) -> [UInt32] {
    (0..<UInt32(tag.count)).filter { holds($0, on: old) != holds($0, on: new) }
  }
}

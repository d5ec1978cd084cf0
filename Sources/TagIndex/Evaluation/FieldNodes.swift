import FilterLanguage
import Kernel

/// A day in a column.
final class DayNode: Node {
  private let spans: DaySpans
  private let days: ColumnView<Int32>
  private let buckets: DayBuckets?
  var cost: Cost { buckets == nil ? .row : .union }

  init(_ spans: DaySpans, _ days: Column<Int32>, buckets: DayBuckets? = nil) {
    self.spans = spans
    self.days = days.view
    self.buckets = buckets
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { spans.contain(days[id]) }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard let buckets, candidates.count > 4000 else { return candidates.filter(budget) { spans.contain(days[$0]) } }
    let parts = spans.spans.map { buckets.rows($0.lowerBound, $0.upperBound, days: days) }
    guard let first = parts.first else { return Bitmap() }
    let found = parts.count == 1 ? first : Bitmap.union(parts)
    found.formAnd(candidates)
    return found
  }
}

/// A number that a row has or yields; not-a-number is a missing one.
final class NumberNode: Node {
  private let test: NumberTest
  private let number: (UInt32) -> Double
  let cost: Cost

  init(_ test: NumberTest, cost: Cost = .row, _ number: @escaping (UInt32) -> Double) {
    self.test = test
    self.cost = cost
    self.number = number
  }

  convenience init(_ test: NumberTest, _ column: Column<Int32>) {
    let view = column.view
    self.init(test) { view[$0] == noDay ? .nan : Double(view[$0]) }
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { test.holds(number(id)) }
}

/// A number of few whole values (residents of a house): tested once a value, looked up by the row.
final class SmallNumberNode: Node {
  private let passes: [Bool]
  private let column: ColumnView<UInt16>
  private let test: NumberTest
  let cost = Cost.row

  init(_ test: NumberTest, _ column: Column<UInt16>) {
    self.test = test
    self.column = column.view
    passes = (0..<1024).map { test.holds(Double($0)) }
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { holds(id) }

  @inline(__always)
  private func holds(_ id: UInt32) -> Bool {
    let value = Int(column[id])
    return value < 1024 ? passes[value] : test.holds(Double(value))
  }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap { candidates.filter(budget) { holds($0) } }
}

/// A name or address.
final class TextNode: Node {
  private let test: TextTest
  private let isPrefix: Bool
  private let texts: TextView
  let cost = Cost.text

  init(_ test: TextTest, _ texts: TextColumn, isPrefix: Bool = false) {
    self.test = test
    self.texts = texts.view
    self.isPrefix = isPrefix
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool {
    let operands = test.operands
    switch test.kind {
    case .equal, .list: return operands.contains { texts.equals(id, $0) }
    case .notEqual: return texts.offset[id] != .max && !operands.contains { texts.equals(id, $0) }
    case .contains:
      guard let operand = operands.first else { return false }
      return isPrefix ? texts.hasPrefix(id, operand) : texts.contains(id, operand)
    }
  }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard test.kind == .contains || test.kind == .equal, !isPrefix, let operand = test.operands.first,
      !operand.isEmpty, candidates.count > 10_000
    else { return candidates.filter(budget) { holds($0, 0) } }
    guard budget.spend(texts.bytes.count >> 4) else { return Bitmap() }
    let found = texts.owners(containing: operand)
    found.formAnd(candidates)
    return test.kind == .contains ? found : found.filter { texts.equals($0, operand) }
  }
}

/// A word out of few: decided once a word.
final class WordNode: Node {
  private let column: WordColumn
  private let test: (String) -> Bool
  private let codes: ColumnView<UInt32>
  private lazy var passes = column.words.texts.enumerated().map { $0.offset > 0 && test($0.element) }
  private lazy var sets = passes.indices.compactMap { passes[$0] ? column.members[$0] : nil }
  let cost = Cost.union

  init(_ column: WordColumn, _ test: @escaping (String) -> Bool) {
    (self.column, self.test, codes) = (column, test, column.view)
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { passes[Int(codes[id])] }

  func select(within candidates: Bitmap, _ budget: WorkBudget) -> Bitmap {
    guard budget.spend(column.words.texts.count) else { return Bitmap() }
    if sets.count == 1 { return candidates.and(sets[0]) }
    let found = Bitmap.union(sets)
    found.formAnd(candidates)
    return found
  }
}

/// A field of a dataset's row.
final class AttributeNode: Node {
  private let read: (UInt32) -> RecordFacts.Value?
  private let test: (RecordFacts.Value) -> Bool
  let cost = Cost.row

  init(_ read: @escaping (UInt32) -> RecordFacts.Value?, _ test: @escaping (RecordFacts.Value) -> Bool) {
    self.read = read
    self.test = test
  }

  func holds(_ id: UInt32, _ link: UInt32) -> Bool { read(id).map(test) ?? false }
}

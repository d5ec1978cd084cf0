import FilterLanguage
import Kernel

package struct SortKey: Hashable, Sendable {
  package var field: Field
  package var descending: Bool
  package init(_ field: Field, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}

/// Where a page ended: what its last row is ordered by, and its id. It stays the same place in the order whatever becomes of
/// that row, and of others. It holds the row's values: whoever hands it out seals it.
package struct Cursor: Hashable, Sendable {
  /// One sort key's value.
  package enum Mark: Hashable, Sendable {
    case missing
    case number(Double)
    case whole(Int32)
    case text([UInt8])
  }

  package var marks: [Mark]
  package var id: UInt32

  package init(_ marks: [Mark], id: UInt32) { (self.marks, self.id) = (marks, id) }
}

package struct IndexPage: Sendable {
  /// Of all pages.
  package let total: Int
  /// In order.
  package let ids: [UInt32]
  /// Nil on the last page.
  package let next: Cursor?
  package let generation: UInt64
}

extension TagIndex {
  /// The most rows of one page.
  private static let mostAtOnce = 10_000

  /// A page of the answer, in the order of the keys and then of the ids. Rows that lack a value come last either way.
  ///
  /// Texts are in the order of their UTF-8, addresses with numbers as numbers. A page holds what comes after the cursor's
  /// place in the order: a row whose values changed meanwhile may come again or not at all, and no other row does.
  /// - Parameter ids: only these of what the question finds; nil for all of it.
  /// - Throws: what `select` throws, `unsortable_field`, and `bad_cursor` for one of another order.
  package func page(
    _ query: Query, among ids: [UInt32]? = nil, sort: [SortKey] = [], after cursor: Cursor? = nil, limit: Int,
    budget: WorkBudget = WorkBudget()
  ) throws(Problem) -> IndexPage {
    try asking(query.asOf, query.scope, budget) { frame throws(Problem) in
      let found = try answer(query, frame)
      let rows = ids.map { found.and(Bitmap($0)) } ?? found
      let keys = try sort.map { (key) throws(Problem) in try SortColumn(key, query.subject, frame) }
      let order = RowOrder(keys, budget)
      let limit = min(max(limit, 1), Self.mostAtOnce)
      let place = try cursor.map { (cursor) throws(Problem) in try CursorPlace(cursor, keys) }
      let first = order.first(limit + 1, of: rows, after: place)
      let page = Array(first.prefix(limit))
      let next = first.count > limit ? page.last.map { id in Cursor(keys.map { $0.mark(of: id) }, id: id) } : nil
      return IndexPage(total: rows.count, ids: page, next: next, generation: generationInside)
    }
  }
}

/// A cursor's place, ready to be compared with rows.
final class CursorPlace {
  let ranks: [UInt64]
  let id: UInt32
  private let copies: [UnsafeMutableBufferPointer<UInt8>?]

  init(_ cursor: Cursor, _ keys: [SortColumn]) throws(Problem) {
    let ranks = zip(keys, cursor.marks).map { $0.rank(of: $1) }
    guard cursor.marks.count == keys.count, !ranks.contains(nil) else {
      throw Problem(.invalid, "bad_cursor", "游标与排序不符：翻页时请用同样的 sort。")
    }
    self.ranks = ranks.compactMap { $0 }
    id = cursor.id
    copies = cursor.marks.map { mark in
      guard case .text(let bytes) = mark else { return nil }
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      return copy
    }
  }

  deinit { for copy in copies { copy?.deallocate() } }

  func text(_ key: Int) -> UnsafeBufferPointer<UInt8>? { copies[key].map { UnsafeBufferPointer($0) } }
}

/// Rows by their sort keys, then by id.
struct RowOrder {
  /// A row with what the first key says of it, read once.
  private struct Row {
    let rank: UInt64
    let text: UnsafeBufferPointer<UInt8>?
    let id: UInt32
  }

  private let keys: [SortColumn]
  private let budget: WorkBudget

  init(_ keys: [SortColumn], _ budget: WorkBudget) { (self.keys, self.budget) = (keys, budget) }

  /// The first rows of a set, or those after a place, in order. One sweep: what cannot come among the first is passed over.
  func first(_ limit: Int, of rows: Bitmap, after place: CursorPlace?) -> [UInt32] {
    guard let leading = keys.first else {
      return rows.ids(offset: place.map { rows.rank($0.id) } ?? 0, limit: limit)
    }
    // What is made room for follows the rows that are there, never a number that came from outside.
    let limit = min(limit, rows.count)
    guard limit > 0 else { return [] }
    let room = min(max(limit * 4, 1024), rows.count + 1)
    var best: [Row] = []
    best.reserveCapacity(room)
    var worst: Row?
    rows.each(budget) { id in
      let row = row(id, leading)
      if let worst, row.rank > worst.rank || !less(row, worst) { return }
      if let place, !comes(row, after: place) { return }
      best.append(row)
      if best.count == room {
        best.sort(by: less)
        best.removeLast(room - limit)
        worst = best.last
      }
    }
    best.sort(by: less)
    return best.prefix(limit).map(\.id)
  }

  /// All rows in order; each one's first key is read once.
  func sorted(_ ids: [UInt32]) -> [UInt32] {
    guard let leading = keys.first else { return ids.sorted() }
    return ids.map { row($0, leading) }.sorted(by: less).map(\.id)
  }

  /// Whether one row comes before another.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let leading = keys.first else { return left < right }
    return less(row(left, leading), row(right, leading))
  }

  @inline(__always)
  private func row(_ id: UInt32, _ leading: SortColumn) -> Row {
    guard let text = leading.text else { return Row(rank: leading.rank(id), text: nil, id: id) }
    let value = text(id)
    return Row(rank: leading.rank(of: value), text: value, id: id)
  }

  private func less(_ left: Row, _ right: Row) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if let leading = keys.first {
      let order = leading.compare(left.text, right.text)
      if order != 0 { return order < 0 }
    }
    for key in keys.dropFirst() {
      let (first, second) = (key.rank(left.id), key.rank(right.id))
      if first != second { return first < second }
      if let text = key.text {
        let order = key.compare(text(left.id), text(right.id))
        if order != 0 { return order < 0 }
      }
    }
    return left.id < right.id
  }

  private func comes(_ row: Row, after place: CursorPlace) -> Bool {
    for (index, key) in keys.enumerated() {
      let rank = index == 0 ? row.rank : key.rank(row.id)
      if rank != place.ranks[index] { return rank > place.ranks[index] }
      if let text = key.text {
        let order = key.compare(index == 0 ? row.text : text(row.id), place.text(index))
        if order != 0 { return order > 0 }
      }
    }
    return row.id > place.id
  }
}

import Domain
import Filter

package struct SortKey: Hashable, Sendable {
  package var field: Field
  package var descending: Bool
  package init(_ field: Field, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}

/// Where a page ended: after which row, and how many rows came up to it. It holds nothing of the row itself.
package struct Cursor: Hashable, Sendable {
  package var offset: UInt32
  package var id: UInt32

  /// What `init(text:)` reads again.
  package var text: String { "\(offset).\(id)" }

  package init(offset: UInt32, id: UInt32) { (self.offset, self.id) = (offset, id) }

  /// Nil for anything that no cursor writes.
  package init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt32($0) }
    guard parts.count == 2, let offset = parts[0], let id = parts[1] else { return nil }
    self.init(offset: offset, id: id)
  }
}

package struct Page: Sendable {
  /// Of all pages.
  package let total: Int
  /// In order.
  package let ids: [UInt32]
  /// Nil on the last page.
  package let next: Cursor?
  package let generation: UInt64
}

extension TagIndex {
  /// A page of the answer, in the order of the keys and then of the ids. Rows that lack a value come last either way.
  ///
  /// Texts are in the order of their UTF-8, addresses with numbers as numbers. A page goes on after the row that the cursor
  /// names, wherever that row stands now; if the row is gone, or is none that the asker may know of (where it stands would
  /// tell its name and age), after as many rows as came before.
  /// - Throws: what `select` throws, and `unsortable_field`.
  package func page(
    _ query: Query, sort: [SortKey] = [], after cursor: Cursor? = nil, limit: Int
  ) throws(Problem) -> Page {
    try lock.read { () throws(Problem) in
      let frame = Frame(world, asOf: query.asOf, scope: query.scope)
      let rows = try answer(query, frame)
      let keys = try sort.map { (key) throws(Problem) in try SortColumn(key, query.subject, frame) }
      let isThere = cursor.map { frame.knows($0.id, query.subject) } ?? false
      let skipped = isThere ? 0 : Int(cursor?.offset ?? 0)
      let order = RowOrder(keys)
      let found = order.first(limit + 1 + skipped, of: rows, after: isThere ? cursor?.id : nil).dropFirst(skipped)
      let ids = Array(found.prefix(limit))
      let offset = UInt32(clamping: Int(cursor?.offset ?? 0) + ids.count)
      let next = found.count > limit ? ids.last.map { Cursor(offset: offset, id: $0) } : nil
      return Page(total: rows.count, ids: ids, next: next, generation: generationInside)
    }
  }
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

  init(_ keys: [SortColumn]) { self.keys = keys }

  /// The first rows of a set, or those after a row, in order. One sweep: what cannot come among the first is passed over.
  func first(_ limit: Int, of rows: Bitmap, after: UInt32?) -> [UInt32] {
    guard let leading = keys.first else {
      return rows.ids(offset: after.map { rows.rank($0) } ?? 0, limit: limit)
    }
    let start = after.map { row($0, leading) }
    let room = max(limit * 4, 1024)
    var best: [Row] = []
    best.reserveCapacity(room)
    var worst: Row?
    rows.each { id in
      let row = row(id, leading)
      if let worst, row.rank > worst.rank || !less(row, worst) { return }
      if let start, row.rank < start.rank || !less(start, row) { return }
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
}

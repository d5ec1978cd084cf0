/// One value a row id, in one block of memory that grows; a row never written reads as `fill`.
package final class Column<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  package private(set) var count = 0
  private var capacity: Int
  let fill: Element

  package init(fill: Element) {
    self.fill = fill
    capacity = 16
    base = .allocate(capacity: 16)
  }

  deinit { base.deallocate() }

  subscript(id: UInt32) -> Element {
    get { Int(id) < count ? base[Int(id)] : fill }
    set {
      if Int(id) >= count { grow(to: Int(id) + 1) }
      base[Int(id)] = newValue
    }
  }

  /// For reading many rows while nobody writes: valid until the column next grows.
  var view: ColumnView<Element> { ColumnView(base: UnsafePointer(base), count: count, fill: fill) }

  package func append(_ value: Element) {
    if count == capacity { move(to: capacity + capacity / 4 + 64) }
    base[count] = value
    count += 1
  }

  package func removeAll() { count = 0 }

  private func grow(to wanted: Int) {
    if wanted > capacity { move(to: max(wanted, capacity + capacity / 4 + 64)) }
    (base + count).initialize(repeating: fill, count: wanted - count)
    count = wanted
  }

  private func move(to wanted: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    larger.initialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, wanted)
  }
}

struct ColumnView<Element: BitwiseCopyable> {
  let base: UnsafePointer<Element>
  let count: Int
  let fill: Element

  @inline(__always)
  subscript(id: UInt32) -> Element { Int(id) < count ? base[Int(id)] : fill }
}

/// Lists of row ids under a key (the occupancies of a house): singly linked through one column, so that one row is put in
/// or taken out without moving others. Row ids begin at 1; 0 ends a list.
final class Chain {
  private let heads = Column<UInt32>(fill: 0)
  private let next = Column<UInt32>(fill: 0)

  var view: ChainView { ChainView(heads: heads.view, next: next.view) }

  func insert(_ item: UInt32, under key: UInt32) {
    next[item] = heads[key]
    heads[key] = item
  }

  func remove(_ item: UInt32, from key: UInt32) {
    var at = heads[key]
    if at == item {
      heads[key] = next[item]
      return
    }
    while at != 0 {
      let after = next[at]
      if after == item {
        next[at] = next[item]
        return
      }
      at = after
    }
  }

  func each(_ key: UInt32, _ body: (UInt32) -> Void) { view.each(key) { body($0) } }
}

struct ChainView {
  let heads: ColumnView<UInt32>
  let next: ColumnView<UInt32>

  @inline(__always)
  func each(_ key: UInt32, _ body: (UInt32) -> Void) {
    var item = heads[key]
    while item != 0 {
      body(item)
      item = next[item]
    }
  }

  /// Until `body` answers false; whether it never did.
  @inline(__always) @discardableResult
  func sweep(_ key: UInt32, while body: (UInt32) -> Bool) -> Bool {
    var item = heads[key]
    while item != 0 {
      if !body(item) { return false }
      item = next[item]
    }
    return true
  }
}

import CRoaring
import Kernel

extension Bitmap {
  /// All members, ascending.
  package func ids() -> [UInt32] {
    let total = count
    return Array(unsafeUninitializedCapacity: total) { buffer, filled in
      if total > 0 { roaring_bitmap_to_uint32_array(raw, buffer.baseAddress) }
      filled = total
    }
  }

  /// At most `limit` members, ascending, after the first `offset`.
  package func ids(offset: Int, limit: Int) -> [UInt32] {
    let wanted = max(0, min(limit, count - offset))
    return Array(unsafeUninitializedCapacity: wanted) { buffer, filled in
      filled = 0
      if wanted > 0, roaring_bitmap_range_uint32_array(raw, offset, wanted, buffer.baseAddress) { filled = wanted }
    }
  }

  /// Calls `body` with every member in ascending order, until it answers false.
  @inline(__always)
  package func sweep(while body: (UInt32) -> Bool) {
    var iterator = roaring_uint32_iterator_t()
    roaring_init_iterator(raw, &iterator)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 512) { buffer in
      while true {
        let read = Int(roaring_read_uint32_iterator(&iterator, buffer.baseAddress, 512))
        for index in 0..<read where !body(buffer[index]) { return }
        if read < 512 { return }
      }
    }
  }

  @inline(__always)
  package func each(_ body: (UInt32) -> Void) {
    sweep { id in
      body(id)
      return true
    }
  }

  /// The same as far as the budget lasts.
  @inline(__always)
  package func each(_ budget: WorkBudget, _ body: (UInt32) -> Void) {
    var room = 0
    sweep { id in
      if room == 0 {
        guard budget.spend(Bitmap.block) else { return false }
        room = Bitmap.block
      }
      room -= 1
      body(id)
      return true
    }
  }

  /// Rows between two looks at the budget.
  private static let block = 128

  /// The members that pass, as a new set; as far as the budget lasts.
  @inline(__always)
  package func filter(_ budget: WorkBudget, _ passes: (UInt32) -> Bool) -> Bitmap {
    var room = 0
    var isOver = false
    return filter { id in
      if room == 0 {
        if isOver { return false }
        isOver = !budget.spend(Bitmap.block)
        room = Bitmap.block
      }
      room -= 1
      return !isOver && passes(id)
    }
  }

  /// The members that pass, as a new set.
  @inline(__always)
  package func filter(_ passes: (UInt32) -> Bool) -> Bitmap {
    let result = Bitmap()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1024) { kept in
      var count = 0
      each { id in
        guard passes(id) else { return }
        kept[count] = id
        count += 1
        if count == 1024 {
          result.add(UnsafeBufferPointer(kept))
          count = 0
        }
      }
      result.add(UnsafeBufferPointer(rebasing: kept[0..<count]))
    }
    return result
  }
}

/// A set laid out one bit an id, for when it is asked many thousand times: a member costs one load.
struct DenseSet {
  private var words: [UInt64]

  init(_ bitmap: Bitmap) {
    let top = bitmap.isEmpty ? 0 : Int(roaring_bitmap_maximum(bitmap.raw)) + 1
    var words = [UInt64](repeating: 0, count: (top + 63) / 64)
    words.withUnsafeMutableBufferPointer { words in
      bitmap.each { words[Int($0 >> 6)] |= 1 << UInt64($0 & 63) }
    }
    self.words = words
  }

  @inline(__always)
  func contains(_ id: UInt32) -> Bool {
    let index = Int(id >> 6)
    return index < words.count && words[index] & (1 << UInt64(id & 63)) != 0
  }
}

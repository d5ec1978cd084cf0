import CRoaring

/// A set of row ids, compressed (Roaring).
///
/// A bitmap is changed only by whoever owns it: the writer of the index under its write lock, or the question that made
/// it before it hands it out. From then on it is read only, and Roaring's reading functions touch nothing (copy-on-write
/// sharing between bitmaps, which would, is off by default and stays off). That is what makes `Sendable` true.
package final class Bitmap: @unchecked Sendable {
  package let raw: UnsafeMutablePointer<roaring_bitmap_t>

  /// An empty set.
  package init() { raw = roaring_bitmap_create() }

  /// The ids given, in any order; ascending is fastest.
  package convenience init(_ ids: [UInt32]) {
    self.init()
    ids.withUnsafeBufferPointer { add($0) }
  }

  private init(owning raw: UnsafeMutablePointer<roaring_bitmap_t>) { self.raw = raw }

  deinit { roaring_bitmap_free(raw) }

  package var count: Int { Int(roaring_bitmap_get_cardinality(raw)) }
  /// What it takes in memory, roughly.
  package var bytes: Int { 64 + Int(roaring_bitmap_portable_size_in_bytes(raw)) }
  package var isEmpty: Bool { roaring_bitmap_is_empty(raw) }

  package func contains(_ id: UInt32) -> Bool { roaring_bitmap_contains(raw, id) }
  package func copy() -> Bitmap { Bitmap(owning: roaring_bitmap_copy(raw)) }

  package func add(_ id: UInt32) { roaring_bitmap_add(raw, id) }
  package func remove(_ id: UInt32) { roaring_bitmap_remove(raw, id) }
  package func add(_ ids: UnsafeBufferPointer<UInt32>) {
    if let base = ids.baseAddress { roaring_bitmap_add_many(raw, ids.count, base) }
  }
  /// Packs runs of neighbouring ids.
  func optimize() {
    roaring_bitmap_run_optimize(raw)
    roaring_bitmap_shrink_to_fit(raw)
  }

  package func and(_ other: Bitmap) -> Bitmap { Bitmap(owning: roaring_bitmap_and(raw, other.raw)) }
  func or(_ other: Bitmap) -> Bitmap { Bitmap(owning: roaring_bitmap_or(raw, other.raw)) }
  func andNot(_ other: Bitmap) -> Bitmap { Bitmap(owning: roaring_bitmap_andnot(raw, other.raw)) }
  func formAnd(_ other: Bitmap) { roaring_bitmap_and_inplace(raw, other.raw) }
  func formOr(_ other: Bitmap) { roaring_bitmap_or_inplace(raw, other.raw) }
  package func andCount(_ other: Bitmap) -> Int { Int(roaring_bitmap_and_cardinality(raw, other.raw)) }
  package func isSubset(of other: Bitmap) -> Bool { roaring_bitmap_is_subset(raw, other.raw) }

  /// How many members are at most `id`.
  package func rank(_ id: UInt32) -> Int { Int(roaring_bitmap_rank(raw, id)) }

  /// The member at a position in ascending order, from 0.
  package func member(at position: Int) -> UInt32? {
    var id: UInt32 = 0
    return roaring_bitmap_select(raw, UInt32(clamping: position), &id) ? id : nil
  }

  package static func union(_ parts: [Bitmap]) -> Bitmap {
    switch parts.count {
    case 0: return Bitmap()
    case 1: return parts[0].copy()
    default:
      var raws = parts.map { UnsafePointer($0.raw) as UnsafePointer<roaring_bitmap_t>? }
      return withExtendedLifetime(parts) { Bitmap(owning: roaring_bitmap_or_many(raws.count, &raws)) }
    }
  }
}

extension Bitmap: Equatable {
  package static func == (left: Bitmap, right: Bitmap) -> Bool { roaring_bitmap_equals(left.raw, right.raw) }
}

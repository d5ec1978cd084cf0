import CRoaring
import Glibc

/// A text a row id, all in one block of UTF-8: the block is searched in one sweep.
///
/// A changed text is appended and its old bytes stay until they make up half of the block, which is then written anew.
final class TextColumn {
  private let bytes = Column<UInt8>(fill: 0)
  private let offset = Column<UInt32>(fill: .max)
  private let length = Column<UInt16>(fill: 0)
  /// Where each text of the block begins, ascending, and whose it is or was.
  private let starts = Column<UInt32>(fill: 0)
  private let owners = Column<UInt32>(fill: 0)
  private var stale = 0

  /// Texts longer than 65,535 bytes are cut.
  func set(_ text: String?, for id: UInt32) {
    if offset[id] != .max {
      if let text, view.equals(id, Array(text.utf8)) { return }
      stale += Int(length[id])
      offset[id] = .max
      length[id] = 0
    }
    if let text { append(text, for: id) }
    if stale > 1 << 20, stale * 2 > bytes.count { rewrite() }
  }

  private func append(_ text: String, for id: UInt32) {
    var text = text
    let start = bytes.count
    text.withUTF8 { utf8 in
      let kept = utf8.prefix(Int(UInt16.max))
      for byte in kept { bytes.append(byte) }
      length[id] = UInt16(kept.count)
    }
    offset[id] = UInt32(start)
    starts.append(UInt32(start))
    owners.append(id)
  }

  private func rewrite() {
    let old = view
    let live = (0..<UInt32(owners.count)).map { (owners[$0], starts[$0]) }.filter { offset[$0.0] == $0.1 }
    let texts = live.map { ($0.0, old.string($0.0) ?? "") }
    bytes.removeAll()
    starts.removeAll()
    owners.removeAll()
    stale = 0
    for (id, text) in texts { append(text, for: id) }
  }

  var view: TextView {
    TextView(
      bytes: bytes.view, offset: offset.view, length: length.view, starts: starts.view, owners: owners.view)
  }
}

struct TextView {
  let bytes: ColumnView<UInt8>
  let offset: ColumnView<UInt32>
  let length: ColumnView<UInt16>
  let starts: ColumnView<UInt32>
  let owners: ColumnView<UInt32>

  @inline(__always)
  func utf8(_ id: UInt32) -> UnsafeBufferPointer<UInt8>? {
    let start = offset[id]
    guard start != .max else { return nil }
    return UnsafeBufferPointer(start: bytes.base + Int(start), count: Int(length[id]))
  }

  func string(_ id: UInt32) -> String? { utf8(id).map { String(decoding: $0, as: UTF8.self) } }

  func equals(_ id: UInt32, _ wanted: [UInt8]) -> Bool {
    guard let text = utf8(id), text.count == wanted.count else { return false }
    guard let start = text.baseAddress else { return wanted.isEmpty }
    return memcmp(start, wanted, wanted.count) == 0
  }

  func hasPrefix(_ id: UInt32, _ wanted: [UInt8]) -> Bool {
    guard let text = utf8(id), text.count >= wanted.count else { return false }
    guard let start = text.baseAddress else { return wanted.isEmpty }
    return memcmp(start, wanted, wanted.count) == 0
  }

  func contains(_ id: UInt32, _ wanted: [UInt8]) -> Bool {
    guard let text = utf8(id), text.count >= wanted.count else { return false }
    return wanted.isEmpty || memmem(text.baseAddress, text.count, wanted, wanted.count) != nil
  }

  /// Every row whose text contains the bytes, by one sweep over the block; `wanted` is not empty.
  func owners(containing wanted: [UInt8]) -> Bitmap {
    let found = Bitmap()
    var from = 0
    var at: UInt32 = 0
    while from < bytes.count, let hit = memmem(bytes.base + from, bytes.count - from, wanted, wanted.count) {
      let position = UnsafeRawPointer(hit) - UnsafeRawPointer(bytes.base)
      while at + 1 < starts.count, starts[at + 1] <= position { at += 1 }
      let owner = owners[at]
      if let text = utf8(owner), let start = text.baseAddress, position >= start - bytes.base,
        position + wanted.count <= start - bytes.base + text.count
      {
        found.add(owner)
      }
      from = position + 1
    }
    return found
  }
}

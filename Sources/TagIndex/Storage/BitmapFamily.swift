/// A bitmap for each value of something: each word, each area, each tag, each month of birth.
///
/// Until `seal()` additions are collected in plain lists, which is what makes a bulk load fast; nothing may be removed
/// before.
final class BitmapFamily {
  private var members: [Bitmap?] = []
  private var staged: [[UInt32]] = []
  private var isStaging = true

  subscript(key: Int) -> Bitmap? { key >= 0 && key < members.count ? members[key] : nil }

  /// One past the greatest key.
  var upperBound: Int { members.count }

  func add(_ id: UInt32, to key: Int) {
    if isStaging {
      while key >= staged.count { staged.append([]) }
      staged[key].append(id)
      return
    }
    if key >= members.count { members.append(contentsOf: repeatElement(nil, count: key + 1 - members.count)) }
    if let bitmap = members[key] {
      bitmap.add(id)
    } else {
      members[key] = Bitmap([id])
    }
  }

  func remove(_ id: UInt32, from key: Int) { self[key]?.remove(id) }

  /// Ends the bulk load.
  func seal() {
    isStaging = false
    defer { staged = [] }
    members = staged.map { ids in
      guard !ids.isEmpty else { return nil }
      let bitmap = Bitmap(ids)
      bitmap.optimize()
      return bitmap
    }
  }
}

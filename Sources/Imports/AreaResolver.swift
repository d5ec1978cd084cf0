import Kernel

/// Committees and grids by name, made where a roster of houses brings new ones; in a plan, only as if.
final class AreaResolver {
  private struct Key: Hashable {
    let parent: Int64
    let name: String
  }

  private let rowContext: ImportRowContext
  private var known: [Key: Int64] = [:]
  private var names: [Int64: String] = [:]

  init(_ rowContext: ImportRowContext) {
    self.rowContext = rowContext
    for area in rowContext.context.tree.byID.values { names[Int64(area.id)] = area.name }
  }

  func name(_ id: Int64) -> String { names[id] ?? String(id) }

  /// Whether a row of this roster brought it, under a street where it may.
  func isNew(_ id: Int64) -> Bool { id < 0 || rowContext.context.tree.byID[UInt32(truncatingIfNeeded: id)] == nil }

  /// The area of this name under `parent`; nil when there is none yet.
  func find(_ name: String, under parent: Int64, _ level: AreaFacts.Level) throws -> Int64? {
    let key = Key(parent: parent, name: AreaName.bare(name, level))
    if let id = known[key] { return id }
    guard parent > 0, let area = try rowContext.reader.area(named: name, under: parent, level: level) else {
      return nil
    }
    known[key] = Int64(area.id)
    names[Int64(area.id)] = area.name
    return Int64(area.id)
  }

  /// Makes the area. What is written is remembered only once it is found again: the row may yet fail.
  func make(_ name: String, under parent: Int64, _ level: AreaFacts.Level) throws -> Int64 {
    if let writer = rowContext.writer {
      let id = try writer.insertArea(name: name, level: level, parent: parent)
      names[id] = name
      return id
    }
    let id = -1 - Int64(known.count)
    known[Key(parent: parent, name: AreaName.bare(name, level))] = id
    names[id] = name
    return id
  }
}

import Foundation
import GRDB
import Kernel
import Storage

extension Reader {
  /// A row of a table that rosters write to; nil where it is gone.
  func rowState(_ table: TracedTable, _ id: Int64) throws -> RowState? {
    let found = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM \(table.rawValue) WHERE id = ?"), arguments: [id])
    guard let found else { return nil }
    var state: RowState = [:]
    for (name, value) in found where name != "id" && !table.passing.contains(name) {
      if name.hasSuffix("_key") || name.hasSuffix("_masked") { continue }
      switch value.storage {
      case .null: continue
      case .int64(let number): state[name] = .number(Double(number))
      case .double(let number): state[name] = .number(number)
      case .string(let text): state[name] = .string(text)
      case .blob(let sealed):
        let whole = try keys.openText(sealed, at: SealedPlace(table.rawValue, name, row: id))
        state[String(name.replacing("_sealed", with: ""))] = .string(whole)
      }
    }
    return state
  }

  /// The last id that each table has given.
  fileprivate func lastIDs() throws -> [String: Int64] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT name, seq FROM sqlite_sequence"))
    var last: [String: Int64] = [:]
    while let row = try rows.next() { last[try row.value(0)] = try row.value(1) as Int64 }
    return last
  }
}

/// Watches what the work on one row writes: rows that are new afterwards, and rows that are told of before they change. One
/// writer at a time makes it sure that all of it is this row's.
final class EffectRecorder {
  private let writer: Writer
  private let last: [String: Int64]
  private var before: [(table: TracedTable, id: Int64, state: RowState)] = []

  private init(_ writer: Writer) throws {
    self.writer = writer
    last = try writer.read.lastIDs()
  }

  /// Runs the work, and tells what it has written.
  static func record<T>(_ writer: Writer, _ body: () throws -> T) throws -> (T, ImportEffects) {
    let recorder = try EffectRecorder(writer)
    writer.beforeChange = { try recorder.willChange($0, $1) }
    defer { writer.beforeChange = nil }
    let result = try body()
    return (result, try recorder.effects())
  }

  private func willChange(_ table: String, _ id: Int64) throws {
    guard let table = TracedTable(rawValue: table), id <= last[table.rawValue] ?? 0,
      !before.contains(where: { $0.table == table && $0.id == id }), let state = try writer.read.rowState(table, id)
    else { return }
    before.append((table, id, state))
  }

  private func effects() throws -> ImportEffects {
    var effects = ImportEffects()
    let now = try writer.read.lastIDs()
    for table in TracedTable.allCases {
      let old = last[table.rawValue] ?? 0
      guard (now[table.rawValue] ?? 0) > old else { continue }
      let ids = try Int64.fetchAll(
        writer.db.cachedStatement(sql: "SELECT id FROM \(table.rawValue) WHERE id > ? ORDER BY id"), arguments: [old])
      for id in ids {
        guard let state = try writer.read.rowState(table, id) else { continue }
        effects.made.append(.init(table: table, id: id, digest: try ImportEffects.digest(state)))
      }
    }
    for (table, id, state) in before {
      let after = try writer.read.rowState(table, id) ?? [:]
      if let changed = ImportEffects.Changed(table, id, before: state, after: after) { effects.changed.append(changed) }
    }
    return effects
  }
}

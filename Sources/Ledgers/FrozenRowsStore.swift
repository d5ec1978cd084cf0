import GRDB
import Kernel
import Platform
import Storage

extension Projection {
  /// The statement whose rows are frozen: id, the cells as a JSON array, and the texts that the rows are grouped by. With
  /// tags, an element of `:ids` is an array of the id and one array of names for each column of tags.
  ///
  /// - Throws: `unknown_column`.
  func freezing(columns wanted: [ColumnName], groups: [Int], isScoped: Bool) throws -> String {
    var (cells, located, tags): ([String], Bool, Int) = ([], false, 0)
    for name in wanted {
      if case .tags = name {
        tags += 1
        cells.append("json(json_extract(j.value, '$[\(tags)]'))")
        continue
      }
      guard let column = column(name) else {
        throw Problem(.invalid, "unknown_column", "没有这一列。")
      }
      located = located || column.located
      cells.append(scoped(column.frozen ?? column.sql, isScoped))
    }
    let keys = groups.map { ", \(cells[$0])" }.joined()
    return """
      SELECT t.id, json_array(\(cells.joined(separator: ", ")))\(keys)
      FROM json_each(:ids) j CROSS JOIN \(table) t ON t.id = \(tags == 0 ? "j.value" : "json_extract(j.value, '$[0]')")
      \(located ? joins(isScoped) : "") WHERE :as_of IS NOT NULL \(isScoped ? "AND :scope IS NOT NULL" : "")
      """
  }
}

/// What is frozen of each row.
package struct FreezePlan: Sendable {
  package let kind: SubjectKind
  package let columns: [ColumnName]
  /// Which of the columns the rows are grouped by.
  package let groups: [Int]
  package let asOf: Day
  /// Committees and grids that the caller may see; nil for all.
  package let scope: [UInt32]?
}

extension Reader {
  /// The rows of these ids, in their order, each as the JSON array of its cells; an id that is gone is left out.
  ///
  /// - Parameter tags: for each id, a JSON array of names for each column of tags; empty where there is no such column.
  package func freeze(
    _ plan: FreezePlan, ids: [UInt32], tags: [[String]],
    _ body: (_ id: UInt32, _ cells: UnsafeBufferPointer<UInt8>, _ groups: [String]) throws -> Void
  ) throws {
    guard let projection = Projections.of(plan.kind) else {
      throw Problem(.invalid, "unknown_subject", "没有「\(plan.kind.rawValue)」这类列表。")
    }
    let list =
      tags.isEmpty
      ? Self.list(ids)
      : "[" + zip(ids, tags).map { "[\($0),\($1.joined(separator: ","))]" }.joined(separator: ",") + "]"
    var arguments: StatementArguments = ["ids": list, "as_of": plan.asOf.description]
    if let scope = plan.scope { arguments += ["scope": Self.list(scope)] }
    let sql = try projection.freezing(columns: plan.columns, groups: plan.groups, isScoped: plan.scope != nil)
    try RawRow.forEach(db, sql, arguments) { row in
      try body(row.id(0), row.bytes(1), plan.groups.indices.map { row.value($0 + 2) })
    }
  }

  /// What a column of this kind of row holds; nil for no such column. Columns of tags are not the database's to know.
  package static func columnKind(_ name: ColumnName, of kind: SubjectKind) -> ColumnKind? {
    Projections.of(kind)?.column(name)?.kind
  }
}

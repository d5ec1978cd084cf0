import GRDB
import Kernel
import Storage
import TagIndex

/// Which columns an answer's rows may have, and how SQL makes each of them.
///
/// Rows leave the database as finished JSON objects (`json_object`), so that a list of fifty costs one statement and no
/// encoding here. Personal data is masked in the same statement: nothing plain ever reaches the layers above.
package struct Projection: Sendable {
  package struct Column: Sendable {
    package let name: String
    package let sql: String
    /// Whether it needs the joins that find where the row's subject is.
    package let located: Bool
    /// Whether rows have it without being asked.
    package let isDefault: Bool
    package var kind = ColumnKind.text
    /// What is frozen in a run instead: names are plain there, so that who may see them finds them.
    package var frozen: String?
  }
  package let table: String
  package let columns: [Column]
  /// Joins for `located` columns. `:as_of` is bound, and where the caller is bound to areas `:scope`, a JSON array of
  /// their ids.
  package let joins: @Sendable (_ isScoped: Bool) -> String

  /// - Throws: `unknown_column` with the nearest names, `repeated_column`.
  func statement(columns wanted: [String]?, isScoped: Bool) throws -> String {
    let chosen = try choose(wanted)
    let pairs = chosen.map { "'\($0.name)', \(scoped($0.sql, isScoped))" }.joined(separator: ", ")
    return """
      SELECT t.id, json_object(\(pairs)) FROM json_each(:ids) j CROSS JOIN \(table) t ON t.id = j.value
      \(chosen.contains(where: \.located) ? joins(isScoped) : "")
      WHERE :as_of IS NOT NULL \(isScoped ? "AND :scope IS NOT NULL" : "")
      """
  }

  /// What `:scope` means for a column that looks at other houses than the row's own.
  package func scoped(_ sql: String, _ isScoped: Bool) -> String {
    sql.replacing(Self.scopeMark, with: isScoped ? "AND \(Reader.houseInScope)" : "")
  }

  /// Stands in a column's SQL where a house `h` must lie in the caller's areas.
  static let scopeMark = "/* in scope */"

  private func choose(_ wanted: [String]?) throws -> [Column] {
    guard let wanted else { return columns.filter(\.isDefault) }
    var chosen: Set<String> = []
    return try wanted.map { name in
      guard let column = ColumnName(name).flatMap(column) else {
        throw Problem(
          .invalid, "unknown_column", "没有「\(name)」这一列。",
          notes: [.init(.parameter("select"), "没有「\(name)」这一列。", suggestions: columns.map(\.name))])
      }
      // An object has a name once, and SQLite builds none of more than 63.
      guard chosen.insert(column.name).inserted else {
        throw Problem(
          .invalid, "repeated_column", "「\(name)」这一列写了两次。", notes: [.init(.parameter("select"), "写了两次。")])
      }
      return column
    }
  }
}

extension Reader {
  /// Refuses names that `rows` would refuse, where there is no row to read.
  package static func check(columns: [String]?, of kind: SubjectKind) throws {
    _ = try Projections.of(kind)?.statement(columns: columns, isScoped: false)
  }

  /// The columns that rows of this kind can have, in order, and whether they come without being asked for.
  package static func columns(of kind: SubjectKind) -> [(name: String, isDefault: Bool)] {
    Projections.of(kind)?.columns.map { ($0.name, $0.isDefault) } ?? []
  }

  /// Whether `:scope`, ids of committees and grids, lets a house through.
  static let houseInScope = """
    (h.committee_id IN (SELECT value FROM json_each(:scope)) OR h.grid_id IN (SELECT value FROM json_each(:scope)))
    """

  /// The rows of these ids as JSON objects, by id; an id that is gone is left out.
  ///
  /// - Parameters:
  ///   - columns: nil for the usual ones.
  ///   - scope: committees and grids that the caller may see; nil for all.
  package func rows(
    of kind: SubjectKind, ids: [UInt32], columns: [String]?, asOf: Day, scope: [UInt32]?
  ) throws -> [UInt32: String] {
    guard let projection = Projections.of(kind) else {
      throw Problem(.invalid, "unknown_subject", "没有「\(kind.rawValue)」这类列表。")
    }
    var arguments: StatementArguments = ["ids": Self.list(ids), "as_of": asOf.description]
    if let scope { arguments += ["scope": Self.list(scope)] }
    let sql = try projection.statement(columns: columns, isScoped: scope != nil)
    let cursor = try Row.fetchCursor(ShapedStatements.statement(sql, db), arguments: arguments)
    var rows: [UInt32: String] = [:]
    rows.reserveCapacity(ids.count)
    while let row = try cursor.next() { try rows[row.id(0)] = row.value(1) }
    return rows
  }
}

import Foundation

/// Where a sealed value lies: table, column and row. It is sealed together with its place (as additional data of AES-GCM),
/// so that a value that somebody copies into another row or column does not open there.
package struct SealedPlace: Sendable, Equatable {
  package let text: String

  package init(_ table: String, _ column: String, row: Int64) { text = "\(table).\(column)#\(row)" }

  /// - Parameter key: the row's key in a table that has no ids, its parts joined by `/`; a file's name.
  package init(_ table: String, _ column: String, key: String) { text = "\(table).\(column)#\(key)" }

  package var bytes: Data { Data(text.utf8) }
}

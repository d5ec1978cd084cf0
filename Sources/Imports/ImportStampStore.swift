import GRDB
import Kernel
import Storage

/// What an import writes beside the rows: as of when tags hold, and where it all came from.
package struct ImportStamp: Sendable {
  package let day: Day
  package let caller: Caller
  /// For the audit log.
  package let reason: String
  /// The file that a tag's evidence names.
  package let evidence: String
  /// How long tags hold, by their ids; others hold on.
  package let validDays: [Int64: Int]
}

extension Writer {
  /// Runs the work of one row so that nothing of it stays when it fails. What the tables refuse becomes a `Problem`, which
  /// is the row's; other errors (a full disk) are the whole import's.
  package func inRowSavepoint<T>(_ body: () throws -> T) throws -> T {
    do {
      return try inSavepoint(body)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw Problem(.conflict, "row_refused", "该行的内容与数据库的约束不符，未写入。")
    }
  }
}

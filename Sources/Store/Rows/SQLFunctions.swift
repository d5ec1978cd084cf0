import Domain
import GRDB

/// Functions that SQL calls back for, so that a rule stands in Domain alone.
enum SQLFunctions {
  static func register(_ db: Database) {
    db.add(
      function: DatabaseFunction("mask_name", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Masking.name)
      })
  }
}

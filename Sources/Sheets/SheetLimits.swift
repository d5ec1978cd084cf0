import Kernel

/// How much a file may hold, so that no file can exhaust the machine. Sizes in bytes.
package struct SheetLimits: Sendable {
  package var cellBytes = 64 << 10
  package var rowBytes = 1 << 20
  package var columns = 512
  package var rows = 2_000_000
  /// All parts of an XLSX file unpacked.
  package var archiveBytes = 512 << 20
  /// Unpacked to packed, for parts beyond `ratioFloor`.
  package var archiveRatio = 200
  package var ratioFloor = 1 << 20
  package var sharedTextBytes = 64 << 20

  package init() {}
}

extension Problem {
  static func sheet(_ code: String, _ detail: String) -> Problem { Problem(.invalid, code, detail) }

  static func cellTooLong(row: Int, column: Int, limit: Int, hint: String = "") -> Problem {
    .sheet("cell_too_long", "第 \(row) 行第 \(column) 列超过 \(limit >> 10) KB\(hint)")
  }

  static func rowTooLong(row: Int, limit: Int) -> Problem {
    .sheet("row_too_long", "第 \(row) 行超过 \(limit >> 10) KB")
  }

  static func tooManyRows(limit: Int) -> Problem {
    .sheet("too_many_rows", "超过 \(limit) 行,请拆成几个文件")
  }
}

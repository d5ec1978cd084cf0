import Kernel
import Ledgers
import Platform
import TagIndex

/// A run's rows on their way out.
package struct Export: Sendable {
  package enum Body: Sendable {
    case feed(ExportFeed)
    case file(UnlinkedFile)
  }

  /// With the ending: 90周岁及以上老人 2026-11-21.xlsx.
  package let fileName: String
  package let format: ExportFormat
  package let body: Body
}

/// Gives out the rows of a finished run. Who: callers for whom the run exists; rows in their areas, masked unless they may
/// reveal and say why. The audit log has it before the first byte leaves.
package enum ExportRun {
  /// - Throws: what `RunRowReader.open` throws, `unknown_column`, `file_unwritable`.
  package static func run(_ wish: ExportInput, caller: Caller, app: AppContext) async throws -> Export {
    let (rows, sheet) = try await open(wish, caller: caller, app: app)
    let body: Export.Body =
      if wish.format == .xlsx {
        .file(try await ExportFiling().make(rows, sheet, wish, database: app.store.path))
      } else {
        .feed(try ExportFeed(rows, sheet, wish))
      }
    return Export(fileName: fileName(rows.view, wish.format), format: wish.format, body: body)
  }

  /// Columns are checked before the log says that something left.
  package static func open(_ wish: ExportInput, caller: Caller, app: AppContext) async throws -> (
    RunRowReader, ExportSheet
  ) {
    try caller.must(.read)
    let view = try await GetRun.run(wish.run, caller: caller, app: app)
    let sheet = try ExportSheet(view, wish, places: places(view, caller, try app.index))
    let rows = try await RunRowReader.open(
      wish.run, format: wish.format.rawValue, reveal: wish.reveal, caller: caller, app: app)
    return (rows, sheet.stamped(rows.stamp))
  }

  package static func fileName(_ view: RunView, _ format: ExportFormat) -> String {
    let name = view.row.draft.name.filter { !"/\\:*?\"<>|".contains($0) && $0 >= " " }
    return "\(name.prefix(80)) \(view.row.draft.asOf).\(format.rawValue)"
  }

  /// Where the rows lie, as far as the caller sees them: 延中居委会、南昌居委会.
  private static func places(_ view: RunView, _ caller: Caller, _ index: LiveIndex) -> String {
    let tree = index.areas
    let areas = tree.meet(view.row.draft.areas, caller.role.seesAllAreas ? nil : caller.areas) ?? []
    let names = areas.compactMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.name }
    return names.prefix(3).joined(separator: "、") + (names.count > 3 ? "等 \(names.count) 处" : "")
  }
}

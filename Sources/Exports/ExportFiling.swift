import Dispatch
import Foundation
import Kernel
import Ledgers
import Sheets

/// Makes a file of a run's rows. Packing a workbook keeps a thread busy for seconds: this actor has one of its own, so that
/// requests go on meanwhile.
actor ExportFiling {
  private let thread = OwnThread()
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// - Parameter progress: is told how many rows are written, from time to time.
  /// - Throws: what the reading and the disk throw, `CancellationError`; nothing of the file stays then.
  func make(
    _ rows: RunRowReader, _ sheet: ExportSheet, _ wish: ExportInput, database: String,
    progress: @Sendable (Int) async -> Void = { _ in }
  ) async throws -> UnlinkedFile {
    let path = try ExportFolder.newFile(database)
    do {
      let writer = try Self.writer(path, rows, sheet, wish)
      var done = 0
      var read = try await rows.next(.unattended)
      while let lines = read {
        try Task.checkCancellation()
        // The database reads the next rows while these are written.
        async let following = rows.next(.unattended)
        for line in lines { try writer.write(line) }
        done += lines.count
        await progress(done)
        read = try await following
      }
      try writer.finish()
      return try UnlinkedFile(taking: path)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  private static func writer(
    _ path: String, _ rows: RunRowReader, _ sheet: ExportSheet, _ wish: ExportInput
  ) throws -> any ExportWriter {
    if wish.format == .xlsx { return SheetExport(sheet, try XLSXWriter(path: path, layout: sheet.layout)) }
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: path)
    else { throw Problem(.conflict, "file_unwritable", "服务器无法暂存文件。") }
    let emit: ([UInt8]) throws -> Void = { try file.write(contentsOf: Data($0)) }
    return switch wish.format {
    case .json: JSONExport(rows.view, rows.stamp, wish, emit: emit)
    case .html: SheetExport(sheet, HTMLWriter(layout: sheet.layout, emit: emit))
    case .csv, .xlsx: SheetExport(sheet, try CSVWriter(layout: sheet.layout, emit: emit))
    }
  }
}

/// Runs the jobs of one actor on a queue of its own.
private final class OwnThread: SerialExecutor {
  private let queue = DispatchQueue(label: "menpai.exports", qos: .utility)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}

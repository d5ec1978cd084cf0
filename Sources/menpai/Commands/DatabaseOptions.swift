import ArgumentParser
import Assembly
import Foundation
import Kernel
import Platform
import Storage

/// Where the database is, for every command that has one.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "The database file; its key is beside it or in MENPAI_KEY. Also MENPAI_DATABASE.")
  var database: String?

  /// - Parameter settings: for commands that read a file of them.
  func path(_ settings: Settings? = nil) throws -> String {
    guard let path = database ?? settings?.text(.database) ?? ProcessInfo.processInfo.environment["MENPAI_DATABASE"],
      !path.isEmpty
    else {
      throw ValidationError("Which database? Give --database FILE or set MENPAI_DATABASE.")
    }
    return path
  }

  /// Of a database that is there already.
  func existingPath() throws -> String {
    let path = try path()
    // An empty file would become an empty office, and the question be answered from that.
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > 0 else {
      throw Problem(
        .notFound, "no_database", "没有数据库 \(path)。请检查路径；新库由 menpai serve --create、import 或 demo 建立。")
    }
    return path
  }

  /// An office on a database that is there already.
  func app(security: SecuritySettings = SecuritySettings()) throws -> AppContext {
    _ = try existingPath()
    return try newOffice(security: security)
  }

  /// An office on a database that is made when missing, which is said on standard error.
  func newOffice(
    security: SecuritySettings = SecuritySettings(), settings: Settings? = nil
  ) throws -> AppContext {
    let path = try path(settings)
    let isNew = !FileManager.default.fileExists(atPath: path)
    try DatabaseLock.requireOneName(path: path)
    let app = AppContext(store: try Store(path: path, setUp: API.setUp), security: security, followers: API.followers)
    if isNew { StandardError.write("已新建数据库 \(path)，密钥在 \(path).key：请把密钥另存一份。") }
    return app
  }
}

extension Day: ExpressibleByArgument {
  /// Reads `2026-11-21`.
  public init?(argument: String) { self.init(argument) }
}

/// Runs a command's work; a `Problem` becomes its text on standard error and exit code 1.
func reporting<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch let problem as Problem {
    StandardError.write("\(problem.code): \(problem.detail)")
    for note in problem.notes {
      let suggestions = note.suggestions.isEmpty ? "" : "（可用：\(note.suggestions.joined(separator: "、"))）"
      StandardError.write("  \(note.place.text): \(note.detail)\(suggestions)")
    }
    throw ExitCode.failure
  } catch let error where !isForCommandLine(error) {
    // What nobody has foreseen still is one line, and tells nothing of a row.
    let problem = StoreHealth.fault(of: error)?.problem
    StandardError.write(problem.map { "\($0.code): \($0.detail)" } ?? "internal_error: 没有完成（\(type(of: error))）。")
    throw ExitCode.failure
  }
}

/// What the argument parser shows itself.
private func isForCommandLine(_ error: any Error) -> Bool {
  error is ExitCode || error is ValidationError || error is CleanExit || error is CancellationError
}

extension Problem.Note.Place {
  var text: String {
    switch self {
    case .pointer(let pointer): pointer
    case .parameter(let name): name
    case .position(let offset): "位置 \(offset)"
    case .span(let position, _, let text): "位置 \(position)「\(text)」"
    }
  }
}

enum StandardError {
  static func write(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}

import ArgumentParser
import Domain
import Foundation
import Store
import UseCases

/// Where the database is, for every command that has one.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "The database file; its key is beside it or in MENPAI_KEY. Also MENPAI_DATABASE.")
  var database: String?

  /// - Parameter settings: for commands that read a file of them.
  func path(_ settings: Settings? = nil) throws -> String {
    guard let path = database ?? settings?.text("database") ?? ProcessInfo.processInfo.environment["MENPAI_DATABASE"],
      !path.isEmpty
    else {
      throw ValidationError("Which database? Give --database FILE or set MENPAI_DATABASE.")
    }
    return path
  }

  /// An office on a database that is there already.
  func office(security: SecuritySettings = SecuritySettings()) throws -> Office {
    let path = try path()
    guard FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("There is no database at \(path). `menpai serve` or `menpai import` makes one.")
    }
    return try newOffice(security: security)
  }

  /// An office on a database that is made when missing.
  func newOffice(
    security: SecuritySettings = SecuritySettings(), settings: Settings? = nil
  ) throws -> Office {
    Office(store: try Store(path: path(settings)), security: security)
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
  }
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

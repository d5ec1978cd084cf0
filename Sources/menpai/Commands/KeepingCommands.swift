import ArgumentParser
import Domain
import Foundation
import UseCases

/// `menpai check`: whether the database is whole and the index equals it.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the file, the audit chain, and that the index equals the tables.")

  @OptionGroup var database: DatabaseOptions

  func run() async throws {
    let findings = try await reporting {
      try await CheckOffice.run(office: try database.office()) { StandardError.write($0) }
    }
    for finding in findings { print(finding) }
    guard findings.isEmpty else { throw ExitCode.failure }
    print("ok")
  }
}

/// `menpai backup`: a whole copy while the server runs.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      Copies the database, consistent also while it is served. The key is not in it: keep it elsewhere. Attachments of \
      work orders lie in the folder DATABASE.files: copy it along.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "The new file.") var to: String

  func run() async throws {
    try await reporting {
      let store = try database.office().store
      try await store.backup(to: to)
      let folder = store.files.folder
      if FileManager.default.fileExists(atPath: folder) {
        StandardError.write("附件不在备份文件里：请把文件夹 \(folder) 一并复制为 \(to).files。")
      }
    }
  }
}

/// `menpai restore`: a backup becomes the database, after it has been checked.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a database of a backup. The key must be at FILE.key or in MENPAI_KEY.")

  @Option(help: "The backup.") var from: String
  @Option(help: "The database to make; it must not be there yet.") var database: String

  func run() async throws {
    try await reporting { try await RestoreBackup.run(from: from, to: database) }
  }
}

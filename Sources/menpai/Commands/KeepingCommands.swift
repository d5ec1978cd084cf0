import ArgumentParser
import Foundation
import Operations

/// `menpai check`: whether the database is whole and the index equals it.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Checks the file, the audit log, every sealed value, attachments, the rules, and that the index equals the tables.",
    discussion: """
      On standard error it says what it looks at, the audit head (to be noted elsewhere), and what it does not check.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "An audit head of an earlier check: its row must still be there as it was.") var auditHead: String?

  func run() async throws {
    let findings = try await reporting {
      let app = try database.app()
      let findings = try await CheckOffice.run(app: app, noted: auditHead) { StandardError.write($0) }
      let (head, keyed) = try await app.store.read { (try $0.auditHead(), $0.auditKeyedFrom) }
      StandardError.write("audit head: \(head.text)" + (keyed.map { $0 > 1 ? ", keyed from row \($0) on" : "" } ?? ""))
      return findings
    }
    for line in CheckOffice.notChecked { StandardError.write("not checked: \(line)") }
    for finding in findings { print(finding) }
    guard findings.isEmpty else { throw ExitCode.failure }
    print("ok")
  }
}

/// `menpai backup`: a whole copy while the server runs.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      Copies the database, consistent also while it is served, and the attachments into the folder TO.files. The key is \
      not in it: keep it elsewhere.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "The new file.") var to: String

  func run() async throws {
    try await reporting {
      let copied = try await database.app().store.backup(to: to)
      if copied.files > 0 { StandardError.write("附件 \(copied.files) 个，已复制到 \(to).files。") }
      if copied.missing > 0 { StandardError.write("有 \(copied.missing) 个附件在服务器上已找不到，备份里也没有。") }
    }
  }
}

/// `menpai restore`: a backup becomes the database, after it has been checked.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Makes a database of a backup, with the attachments in BACKUP.files. The key must be at DATABASE.key or in MENPAI_KEY."
  )

  @Option(help: "The backup.") var from: String
  @Option(help: "The database to make; it must not be there yet.") var database: String

  func run() async throws {
    try await reporting {
      let missing = try await RestoreBackup.run(from: from, to: database)
      if missing > 0 { StandardError.write("数据库已恢复，但备份里缺少 \(missing) 个附件（应在 \(from).files）。") }
    }
  }
}

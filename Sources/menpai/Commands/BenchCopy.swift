import ArgumentParser
import Foundation
import Platform
import Storage

/// A copy of a database for one measurement: a bench never writes into the database that it is given.
struct BenchCopy {
  let app: AppContext
  /// The copy's file.
  let database: String

  /// Copies the database, runs `body` on the copy, and deletes it.
  ///
  /// The copy lies beside the original, so that writes take what they take on that disk. Its key is a link: no secret is copied.
  static func with<T>(_ options: DatabaseOptions, _ body: (BenchCopy) async throws -> T) async throws -> T {
    let original = try options.existingPath()
    let folder = "\(original).bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    StandardError.write("测速在副本 \(folder) 上进行，结束后删除；中途打断的话，请自行删除它。")
    let copy = folder + "/copy.sqlite"
    try Store.copy(original, to: copy)
    let key = URL(fileURLWithPath: original + ".key").standardizedFileURL.path
    if FileManager.default.fileExists(atPath: key) {
      try FileManager.default.createSymbolicLink(atPath: copy + ".key", withDestinationPath: key)
    }
    var copied = DatabaseOptions()
    copied.database = copy
    return try await body(BenchCopy(app: copied.app(), database: copy))
  }
}

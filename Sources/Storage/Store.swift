import Foundation
import GRDB
import Kernel
import Schema

/// One street office's database: a SQLite file in WAL mode, one writer, several readers.
///
/// Nothing above this module knows which database there is. Reads see one consistent state; writes queue and are
/// grouped into one transaction, which is on the disk (`synchronous=FULL`) before any of them returns.
package final class Store: Sendable {
  package let path: String
  package let keys: KeyRing
  package let clock: WallClock
  /// What is wrong with the file, if anything.
  package let health: StoreHealth
  package let pool: DatabasePool
  private let queue: WriteQueue

  /// Opens the database at `path`, making and migrating it where needed.
  ///
  /// - Parameter setUp: what a new database is given and an older one is brought up to, in this order, after the migrations.
  /// - Throws: `Problem` when the key does not fit, or the file is of a newer version than this binary.
  package init(path: String, keys: KeyRing? = nil, clock: WallClock = .system, setUp: [SetUpStep] = []) throws {
    let isNew = !FileManager.default.fileExists(atPath: path)
    self.path = path
    // Names and birth dates are plain in it: for its owner only. SQLite gives the files beside it the same mode.
    if isNew { _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) }
    self.keys = try keys ?? KeyRing.load(forDatabase: path, databaseIsNew: isNew)
    self.clock = clock
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration(clock))
    } catch {
      throw StoreHealth.fault(of: error)?.problem ?? error
    }
    health = StoreHealth(path: path)
    queue = WriteQueue(pool: pool, keys: self.keys, clock: clock, health: health)
    do {
      try prepare(setUp)
    } catch {
      throw health.met(error)
    }
  }

  private func prepare(_ setUp: [SetUpStep]) throws {
    guard try !pool.read(Migrations.migrator.hasBeenSuperseded) else {
      throw Problem(
        .conflict, "database_is_newer", "数据库 \(path) 已由更新版本的门牌使用过，本版本不能打开。请换用新版本的程序，或恢复升级之前的备份。")
    }
    try Migrations.migrator.migrate(pool)
    try Self.openKeys(keys, pool, AttachmentFiles(database: path, keys: keys))
    try pool.write { [keys, clock] db in
      let writer = Writer(db: db, keys: keys, now: clock.now())
      for step in setUp { try step(writer) }
    }
  }

  private static func configuration(_ clock: WallClock) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 6
    configuration.persistentReadOnlyConnections = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is deleted or sealed later on must not go on standing in free pages.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA cache_size = -32000")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      SQLFunctions.register(db, clock)
    }
    return configuration
  }

  /// How many writes wait for the next transaction.
  package var writesWaiting: Int { get async { await queue.length } }

  /// The bytes of the database's file, or of one beside it.
  ///
  /// - Parameter suffix: `-wal` for the write-ahead log.
  package func fileSize(_ suffix: String) -> Int64 {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
    return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
  }

  /// Runs `body` on one consistent state of the database.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
    let keys = keys
    do {
      return try await pool.read { db in try body(Reader(db: db, keys: keys)) }
    } catch {
      throw health.met(error)
    }
  }

  /// Runs `body` in a transaction; when it throws, nothing of it stays. Returns after the commit, and after `observer`
  /// has followed it.
  package func write<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
    guard let work = KeyedWork.current else { return try await queue.run(body) }
    return try await work.write(to: queue, body)
  }

  /// The same for what stays whether or not the request behind it succeeds, such as a line in the audit log about a refusal:
  /// it is no part of the work that an `Idempotency-Key` stands for.
  package func writeApart<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
    try await queue.run(body)
  }

  /// Who is told of every commit before the writes in it return. One at a time; set once at start.
  package func follow(_ observer: any CommitObserver) async { await queue.follow(observer) }

  /// Moves the log into the main file, so that a copy of the file alone is whole.
  package func checkpoint() async throws {
    _ = try await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
  }

  /// Lets go of the pages that the connections keep: after a large roster, most of them are nobody's next question.
  package func releaseMemory() async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [pool] in
        pool.releaseMemory()
        continuation.resume()
      }
    }
  }

  package func close() throws { try pool.close() }
}

/// Brings a database up to what this program expects of it. Runs at every start, in one transaction with the others, and does
/// nothing where there is nothing to do.
package typealias SetUpStep = @Sendable (Writer) throws -> Void

/// Follows commits: `prepare` reads what it needs inside the transaction, and what it returns runs after the commit.
package protocol CommitObserver: Sendable {
  func prepare(_ reader: Reader) throws -> @Sendable () -> Void
}

import Assembly
import Crypto
import Foundation
import Storage

/// Runs `body` with an empty store in a folder of its own, under a fixed key and a clock that stands still; the folder
/// is gone afterwards.
///
///     try await withTemporaryStore { store, clock in
///       let id = try await store.write { try $0.insertPerson(draft) }
///     }
package func withTemporaryStore<T>(_ body: (Store, TestClock) async throws -> T) async throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let clock = TestClock()
  let keys = KeyRing(secret: SymmetricKey(data: Data(repeating: 7, count: 32)))
  let store = try Store(
    path: folder.appendingPathComponent("menpai.sqlite").path, keys: keys, clock: clock.clock, setUp: API.setUp)
  defer { try? store.close() }
  return try await body(store, clock)
}

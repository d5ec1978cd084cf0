/// Lets one at a time through for each key; the others wait in the order in which they came.
actor KeyedLock<Key: Hashable & Sendable> {
  /// Those who wait; a key is here as long as somebody is inside.
  private var waiting: [Key: [CheckedContinuation<Void, Never>]] = [:]

  /// Runs `body` alone among all with the same key.
  nonisolated func alone<T: Sendable>(
    _ key: Key, _ body: @Sendable () async throws -> T
  ) async throws -> T {
    await enter(key)
    do {
      let result = try await body()
      await leave(key)
      return result
    } catch {
      await leave(key)
      throw error
    }
  }

  private func enter(_ key: Key) async {
    guard waiting[key] != nil else {
      waiting[key] = []
      return
    }
    await withCheckedContinuation { waiting[key, default: []].append($0) }
  }

  private func leave(_ key: Key) {
    guard let queue = waiting[key], let next = queue.first else {
      waiting[key] = nil
      return
    }
    waiting[key] = Array(queue.dropFirst())
    next.resume()
  }
}

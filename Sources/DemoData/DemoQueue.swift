/// Makes numbered things in parallel, a few ahead of the one that is asked for, and hands them out in order.
actor DemoQueue<Element: Sendable> {
  private let count: Int
  private let ahead: Int
  private let make: @Sendable (Int) throws -> Element
  private var started = 0
  private var waiting: [Task<Element, any Error>] = []

  init(count: Int, ahead: Int, make: @escaping @Sendable (Int) throws -> Element) {
    (self.count, self.ahead, self.make) = (count, ahead, make)
  }

  /// The next, or nil after the last.
  func next() async throws -> Element? {
    while waiting.count < ahead, started < count {
      let index = started
      started += 1
      waiting.append(Task.detached { [make] in try make(index) })
    }
    guard !waiting.isEmpty else { return nil }
    return try await waiting.removeFirst().value
  }
}

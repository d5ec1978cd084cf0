/// The ways to divide a sentence into words, best first: least unknown, then fewest words.
struct AskPaths {
  struct Path {
    var cost: Int
    var tokens: [AskToken]
  }

  /// At most this many ways are tried.
  private static let breadth = 24
  private static let margin = 21
  private static let unknownCost = 1000

  /// - Parameter found: every word by where it starts.
  static func best(_ found: [[AskToken]]) -> [Path] {
    let count = found.count
    var arriving = [[Path]](repeating: [], count: count + 1)
    arriving[0] = [Path(cost: 0, tokens: [])]
    for start in 0..<count {
      let here = arriving[start].sorted { $0.cost < $1.cost }.prefix(breadth)
      guard !here.isEmpty else { continue }
      // The same word from two tables is one way to read it.
      var seen: Set<AskToken> = []
      let words = found[start].filter { seen.insert($0).inserted }
      let unknown = AskToken(range: start..<(start + 1), piece: .unknown, cost: unknownCost)
      for token in words + [unknown] {
        arriving[token.range.upperBound] += here.map { path in
          Path(cost: path.cost + token.cost, tokens: path.tokens + [token])
        }
      }
      arriving[start] = []
    }
    let all = arriving[count].sorted { $0.cost < $1.cost }.prefix(breadth)
    // What tears words apart (未来 as 未 and 来) is no other way to read them.
    return all.filter { $0.cost <= (all.first?.cost ?? 0) + margin }
  }
}

/// The ways to divide a sentence into words, best first: least unknown, then fewest words.
struct AskPaths {
  struct Path {
    var cost: Int
    var tokens: [AskToken]
  }

  /// A way as far as one of its words: the word, and the way that leads to it.
  private struct Step {
    let token: AskToken
    let before: Int?
  }

  private struct End {
    let cost: Int
    let step: Int?
  }

  /// At most this many ways are tried.
  private static let breadth = 24
  private static let margin = 21
  private static let unknownCost = 1000

  /// - Parameter found: every word by where it starts.
  static func best(_ found: [[AskToken]]) -> [Path] {
    let count = found.count
    // Ways share what they begin with, so that the work grows with the text and not with its square.
    var steps: [Step] = []
    var arriving = [[End]](repeating: [], count: count + 1)
    arriving[0] = [End(cost: 0, step: nil)]
    for start in 0..<count {
      let here = arriving[start].sorted { $0.cost < $1.cost }.prefix(breadth)
      arriving[start] = []
      guard !here.isEmpty else { continue }
      // The same word from two tables is one way to read it.
      var seen: Set<AskToken> = []
      let words = found[start].filter { seen.insert($0).inserted }
      let unknown = AskToken(range: start..<(start + 1), piece: .unknown, cost: unknownCost)
      for token in words + [unknown] {
        for end in here {
          arriving[token.range.upperBound].append(End(cost: end.cost + token.cost, step: steps.count))
          steps.append(Step(token: token, before: end.step))
        }
      }
    }
    let all = arriving[count].sorted { $0.cost < $1.cost }.prefix(breadth)
    // What tears words apart (未来 as 未 and 来) is no other way to read them.
    return all.filter { $0.cost <= (all.first?.cost ?? 0) + margin }.map { end in
      Path(cost: end.cost, tokens: tokens(to: end.step, steps))
    }
  }

  private static func tokens(to last: Int?, _ steps: [Step]) -> [AskToken] {
    var tokens: [AskToken] = []
    var at = last
    while let index = at {
      tokens.append(steps[index].token)
      at = steps[index].before
    }
    return tokens.reversed()
  }
}

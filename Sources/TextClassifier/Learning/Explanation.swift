extension LinearModel {
  /// The stretches of the text that spoke most for a label, at most three, the strongest first.
  package func words(in text: String, for label: String) -> [String] {
    guard let target = labels.firstIndex(of: label) else { return [] }
    let scalars = Array(text.unicodeScalars.prefix(Grams.limit))
    var speaks = [Float](repeating: 0, count: scalars.count)
    for gram in Grams.of(text) {
      guard let row = space.row(of: gram.key), case let row = Int(row) else { continue }
      let own = weights[row * stride + target]
      var others: Float = 0
      for label in 0..<stride where label != target { others += weights[row * stride + label] }
      let share = (own - others / Float(stride - 1)) * space.rarity[row] / Float(gram.length)
      for at in gram.start..<gram.start + gram.length { speaks[at] += share }
    }
    return Self.stretches(scalars, speaks)
  }

  /// Runs of two to eight characters that speak clearly more than the average.
  private static func stretches(_ scalars: [Unicode.Scalar], _ speaks: [Float]) -> [String] {
    let bar = max(0, speaks.max() ?? 0) * 0.3
    var found: [(word: String, weight: Float)] = []
    var start = 0
    while start < scalars.count {
      guard speaks[start] > bar else {
        start += 1
        continue
      }
      var end = start
      var weight: Float = 0
      while end < scalars.count, end - start < 8, speaks[end] > bar {
        weight += speaks[end]
        end += 1
      }
      if end - start > 1 {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<end])
        found.append((String(word), weight))
      }
      start = end
    }
    var words: [String] = []
    for next in found.sorted(by: { ($1.weight, $0.word) < ($0.weight, $1.word) }) where words.count < 3 {
      if !words.contains(next.word) { words.append(next.word) }
    }
    return words
  }
}

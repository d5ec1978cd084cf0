/// Finds which of many words are in a text, in one walk over it.
struct WordFinder: Sendable {
  private let words: [[Unicode.Scalar]]
  private let byFirst: [Unicode.Scalar: [Int]]

  init(_ words: [String]) {
    let spelt = words.map { Array($0.unicodeScalars) }
    byFirst = Dictionary(grouping: spelt.indices.filter { !spelt[$0].isEmpty }) { spelt[$0][0] }
    self.words = spelt
  }

  /// One answer a word.
  func present(in text: [Unicode.Scalar]) -> [Bool] {
    var present = [Bool](repeating: false, count: words.count)
    for start in text.indices {
      guard let candidates = byFirst[text[start]] else { continue }
      for number in candidates where !present[number] {
        let word = words[number]
        if start + word.count <= text.count, text[start..<start + word.count].elementsEqual(word) {
          present[number] = true
        }
      }
    }
    return present
  }
}

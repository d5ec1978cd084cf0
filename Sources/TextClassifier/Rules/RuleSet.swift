import Foundation

/// The keywords of all duties, each with what it is worth.
///
/// A word is worth more the longer it is and the fewer duties name it; of several words that must all be there, the
/// worths add up. Half of such a rule, found alone, still is a hint.
package struct RuleSet: Sendable {
  package struct Match: Sendable {
    /// The duty's position in the list.
    let duty: Int
    let score: Double
    /// The words found of the rules that counted, the weightiest rule first.
    let words: [String]
  }

  private struct Rule: Sendable {
    let words: [Int]
    let worth: Double
  }

  private let names: [String]
  private let worths: [Double]
  private let finder: WordFinder
  /// Of each duty.
  private let rules: [[Rule]]
  private let unless: [[Int]]

  init(_ duties: [Duty]) {
    var spread: [String: Set<Int>] = [:]
    for (index, duty) in duties.enumerated() {
      for word in duty.keywords.joined() where !duty.isFallback { spread[word, default: []].insert(index) }
      for word in duty.unless where spread[word] == nil { spread[word] = [] }
    }
    let names = spread.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let count = Double(max(2, duties.count))
    let worths = names.map { name in
      Self.length(name.count) * (0.25 + 0.75 * log(count / Double(max(1, spread[name]?.count ?? 1))) / log(count))
    }
    rules = duties.map { duty in
      duty.isFallback
        ? []
        : duty.keywords.map { words in
          let found = Set(words).compactMap { numbers[$0] }.sorted()
          let bonus = found.count > 1 ? Self.together : 0
          return Rule(words: found, worth: found.reduce(bonus) { $0 + worths[$1] })
        }
    }
    unless = duties.map { $0.unless.compactMap { numbers[$0] } }
    (self.names, self.worths, finder) = (names, worths, WordFinder(names))
  }

  private static let fillers = Set("了个一的着过部把".unicodeScalars)
  private static let together = 0.6
  /// Of the worth of a rule of which some words are missing.
  private static let hint = 0.3
  /// Of the worth of every further rule of the same duty.
  private static let further = 0.35

  private static func length(_ count: Int) -> Double {
    switch count {
    case 1: 0.6
    case 2: 1.4
    case 3: 1.9
    case 4: 2.2
    default: 2.4
    }
  }

  /// The duties of which some word is in the text and no contrary one, in the order of the list; and which a contrary word
  /// strikes, one answer a duty.
  func matches(_ text: [Unicode.Scalar]) -> (matches: [Match], struck: [Bool]) {
    // 「点个赞」 is 「点赞」, 「加部电梯」 is 「加电梯」.
    let present = zip(finder.present(in: text), finder.present(in: text.filter { !Self.fillers.contains($0) }))
      .map { $0 || $1 }
    let struck = unless.map { words in words.contains { present[$0] } }
    let matches = rules.indices.compactMap { duty -> Match? in
      guard !struck[duty] else { return nil }
      var found: [(worth: Double, words: [Int])] = []
      for rule in rules[duty] {
        let words = rule.words.filter { present[$0] }
        if words.count == rule.words.count {
          found.append((rule.worth, words))
        } else {
          // One character found alone says nothing.
          let hints = words.filter { names[$0].count > 1 }
          if !hints.isEmpty { found.append((hints.reduce(0) { $0 + worths[$1] } * Self.hint, hints)) }
        }
      }
      return found.isEmpty ? nil : match(duty, found)
    }
    return (matches, struck)
  }

  /// The best rule counts in full, others only for words that are new.
  private func match(_ duty: Int, _ found: [(worth: Double, words: [Int])]) -> Match {
    var used: Set<Int> = []
    var score = 0.0
    var words: [String] = []
    for (worth, numbers) in found.sorted(by: { ($1.worth, $0.words[0]) < ($0.worth, $1.words[0]) }) {
      let new = numbers.filter { number in
        !used.contains { names[$0].contains(names[number]) || names[number].contains(names[$0]) }
      }
      guard !new.isEmpty else { continue }
      score += used.isEmpty ? worth : worth * Self.further * Double(new.count) / Double(numbers.count)
      used.formUnion(new)
      words += new.map { names[$0] }
    }
    return Match(duty: duty, score: score, words: Array(words.prefix(4)))
  }
}

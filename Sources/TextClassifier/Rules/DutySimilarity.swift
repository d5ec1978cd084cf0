import Foundation

/// How much a text sounds like what people say of each duty: naive Bayes over runs of one to three characters, learnt from
/// sayings and from the duty list's own words.
///
/// The words of the list decide where they are there; this speaks where somebody says it in other words. It needs no
/// training to be stored: a few thousand sayings are counted in some milliseconds.
struct DutySimilarity: Sendable {
  private struct Speaks {
    let duty: Int32
    /// Above what a duty without this run has of it.
    let amount: Float
  }

  private let speaks: [UInt32: [Speaks]]
  /// Of each duty: what a run that it does not have says against it.
  private let silence: [Float]

  /// By a run's length: single characters are in everything.
  private static let worths: [Float] = [0.3, 1, 1.2]
  /// So many runs of the usual mix stand beside those of each duty.
  private static let smoothing: Float = 10
  /// From here on more text is no more evidence.
  private static let enough: Float = 40

  /// - Parameter sayings: by a duty's code.
  init(_ duties: [Duty], _ sayings: [String: [String]]) {
    var counts: [UInt32: [Int32: Float]] = [:]
    var lengths: [UInt32: Int] = [:]
    var sizes = [Float](repeating: 0, count: duties.count)
    for (index, duty) in duties.enumerated() where !duty.isFallback {
      let words = Grams.distinct(Self.joined(duty.keywords.flatMap { $0 } + [duty.subcategory]))
      let said = (sayings[duty.code] ?? []).map { Grams.distinct(Grams.folded($0)) }
      for grams in [words] + said {
        for (key, length) in grams {
          counts[key, default: [:]][Int32(index), default: 0] += 1
          lengths[key] = length
          sizes[index] += 1
        }
      }
    }
    let whole = max(1, sizes.reduce(0, +))
    let smoothing = Self.smoothing
    let silence = sizes.map { $0 > 0 ? log(smoothing / ($0 + smoothing)) : 0 }
    var speaks: [UInt32: [Speaks]] = [:]
    for (key, row) in counts {
      let usual = row.values.reduce(0, +) / whole
      let worth = Self.worths[(lengths[key] ?? 1) - 1]
      speaks[key] = row.sorted { $0.key < $1.key }.map { duty, count in
        let share = (count + smoothing * usual) / (sizes[Int(duty)] + smoothing)
        return Speaks(duty: duty, amount: (log(share / usual) - silence[Int(duty)]) * worth)
      }
    }
    (self.speaks, self.silence) = (speaks, silence)
  }

  /// One number a duty, above 0 where the text sounds like it; nil where nothing of the text was ever heard.
  func scores(_ scalars: [Unicode.Scalar]) -> [Float]? {
    let folded = Grams.folded(String(String.UnicodeScalarView(scalars)))
    var scores = [Float](repeating: 0, count: silence.count)
    var heard: Float = 0
    // In a fixed order, so that equal texts have equal scores to the last bit.
    for (key, length) in Grams.distinct(folded).sorted(by: { $0.key < $1.key }) {
      guard let row = speaks[key] else { continue }
      heard += Self.worths[length - 1]
      for one in row { scores[Int(one.duty)] += one.amount }
    }
    guard heard > 0 else { return nil }
    let size = Float(max(1, folded.count))
    let scale = 1 / (size.squareRoot() * max(1, size / Self.enough).squareRoot())
    for duty in scores.indices { scores[duty] = (scores[duty] + silence[duty] * heard) * scale }
    // Where it sounds like nothing in particular, what comes nearest is still the best guess, and no more than that.
    let nearest = scores.indices.filter { silence[$0] < 0 }.map { scores[$0] }.max() ?? 0
    return nearest < 0 ? scores.map { $0 - nearest } : scores
  }

  /// How rare a run is in what was heard; unheard ones are as rare as one that was heard once.
  func rarity(_ key: UInt32) -> Float {
    let duties = Float(max(2, silence.count))
    return 1 + log(duties / Float(max(1, speaks[key]?.count ?? 1)))
  }

  private static func joined(_ words: [String]) -> [UInt32] {
    words.map(Grams.folded).reduce(into: []) { $0 += $1 + [0] }
  }
}

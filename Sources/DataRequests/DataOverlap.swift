import Kernel

/// An earlier request or ledger that has the data already (重复填报).
package struct DataOverlap: Sendable {
  package enum Source: String, Sendable, CaseIterable { case request, ledger }

  package enum Kind: String, Sendable, CaseIterable {
    /// The same question.
    case same
    /// All rows that are asked for are in the earlier one.
    case narrower
    /// All rows of the earlier one are asked for.
    case broader
    case partial
  }

  /// A frozen answer that is there to be read.
  package struct Answer: Sendable, Equatable {
    package let run: Int64
    package let asOf: Day
    package let total: Int
    /// Of whom; nil where it is of the whole.
    package let committee: String?
  }

  package let source: Source
  package let id: Int64
  package let name: String
  /// An office, or whoever keeps the ledger.
  package let by: String
  package let madeAt: String
  package let kind: Kind
  /// Of the rows and columns that are asked for now, how much the earlier one has: 0 to 1.
  package let shareOfRows: Double
  package let shareOfColumns: Double
  package let answers: [Answer]

  /// Rows from which on it is the same data, whatever the words.
  private static let same = 0.8

  /// Whether whoever asks again has to say why.
  package var isRepeat: Bool {
    switch source {
    case .request: kind == .same || shareOfRows >= Self.same
    // A ledger that nobody has run gives nothing to read.
    case .ledger: shareOfRows >= Self.same && !answers.isEmpty
    }
  }

  /// What it is, in one Chinese sentence, with the remedy.
  package var detail: String {
    let what = source == .request ? "要过「\(name)」（第 \(id) 号要数）" : "保存了台账「\(name)」（第 \(id) 号台账）"
    let words =
      switch kind {
      case .same: "条件相同"
      case .narrower: "这次要的行都在其中"
      case .broader: "它的行都在这次要的之中"
      case .partial: "有一部分行相同"
      }
    let remedy =
      answers.isEmpty
      ? "尚无可用的答复。"
      : "已有答复 \(answers.count) 份（截至 \(answers.map(\.asOf).max()?.description ?? "")），可以直接使用。"
    return
      "\(by) \(madeAt.prefix(10)) \(what)，\(words)：重复 \(Self.percent(shareOfRows)) 的行、\(Self.percent(shareOfColumns)) 的栏目。\(remedy)"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }
}

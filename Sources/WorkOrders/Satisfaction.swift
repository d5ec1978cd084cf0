/// What whoever reported a matter thinks of how it was handled, 5 is best. Unrated is none: it leaves the score alone.
package enum Satisfaction: Int, Sendable, CaseIterable {
  case veryDissatisfied = 1, dissatisfied, fair, satisfied, verySatisfied

  package var word: String {
    switch self {
    case .verySatisfied: "very_satisfied"
    case .satisfied: "satisfied"
    case .fair: "fair"
    case .dissatisfied: "dissatisfied"
    case .veryDissatisfied: "very_dissatisfied"
    }
  }

  package var title: String {
    switch self {
    case .verySatisfied: "非常满意"
    case .satisfied: "满意"
    case .fair: "基本满意"
    case .dissatisfied: "不满意"
    case .veryDissatisfied: "非常不满意"
    }
  }

  package static let unrated = "unrated"
  /// Everything that `read` takes.
  package static let words = allCases.reversed().map(\.word) + [unrated]

  /// By a word, English or Chinese; the outer nil is none of them, the inner one unrated.
  package static func read(_ word: String) -> Satisfaction?? {
    if [unrated, "未评价"].contains(word) { return .some(nil) }
    if word == "very" { return .some(.verySatisfied) }
    guard let found = allCases.first(where: { $0.word == word || $0.title == word }) else { return nil }
    return .some(found)
  }
}

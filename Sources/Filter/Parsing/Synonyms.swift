import Domain

/// Other words for the closed lists of work orders: `kind = complaint` is `kind = 投诉`, `state = 已办结` is
/// `state = closed`. Questions are kept and printed with the word of the list.
enum Synonyms {
  static func word(_ text: String, of field: Field, among words: [String]) -> String? {
    let meant: String? =
      switch field {
      case .kind: WorkOrderKind(word: text)?.title
      case .state: WorkOrderState.allCases.first { $0.title == text }?.rawValue
      default: nil
      }
    return meant.flatMap { words.contains($0) ? $0 : nil }
  }
}

import Kernel

/// Other words for the closed lists: those that rosters and pages use. `kind = complaint` is `kind = 投诉` of work orders,
/// `role = 租客` is `role = tenant` of people. Questions are kept and printed with the word of the list.
enum Synonyms {
  static func word(_ text: String, of field: Field, among words: [String]) -> String? {
    meanings(text, field).first { words.contains($0) }
  }

  /// An open list has words as well that everybody knows by another: 电梯 is kept as elevator.
  static func open(_ text: String, of field: Field, title: String) -> String {
    field == .kind && title == "设施类型" ? RosterWords.assetKind[text] ?? text : text
  }

  private static func meanings(_ text: String, _ field: Field) -> [String] {
    switch field {
    case .kind:
      [WorkOrderKind(word: text)?.title, RosterWords.houseKind[text], RosterWords.shopKind[text]].compactMap { $0 }
    case .state: WorkOrderState.allCases.filter { $0.title == text }.map(\.rawValue)
    case .role: [RosterWords.role[text]].compactMap { $0 }
    case .use: [RosterWords.houseUse[text]].compactMap { $0 }
    case .sex: [RosterWords.sex[text]].compactMap { $0 }
    case .hukou: [RosterWords.hukou[text]].compactMap { $0 }
    case .status: [RosterWords.shopStatus[text]].compactMap { $0 }
    case .stored(let name): StoredField.words(named: name).filter { $0.written.contains(text) }.map(\.code)
    default: []
    }
  }
}

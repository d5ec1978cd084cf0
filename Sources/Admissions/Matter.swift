/// One matter of the lists that tasks are held against (一办法两清单): what a street and its committees do by law, what they
/// help with, and what nobody may ask of a committee.
package struct Matter: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// 依法履行职责事项.
    case own
    /// 依法协助行政事务事项.
    case assisted
    /// 负面清单.
    case forbidden
  }

  package let code: String
  package let kind: Kind
  package let name: String
  /// Words that speak for it: any of the outer lists, and of that one all.
  package let keywords: [[String]]
  /// The law or document that says so.
  package let source: String

  package init(code: String, kind: Kind, name: String, keywords: [[String]], source: String) {
    (self.code, self.kind, self.name, self.keywords, self.source) = (code, kind, name, keywords, source)
  }

  /// The words of the text that speak for it, empty when none do.
  package func words(in text: String) -> [String] {
    keywords.filter { $0.allSatisfy(text.contains) }.map { $0.joined(separator: "+") }
  }
}

import Kernel

/// The words of one database that a question may use: its tags and datasets, as far as the caller may know of them.
///
/// A restricted tag is simply absent from the vocabulary of a caller without the right.
package struct Vocabulary: Sendable {
  package struct Tag: Hashable, Sendable {
    package var code: String
    package var name: String
    package var aliases: [String]
    package var subject: TagSubject
    /// The question of a computed tag, as text; nil for assigned ones.
    package var rule: String?
    package init(code: String, name: String, aliases: [String] = [], subject: TagSubject, rule: String? = nil) {
      (self.code, self.name, self.aliases, self.subject, self.rule) = (code, name, aliases, subject, rule)
    }
  }

  package struct Dataset: Hashable, Sendable, Codable {
    package struct Attribute: Hashable, Sendable, Codable {
      package enum Kind: String, Sendable, Codable, CaseIterable { case text, number, date, flag }
      package var name: String
      package var title: String
      package var type: Kind
      package init(name: String, title: String, type: Kind) {
        (self.name, self.title, self.type) = (name, title, type)
      }
    }
    package var code: String
    package var name: String
    package var subject: TagSubject
    package var attributes: [Attribute]
    /// What is said of it: among other things the values that its fields use (状态用：在职、失业).
    package var about = ""

    private enum CodingKeys: String, CodingKey { case code, name, subject, attributes }

    package init(code: String, name: String, subject: TagSubject, attributes: [Attribute], about: String = "") {
      (self.code, self.name, self.subject, self.attributes) = (code, name, subject, attributes)
      self.about = about
    }
  }

  package let tags: [Tag]
  package let datasets: [Dataset]
  private let tagsByWord: [String: [Tag]]
  private let datasetsByCode: [String: Dataset]
  private let tagsByCode: [String: Tag]

  package init(tags: [Tag], datasets: [Dataset]) {
    self.tags = tags
    self.datasets = datasets
    var words: [String: [Tag]] = [:]
    for tag in tags {
      for word in Set([tag.code, tag.name] + tag.aliases) { words[word, default: []].append(tag) }
    }
    tagsByWord = words
    tagsByCode = Dictionary(tags.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    datasetsByCode = Dictionary(datasets.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tag that a code, name or alias means for this subject.
  package func tag(_ word: String, for subject: TagSubject) -> Tag? {
    tagsByWord[word]?.first { $0.subject == subject }
  }

  package func tags(named word: String) -> [Tag] { tagsByWord[word] ?? [] }

  /// The tag with this code and no other word.
  package func tag(code: String) -> Tag? { tagsByCode[code] }

  package func dataset(_ code: String) -> Dataset? { datasetsByCode[code] }
}

/// A dataset (专题库) of the database.
package struct DatasetRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let entry: Vocabulary.Dataset
  package let about: String
  package let version: Int64
  /// The area whose dataset it is; nil for the whole database's.
  package let owner: Int64?

  package init(id: Int64, entry: Vocabulary.Dataset, about: String, version: Int64, owner: Int64? = nil) {
    self.owner = owner
    (self.id, self.entry, self.about, self.version) = (id, entry, about, version)
  }
}

extension TagRow {
  /// As questions know it.
  package var word: Vocabulary.Tag {
    Vocabulary.Tag(code: code, name: name, aliases: aliases, subject: subject, rule: rule)
  }
}

import FilterLanguage
import Foundation

/// A dataset's fields as the column holds them: a JSON array of `{"name","title","type"}`.
enum DatasetFields {
  static func decode(_ json: String) throws -> [Vocabulary.Dataset.Attribute] {
    try JSONDecoder().decode([Vocabulary.Dataset.Attribute].self, from: Data(json.utf8))
  }

  static func encode(_ attributes: [Vocabulary.Dataset.Attribute]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(attributes), as: UTF8.self)
  }
}

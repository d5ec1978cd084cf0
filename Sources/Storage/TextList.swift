import Foundation
import Kernel

/// Texts as a column holds them: a JSON array.
package enum TextList {
  package static func decode(_ json: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(json.utf8))
  }

  package static func encode(_ texts: [String]) -> String { JSONValue.array(texts.map { .string($0) }).text }
}

import FilterLanguage
import Kernel
import TagIndex

/// `age.desc,name` as keys of the index.
package enum SortReading {
  /// At most this many fields in one order.
  private static let limit = 4

  package static func read(_ text: String?, _ subject: Subject) throws(Problem) -> [SortKey] {
    guard let text, !text.isEmpty else { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= limit else { throw bad("最多按 \(limit) 个字段排序。") }
    var keys: [SortKey] = []
    for part in parts {
      let pieces = part.split(separator: ".", omittingEmptySubsequences: false)
      let order = pieces.count == 2 ? pieces[1] : "asc"
      guard pieces.count <= 2, order == "asc" || order == "desc", let name = pieces.first else {
        throw bad("「\(part)」应写作 字段、字段.asc 或 字段.desc。")
      }
      keys.append(SortKey(try field(String(name), subject), descending: order == "desc"))
    }
    return keys
  }

  private static func field(_ name: String, _ subject: Subject) throws(Problem) -> Field {
    let entries = Field.entries(of: subject).filter { $0.type != .sealed && $0.name != "turns" }
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw bad("不能按「\(name)」排序。", suggestions: entries.map(\.name))
    }
    return entry.field
  }

  private static func bad(_ detail: String, suggestions: [String] = []) -> Problem {
    Problem(.invalid, "bad_sort", detail, notes: [.init(.parameter("sort"), detail, suggestions: suggestions)])
  }
}

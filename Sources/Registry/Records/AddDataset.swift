import FilterLanguage
import Kernel
import Platform

/// A new dataset. Who: a caller that manages tags, for an area of their own.
package enum AddDataset {
  /// - Parameter area: as for `AddTag`.
  /// - Throws: `unknown_area`, `bad_field`, `dataset_taken`.
  package static func run(
    _ entry: Vocabulary.Dataset, about: String, area: String? = nil, caller: Caller, app: AppContext
  ) async throws -> DatasetView {
    try caller.must(.manageTags)
    try check(entry)
    let policy = try AccessPolicy(caller, app)
    let owner = try Ownership.area(area, policy)
    return try await app.store.write { writer in
      for held in try writer.read.datasets() {
        for (field, isTaken) in [("code", held.code == entry.code), ("name", held.name == entry.name)] where isTaken {
          throw Problem(
            .conflict, "dataset_taken", "已有这个专题库。", notes: [.init(.pointer("/\(field)"), "已有这个专题库。")])
        }
      }
      let id = try writer.insertDataset(entry, about: about, owner: owner)
      try writer.audit(
        caller,
        AuditEntry(
          "datasets.create", subject: .datasets, id: id,
          changes: [AuditEntry.Change("code", before: nil, after: entry.code)]))
      return DatasetView(DatasetRow(id: id, entry: entry, about: about, version: 1, owner: owner), policy.tree)
    }
  }

  private static func check(_ entry: Vocabulary.Dataset) throws(Problem) {
    guard FilterWords.isName(entry.code), entry.code.utf8.count <= 32 else {
      throw bad("/code", "代码应为小写英文字母开头，只含小写字母、数字和下划线，最多 32 个字符。")
    }
    guard (1...40).contains(entry.attributes.count) else { throw bad("/fields", "字段应有 1 到 40 个。") }
    var names: Set<String> = []
    for (index, attribute) in entry.attributes.enumerated() {
      guard FilterWords.isName(attribute.name), attribute.name.utf8.count <= 32 else {
        throw bad("/fields/\(index)/name", "字段名应为小写英文字母开头，只含小写字母、数字和下划线，最多 32 个字符。")
      }
      guard names.insert(attribute.name).inserted else {
        throw bad("/fields/\(index)/name", "字段「\(attribute.name)」写了两次。")
      }
    }
  }

  private static func bad(_ pointer: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer(pointer), detail)])
  }
}

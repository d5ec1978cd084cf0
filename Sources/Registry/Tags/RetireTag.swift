import FilterLanguage
import Kernel
import Platform

/// Takes a tag out of use. Who: the operator at the console, also where the tag's rule is broken or others stand on it: their
/// rules are broken then, which their tags say.
package enum RetireTag {
  /// - Returns: the codes of tags in use whose rules name the tag.
  /// - Throws: `not_found`.
  package static func run(_ code: String, app: AppContext) async throws -> [String] {
    try await app.store.write { writer in
      let caller = Caller.operatorAtConsole
      let book = try TagResolver(writer.read)
      guard let tag = book.tags.first(where: { $0.code == code }) else {
        throw Problem(.notFound, "not_found", "没有代码为「\(code)」的标签。")
      }
      let users = book.catalogue.tags.filter { $0.rule?.tags.contains(code) == true }.map(\.code).sorted()
      guard !tag.isRetired else { return users }
      var patch = TagPatch()
      patch.isRetired = .set(true)
      let changes = try writer.updateTag(tag, patch, version: nil)
      try writer.audit(caller, AuditEntry("tags.update", subject: .tags, id: tag.id, changes: changes))
      return users
    }
  }
}

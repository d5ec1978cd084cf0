import FilterLanguage
import Kernel
import TagIndex

extension AppContext {
  /// Whether a row exists for the caller: it lies in the caller's areas. Dependent rows follow what they hang on.
  package func sees(_ kind: SubjectKind, _ id: Int64, _ caller: Caller) async throws -> Bool {
    // The index counts in 32 bits; a longer id must not become somebody else's.
    guard (1...Int64(UInt32.max)).contains(id) else { return false }
    if let subject = Subject(word: kind.rawValue) {
      let index = try index
      return index.index.knows(UInt32(truncatingIfNeeded: id), subject, scope: index.scope(of: caller))
    }
    guard let (kind, id) = try await store.read({ try $0.anchor(of: kind, id) }) else { return false }
    return try await sees(kind, id, caller)
  }

  /// Throws `not_found` for what does not exist for the caller, whether or not it is there.
  package func requireVisible(_ kind: SubjectKind, _ id: Int64, _ caller: Caller) async throws {
    guard try await sees(kind, id, caller) else { throw Problem.noSuchRow }
  }
}

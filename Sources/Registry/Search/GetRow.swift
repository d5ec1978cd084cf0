import FilterLanguage
import Kernel
import Platform
import Storage

/// One row with everything that may be shown of it. Who: any caller that may read and in whose areas it lies.
package enum GetRow {
  package struct Row: Sendable {
    package let json: String
    package let version: Int64
  }

  /// - Throws: `not_found`, also for what lies outside the caller's areas; `merged_into` with who it is now, where the caller
  ///   sees them, and has seen who ended.
  package static func run(_ kind: SubjectKind, _ id: Int64, caller: Caller, app: AppContext) async throws -> Row {
    try caller.must(.read)
    guard try await app.sees(kind, id, caller) else { throw try await whereTo(kind, id, caller, app) }
    let scope = try app.index.placedScope(of: caller)
    let asOf = app.clock.today
    let columns = Reader.columns(of: kind).map(\.name)
    let found = try await app.store.read { reader -> (String, Int64)? in
      let key = UInt32(truncatingIfNeeded: id)
      let rows = try reader.rows(of: kind, ids: [key], columns: columns, asOf: asOf, scope: scope)
      guard let json = rows[key], let version = try reader.version(of: kind, id) else { return nil }
      return (json, version)
    }
    guard let (json, version) = found else { throw Problem.noSuchRow }
    let tags = try await tags(kind, id, asOf, caller, app)
    return Row(json: json.dropLast() + tags, version: version)
  }

  private static func whereTo(
    _ kind: SubjectKind, _ id: Int64, _ caller: Caller, _ app: AppContext
  ) async throws -> Problem {
    if kind == .people, let merged = try await app.store.read({ try $0.merged(id) }),
      try await app.sees(.people, merged.kept, caller), try AccessPolicy(caller, app).sawResident(of: merged.houses)
    {
      return Problem(.notFound, "merged_into", "编号 \(id) 的人已并入编号 \(merged.kept) 的人。")
    }
    return Problem.noSuchRow
  }

  /// The names of the tags that hold, as the object's last member.
  private static func tags(
    _ kind: SubjectKind, _ id: Int64, _ asOf: Day, _ caller: Caller, _ app: AppContext
  ) async throws -> String {
    guard let tagSubject = Subject(word: kind.rawValue)?.tagSubject else { return "}" }
    let index = try app.index
    let vocabulary = index.vocabulary(for: caller)
    let (scope, all) = (index.scope(of: caller), vocabulary.tags.map(\.code))
    let codes = try await app.ask(caller) { index, budget in
      Set(
        try index.tags(
          of: UInt32(truncatingIfNeeded: id), tagSubject, among: all, asOf: asOf, scope: scope, budget: budget))
    }
    let names = vocabulary.tags.filter { codes.contains($0.code) }
      .map { JSONValue.object([.init("code", .string($0.code)), .init("name", .string($0.name))]) }
    return ",\"tags\":\(JSONValue.array(names).text)}"
  }
}

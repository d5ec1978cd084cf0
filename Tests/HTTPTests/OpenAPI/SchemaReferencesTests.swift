import Testing
@testable import Assembly
@testable import FilterLanguage
@testable import Kernel
@testable import Server

struct SchemaReferencesTests {
  private func references(_ value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        if member.name == "$ref", case .string(let target) = member.value { [target] } else { references(member.value) }
      }
    case .array(let values): values.flatMap(references)
    default: []
    }
  }

  @Test func references_allLeadSomewhere() {
    let document = Description.ours.document
    let known = Set(
      ["schemas", "responses"].flatMap { kind in
        (document["components"]?[kind]?.members ?? []).map { "#/components/\(kind)/\($0.name)" }
      })
    let named = Set(references(document))
    #expect(named.subtracting(known).isEmpty)
    // A schema that nobody names is a schema that nobody keeps right.
    #expect(known.subtracting(named).isEmpty)
  }

  @Test func routes_eachOnce() {
    #expect(Set(API.routes.map { "\($0.method) \($0.path)" }).count == API.routes.count)
    #expect(Set(API.routes.map(\.doc.id)).count == API.routes.count)
  }

  @Test func writes_sayWhetherTheyNeedTheVersion() {
    for route in API.routes where route.method == .patch { #expect(route.doc.needsIfMatch, "\(route.path)") }
  }
}

import Assembly
import Kernel
import Server

/// Every field that answers have, by the API's own description: `Person.name`, `resolve_address.match`.
struct WireFields {
  private let schemas: [String: JSONValue]

  init() { schemas = API.schemas }

  /// The envelope of lists, which says nothing of a row.
  private static let envelope: Set = ["total", "items", "next_cursor", "as_of"]

  /// The fields of all answers, each once.
  func all(_ routes: [Route]) -> Set<String> {
    var found: Set<String> = []
    for route in routes { collect(route.doc.answer ?? .null, route.doc.id, &found) }
    return found
  }

  private func collect(_ schema: JSONValue, _ path: String, _ found: inout Set<String>) {
    let (schema, path) = resolved(schema, path)
    for (name, inner) in properties(schema) {
      let field = "\(path).\(name)"
      if isLeaf(inner) {
        if !Self.envelope.contains(name) || !path.contains("_") { found.insert(field) }
      } else if named(inner) == nil || named(inner).map({ !visited($0, found) }) == true {
        collect(inner, field, &found)
      }
    }
    if case .array(let choices)? = schema["anyOf"] ?? schema["oneOf"] {
      for choice in choices { collect(choice, path, &found) }
    }
    if let item = schema["items"] { collect(item, path, &found) }
    if let open = schema["additionalProperties"], case .object = open { collect(open, path + ".*", &found) }
  }

  private func visited(_ name: String, _ found: Set<String>) -> Bool { found.contains { $0.hasPrefix(name + ".") } }

  /// The leaves of an answer, each with its field and how it is described; nil for what the description does not know.
  func leaves(_ value: JSONValue, of route: Route) -> [(field: String, value: JSONValue)] {
    var found: [(String, JSONValue)] = []
    walk(value, route.doc.answer ?? .null, route.doc.id, &found)
    return found
  }

  private func walk(
    _ value: JSONValue, _ schema: JSONValue, _ path: String, _ found: inout [(String, JSONValue)]
  ) {
    let (schema, path) = resolved(schema, path)
    switch value {
    case .object(let members):
      let known = Dictionary(properties(schema), uniquingKeysWith: { first, _ in first })
      for member in members {
        if let inner = known[member.name] {
          walk(member.value, inner, "\(path).\(member.name)", &found)
        } else if let open = schema["additionalProperties"], case .object = open {
          walk(member.value, open, path + ".*", &found)
        } else {
          // An object that the description leaves open: its members are judged as the object is.
          walk(member.value, .null, path, &found)
        }
      }
    case .array(let values): for value in values { walk(value, schema["items"] ?? .null, path, &found) }
    case .null: break
    default: found.append((path, value))
    }
  }

  private func isLeaf(_ schema: JSONValue) -> Bool {
    let (schema, _) = resolved(schema, "")
    if !properties(schema).isEmpty || schema["anyOf"] != nil || schema["oneOf"] != nil { return false }
    if let item = schema["items"] { return isLeaf(item) }
    if let open = schema["additionalProperties"], case .object = open { return isLeaf(open) }
    return true
  }

  private func properties(_ schema: JSONValue) -> [(String, JSONValue)] {
    guard case .object(let members)? = schema["properties"] else { return [] }
    return members.map { ($0.name, $0.value) }
  }

  private func named(_ schema: JSONValue) -> String? {
    (schema["$ref"]?.string ?? schema["items"]?["$ref"]?.string).map { String($0.split(separator: "/").last ?? "") }
  }

  private func resolved(_ schema: JSONValue, _ path: String) -> (JSONValue, String) {
    guard let name = schema["$ref"]?.string?.split(separator: "/").last.map(String.init), let found = schemas[name]
    else { return (schema, path) }
    return (found, name)
  }
}

/// How a field or a route is shown to a caller. The table is `Golden/fields.txt`; a new field or route without its line fails
/// the test, so that somebody decides before it goes out.
enum ShownAs: String, CaseIterable {
  /// Ids, codes, versions, cursors: nothing that somebody wrote.
  case id
  /// A number or flag.
  case number
  /// A day, month or moment.
  case day
  /// A word of a closed list, or a sentence that the program makes of such words.
  case word
  /// The name of a person who is kept here: masked.
  case name
  /// An identity number or telephone: masked.
  case sealed
  /// An address, road, compound or area of what exists for the caller.
  case place
  /// The name of a unit, shop, ledger, file or thing.
  case title
  /// What somebody wrote: numbers in it starred.
  case text
  /// Tags that exist for the caller.
  case tags
  /// A filter or what it means, in words that exist for the caller.
  case question
  /// The name of whoever did it: an account, not a resident.
  case caller
  /// Values of columns that the caller has chosen, each as its column.
  case cells
  /// Plain, for a reason that is in the audit log.
  case revealed
  /// Shown once, to whoever made it.
  case secret
}

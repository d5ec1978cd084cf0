import Foundation
import Kernel
import Synchronization

/// Holds a JSON value to a schema: the part of JSON Schema 2020-12 that our description uses. A keyword that it does not
/// know is a fault, so that nothing in the description goes unchecked.
struct SchemaCheck: Sendable {
  /// The shapes that `$ref` names.
  let shapes: [String: JSONValue]
  /// Whether an object with named members may have no others: for answers, in which nothing is to come undescribed.
  var isClosed = false

  /// What is wrong, each with its place (RFC 6901); none where the value is valid.
  func faults(_ value: JSONValue, _ schema: JSONValue, at place: String = "") -> [String] {
    guard case .object(let keywords) = schema else {
      return schema == .bool(false) ? ["\(place): nothing may stand here"] : []
    }
    var faults: [String] = []
    for keyword in keywords {
      faults += check(value, keyword, of: schema, at: place)
    }
    if isClosed, case .object(let members) = value, case .object(let named)? = schema["properties"],
      schema["additionalProperties"] == nil
    {
      let unnamed = members.map(\.name).filter { name in !named.contains { $0.name == name } }
      faults += unnamed.map { "\(place)\(JSONValue.step($0)): is not described" }
    }
    return faults
  }

  private func check(
    _ value: JSONValue, _ keyword: JSONValue.Member, of schema: JSONValue, at place: String
  ) -> [String] {
    switch keyword.name {
    case "$ref":
      let name = keyword.value.string.flatMap { $0.split(separator: "/").last }.map(String.init) ?? ""
      return shapes[name].map { faults(value, $0, at: place) } ?? ["\(place): no shape \(name)"]
    case "type":
      let types = keyword.value.string.map { [$0] } ?? keyword.value.values.compactMap(\.string)
      return types.contains(where: value.isOfType) ? [] : ["\(place): \(value.short) is no \(types)"]
    case "enum": return keyword.value.values.contains(value) ? [] : ["\(place): \(value.short) is none of the words"]
    case "const": return keyword.value == value ? [] : ["\(place): \(value.short) is not \(keyword.value.short)"]
    case "anyOf", "oneOf": return choices(value, keyword, of: schema, at: place)
    case "allOf": return keyword.value.values.flatMap { faults(value, $0, at: place) }
    case "required", "properties", "additionalProperties": return members(value, keyword, of: schema, at: place)
    case "items", "minItems", "maxItems": return items(value, keyword, at: place)
    case "minimum", "maximum": return bounds(value, keyword, at: place)
    case "minLength", "maxLength", "pattern", "format": return text(value, keyword, at: place)
    case "description", "title", "example", "examples", "default", "discriminator", "readOnly": return []
    default: return ["\(place): the keyword \(keyword.name) is not checked"]
    }
  }

  private func choices(
    _ value: JSONValue, _ keyword: JSONValue.Member, of schema: JSONValue, at place: String
  ) -> [String] {
    // Where a member says which of them is meant, the faults of that one say more.
    if let name = schema["discriminator"]?["propertyName"]?.string, let word = value[name]?.string,
      case .object(let mapping)? = schema["discriminator"]?["mapping"],
      let target = mapping.first(where: { $0.name == word })
    {
      return faults(value, .object([.init("$ref", target.value)]), at: place)
    }
    let found = keyword.value.values.map { faults(value, $0, at: place) }
    let fitting = found.count { $0.isEmpty }
    if fitting == 0 { return found.min { $0.count < $1.count } ?? ["\(place): no choice"] }
    return keyword.name == "oneOf" && fitting > 1 ? ["\(place): \(fitting) of the choices fit"] : []
  }

  private func members(
    _ value: JSONValue, _ keyword: JSONValue.Member, of schema: JSONValue, at place: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    switch keyword.name {
    case "required":
      return keyword.value.values.compactMap(\.string).filter { value[$0] == nil }.map { "\(place): has no \($0)" }
    case "properties":
      return members.flatMap { member in
        keyword.value[member.name].map { faults(member.value, $0, at: place + JSONValue.step(member.name)) } ?? []
      }
    default:
      let named = schema["properties"]
      return members.filter { named?[$0.name] == nil }.flatMap { member in
        let place = place + JSONValue.step(member.name)
        return keyword.value == .bool(false)
          ? ["\(place): is not described"] : faults(member.value, keyword.value, at: place)
      }
    }
  }

  private func items(_ value: JSONValue, _ keyword: JSONValue.Member, at place: String) -> [String] {
    guard case .array(let values) = value else { return [] }
    switch keyword.name {
    case "items": return values.enumerated().flatMap { faults($1, keyword.value, at: "\(place)/\($0)") }
    case "minItems": return Double(values.count) >= keyword.value.amount ? [] : ["\(place): too few"]
    default: return Double(values.count) <= keyword.value.amount ? [] : ["\(place): too many"]
    }
  }

  private func bounds(_ value: JSONValue, _ keyword: JSONValue.Member, at place: String) -> [String] {
    guard case .number(let number) = value else { return [] }
    let isIn = keyword.name == "minimum" ? number >= keyword.value.amount : number <= keyword.value.amount
    return isIn ? [] : ["\(place): \(value.short) is beyond the \(keyword.name)"]
  }

  private func text(_ value: JSONValue, _ keyword: JSONValue.Member, at place: String) -> [String] {
    guard case .string(let text) = value else { return [] }
    let length = Double(text.unicodeScalars.count)
    let isGood: Bool =
      switch (keyword.name, keyword.value.string ?? "") {
      case ("minLength", _): length >= keyword.value.amount
      case ("maxLength", _): length <= keyword.value.amount
      case ("pattern", let pattern): Patterns.match(pattern, text)
      case ("format", "date"): Patterns.match("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text) && Day(text) != nil
      case ("format", "date-time"): Patterns.match(Patterns.instant, text)
      case ("format", "binary"), ("format", "uri"), ("format", "password"): true
      default: false
      }
    return isGood ? [] : ["\(place): \(value.short) is not as \(keyword.name) \(keyword.value.short) says"]
  }
}

/// Compiled once each.
private enum Patterns {
  static let instant = #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"#
  private static let known = Mutex<[String: NSRegularExpression]>([:])

  static func match(_ pattern: String, _ text: String) -> Bool {
    let made = known.withLock { known in
      if let made = known[pattern] { return made as NSRegularExpression? }
      let made = try? NSRegularExpression(pattern: pattern)
      known[pattern] = made
      return made
    }
    return made?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }
}

extension JSONValue {
  var values: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// Of a bound in the description.
  fileprivate var amount: Double { if case .number(let number) = self { number } else { .nan } }

  /// Enough of it to find it by.
  fileprivate var short: String { String(text.prefix(80)) }

  fileprivate func isOfType(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}

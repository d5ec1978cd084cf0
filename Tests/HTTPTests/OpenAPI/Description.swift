import Assembly
import Foundation
import HTTPTypes
import Kernel
@testable import Server

/// The API description, ready to hold exchanges to it.
struct Description: Sendable {
  /// What went over the wire once.
  struct Exchange {
    let method: String
    /// Path and query as they were sent.
    let target: String
    var sentType: String?
    var sent: [UInt8] = []
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]
  }

  let document: JSONValue
  let operations: [Operation]
  private let answers: SchemaCheck
  private let requests: SchemaCheck

  static let ours = Description(
    OpenAPIDocument.build(
      API.routes + SystemRoutes.routes(describing: API.routes, API.schemas, notes, []), API.schemas, notes))

  private static let notes = APINotes(sections: API.sections, operations: API.notes)

  /// Headers of answers that are described wherever they are sent.
  private static let headers = ["ETag", "Location", "Retry-After"]

  /// Their items are answered one by one, also those that do not read.
  private static let itemByItem: Set = ["tag_in_bulk", "mark_run_rows", "add_deliveries"]

  init(_ document: JSONValue) {
    self.document = document
    let shapes = Dictionary(
      uniqueKeysWithValues: (document["components"]?["schemas"]?.members ?? []).map { ($0.name, $0.value) })
    answers = SchemaCheck(shapes: shapes, isClosed: true)
    requests = SchemaCheck(shapes: shapes)
    operations = (document["paths"]?.members ?? []).flatMap { path in
      path.value.members.map { Operation(method: $0.name.uppercased(), path: path.name, said: $0.value) }
    }
  }

  /// What in an exchange is not as the description says; none for what it does not describe: other methods, no such path.
  func faults(_ exchange: Exchange) -> [String] {
    let parts = exchange.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let method = exchange.method == "HEAD" ? "GET" : exchange.method
    guard exchange.status != 405, let operation = operation(method, String(parts[0])) else { return [] }
    let found =
      answered(exchange, operation)
      + ((200..<300).contains(exchange.status)
        ? accepted(exchange, operation, query: parts.count > 1 ? String(parts[1]) : "") : refused(exchange, operation))
    return found.map { "\(operation.id) \(exchange.status)\($0)" }
  }

  /// Of an operation's examples, by what they show; one that is missing is a fault.
  func exampleFaults(_ operation: Operation) -> [(name: String, faults: [String])] {
    let sent = operation.said["requestBody"]?["content"]?["application/json"]
    let answers = (operation.said["responses"]?.members ?? []).filter { $0.name.hasPrefix("2") }
    let answered = answers.lazy.compactMap { $0.value["content"]?["application/json"] }.first
    return [("body", sent, requests), ("answer", answered, self.answers)].compactMap { name, content, check in
      guard let content, ![["type": "object"], .object([])].contains(content["schema"]) else { return nil }
      return (name, content["example"].map { check.faults($0, content["schema"] ?? .null) } ?? ["is missing"])
    }
  }

  /// The body and the answer of an exchange that was as it should be, to be shown as examples.
  func examples(_ exchange: Exchange) -> (operation: String, request: JSONValue?, answer: JSONValue?)? {
    let path = String(exchange.target.prefix { $0 != "?" })
    guard (200..<300).contains(exchange.status), let operation = operation(exchange.method, path) else { return nil }
    let isJSON = (exchange.headers[.contentType] ?? "").hasPrefix("application/json")
    let isPlain = isJSON && exchange.headers[.contentEncoding] == nil && operation.id != "get_description"
    return (operation.id, sent(exchange, operation)?.body, isPlain ? try? JSONReader.read(exchange.body) : nil)
  }

  func operation(_ method: String, _ path: String) -> Operation? {
    operations.filter { $0.method == method && $0.fits(path) }.min { $0.holes < $1.holes }
  }

  private func answered(_ exchange: Exchange, _ operation: Operation) -> [String] {
    guard let said = response(operation.said["responses"]?[String(exchange.status)]) else {
      return [": the status is not described"]
    }
    var faults = Self.headers.compactMap { name -> String? in
      let isSent = HTTPField.Name(name).flatMap { exchange.headers[$0] } != nil
      if isSent == (said["headers"]?[name] != nil) { return nil }
      // Refusals say it where they can.
      return isSent ? ": the header \(name) is not described" : name == "Retry-After" ? nil : ": has no \(name)"
    }
    faults += code(exchange, operation)
    guard exchange.method != "HEAD", !exchange.body.isEmpty else { return faults }
    let type = Self.name(exchange.headers[.contentType] ?? "")
    guard let content = said["content"]?[type] else { return faults + [": the media type \(type) is not described"] }
    guard type.hasSuffix("json"), exchange.headers[.contentEncoding] == nil else { return faults }
    guard let value = try? JSONReader.read(exchange.body) else { return faults + [": the body is no JSON"] }
    faults += answers.faults(value, content["schema"] ?? .null).map { " \($0)" }
    return faults
  }

  /// Whoever keeps to the description is understood, and only they are.
  private func accepted(_ exchange: Exchange, _ operation: Operation, query: String) -> [String] {
    var faults = parameters(operation, query)
    if let value = sent(exchange, operation) {
      let found = requests.faults(value.body, value.schema)
      faults += found.filter { !Self.itemByItem.contains(operation.id) || !$0.hasPrefix("/items/") }
        .map { " accepted: \($0)" }
    }
    return faults
  }

  /// A member that is described is not refused as unknown.
  private func refused(_ exchange: Exchange, _ operation: Operation) -> [String] {
    guard exchange.status == 400, let value = sent(exchange, operation),
      let problem = try? JSONReader.read(exchange.body), problem["code"] == "unknown_field",
      let note = problem["errors"]?.values.first, let name = note["pointer"]?.string?.split(separator: "/").last,
      note["detail"]?.string == "没有「\(name)」这个字段。"
    else { return [] }
    return requests.faults(value.body, value.schema).isEmpty ? [": refused what the description allows"] : []
  }

  /// A refusal's code is one that every route has, or the operation says it.
  private func code(_ exchange: Exchange, _ operation: Operation) -> [String] {
    guard exchange.status >= 400, let code = (try? JSONReader.read(exchange.body))?["code"]?.string else { return [] }
    let said = operation.said["x-codes"]?[String(exchange.status)]?.values ?? []
    let isKnown = said.contains(.string(code)) || Refusals.codes.contains(code)
    if !isKnown { Recorded.code(code, exchange.status, of: operation.id) }
    return isKnown ? [] : [": the code \(code) is not described"]
  }

  private func sent(_ exchange: Exchange, _ operation: Operation) -> (body: JSONValue, schema: JSONValue)? {
    guard let schema = operation.said["requestBody"]?["content"]?["application/json"]?["schema"],
      let body = try? JSONReader.read(exchange.sent)
    else { return nil }
    return (body, schema)
  }

  private func parameters(_ operation: Operation, _ query: String) -> [String] {
    let described = operation.said["parameters"]?.values.filter { $0["in"] == "query" } ?? []
    return query.split(separator: "&").flatMap { part -> [String] in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentDecoding.decode(pair[0]),
        let text = PercentDecoding.decode(pair.count > 1 ? pair[1] : ""),
        let schema = described.first(where: { $0["name"]?.string == name })?["schema"]
      else { return [] }
      // A parameter is text; what is a number to the description is read as one.
      let values = [JSONValue.string(text)] + [try? JSONReader.read(text)].compactMap { $0 }
      let found = values.map { requests.faults($0, schema) }
      return found.contains { $0.isEmpty } ? [] : found[0].map { " accepted ?\(name): \($0)" }
    }
  }

  private func response(_ said: JSONValue?) -> JSONValue? {
    guard let name = said?["$ref"]?.string?.split(separator: "/").last else { return said }
    return document["components"]?["responses"]?[String(name)]
  }

  private static func name(_ type: String) -> String {
    type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
  }

  /// One line of the description.
  struct Operation: Sendable {
    let method: String
    let path: String
    let said: JSONValue
    private let parts: [(before: String, after: String)?]
    private let words: [Substring]

    init(method: String, path: String, said: JSONValue) {
      (self.method, self.path, self.said) = (method, path, said)
      words = path.split(separator: "/", omittingEmptySubsequences: false)
      parts = words.map { word in
        guard let open = word.firstIndex(of: "{"), let close = word.lastIndex(of: "}") else { return nil }
        return (String(word[..<open]), String(word[word.index(after: close)...]))
      }
    }

    var id: String { said["operationId"]?.string ?? path }
    /// The fewer, the closer: `{id}.csv` before `{id}`.
    var holes: Int { parts.reduce(0) { $0 + ($1.map { $0.after.isEmpty ? 2 : 1 } ?? 0) } }

    func fits(_ path: String) -> Bool {
      let given = path.split(separator: "/", omittingEmptySubsequences: false)
      guard given.count == words.count else { return false }
      return zip(given, zip(words, parts)).allSatisfy { given, said in
        guard let hole = said.1 else { return given == said.0 }
        return given.count > hole.before.count + hole.after.count && given.hasPrefix(hole.before)
          && given.hasSuffix(hole.after)
      }
    }
  }
}
